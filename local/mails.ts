// Keeps what SES was given to send, as it was given. Read by the mailbox.
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { simpleParser } from 'mailparser'
import type { Clock } from './clock.ts'
import { type AcceptedMail, type MailOutcome, outcomeOf } from './mail-events.ts'
import { ServiceError } from './queues.ts'
import { prepared, together } from './state.ts'

export interface MailSummary {
  readonly id: number
  readonly messageId: string
  readonly from: string
  readonly to: string[]
  readonly subject: string
  /** ISO, UTC. */
  readonly date: string
  /** What became of it, when it did not simply arrive. */
  readonly outcome?: MailOutcome
}

/** What is said of a mail beside the mail itself. */
export interface Envelope {
  readonly source: string | undefined
  readonly destinations: readonly string[]
  readonly configurationSet: string | undefined
  readonly tags: Readonly<Record<string, string>>
}

/** A mail's headers alone, with the empty line that ends them. */
function headersOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  return end < 0 ? raw : raw.subarray(0, end + 4)
}

export class Mails {
  readonly #state: DatabaseSync
  readonly #clock: Clock
  readonly #tell: (mail: AcceptedMail) => void

  constructor(state: DatabaseSync, clock: Clock, tell: (mail: AcceptedMail) => void) {
    this.#state = state
    this.#clock = clock
    this.#tell = tell
  }

  /** @throws ServiceError when nobody is named to send it to. */
  async accept(raw: Buffer, { destinations, configurationSet, tags, ...envelope }: Envelope): Promise<string> {
    const parsed = await simpleParser(headersOf(raw))
    const named = [parsed.to, parsed.cc, parsed.bcc]
      .flat()
      .flatMap((one) => one?.value.map((address) => address.address ?? '') ?? [])
    const recipients = [
      ...new Set((destinations.length > 0 ? [...destinations] : named).filter(Boolean).map((one) => one.toLowerCase())),
    ]
    if (recipients.length === 0) throw new ServiceError('InvalidParameterValue', 'Missing final destination.')
    const messageId = randomUUID()
    const source = envelope.source ?? parsed.from?.value[0]?.address ?? ''
    const subject = parsed.subject ?? ''
    const at = this.#clock.now()
    together(this.#state, () => {
      const { lastInsertRowid } = prepared(
        this.#state,
        'INSERT INTO mails (message_id, sender, subject, at, raw) VALUES (?, ?, ?, ?, ?)',
      ).run(messageId, source, subject, at, raw)
      for (const address of recipients)
        prepared(this.#state, 'INSERT OR IGNORE INTO recipients (mail, address) VALUES (?, ?)').run(
          lastInsertRowid,
          address,
        )
    })
    this.#tell({ messageId, source, subject, recipients, configurationSet, tags, at })
    return messageId
  }

  /** Mails after an id, oldest first, to one address or to all. */
  list(to: string | undefined, after: number, limit: number): MailSummary[] {
    const rows = to
      ? this.#state
          .prepare(
            'SELECT m.* FROM mails m JOIN recipients r ON r.mail = m.id WHERE r.address = ? AND m.id > ? ORDER BY m.id LIMIT ?',
          )
          .all(to.toLowerCase(), after, limit)
      : this.#state.prepare('SELECT * FROM mails WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)
    return rows.map((row) => this.#summary(row))
  }

  get(id: number): (MailSummary & { readonly raw: Buffer }) | undefined {
    const row = this.#state.prepare('SELECT * FROM mails WHERE id = ?').get(id)
    return row && { ...this.#summary(row), raw: Buffer.from(row['raw'] as Uint8Array) }
  }

  addresses(): { address: string; mails: number; last: string }[] {
    return this.#state
      .prepare(
        'SELECT r.address, count(*) AS mails, max(m.at) AS last FROM recipients r JOIN mails m ON m.id = r.mail GROUP BY r.address ORDER BY last DESC',
      )
      .all()
      .map((row) => ({
        address: String(row['address']),
        mails: Number(row['mails']),
        last: new Date(Number(row['last'])).toISOString(),
      }))
  }

  #summary(row: Record<string, unknown>): MailSummary {
    const rows = this.#state.prepare('SELECT address FROM recipients WHERE mail = ?').all(row['id'] as number)
    const to = rows.map((one) => String(one['address']))
    const outcome = to.map(outcomeOf).find((one) => one !== undefined)
    return {
      id: Number(row['id']),
      messageId: String(row['message_id']),
      from: String(row['sender']),
      to,
      subject: String(row['subject']),
      date: new Date(Number(row['at'])).toISOString(),
      ...(outcome && { outcome }),
    }
  }
}
