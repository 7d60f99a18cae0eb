// Standard queues as SQS keeps them: visibility, delay, redrive, retention, at least once. Ready messages are read by
// (visible, id): by id alone a deep queue would be walked from its start. Called by aws-api.ts and the mappings.
import { createHash, randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Clock } from './clock.ts'
import { prepared, together } from './state.ts'

export interface QueueSettings {
  readonly name: string
  readonly arn: string
  readonly url: string
  readonly visibilityMs: number
  readonly delayMs: number
  readonly retentionMs: number
  readonly redrive?: { readonly arn: string; readonly maxReceives: number }
}

export interface QueueMessage {
  readonly MessageId: string
  readonly ReceiptHandle: string
  readonly Body: string
  readonly MD5OfBody: string
  readonly Attributes: Record<string, string>
  readonly MessageAttributes: Record<string, unknown>
}

export class ServiceError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
    this.status = status
  }
}

/** Whatever happens meanwhile ends a wait; this only keeps it from lasting for ever (ms). */
const LONGEST_WAIT_MS = 60_000

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

export class Queues {
  readonly #state: DatabaseSync
  readonly #clock: Clock
  readonly #queues = new Map<string, QueueSettings>()
  /** Who waits, and for which queue; without one, for all. */
  readonly #waiting = new Map<() => void, string | undefined>()

  constructor(state: DatabaseSync, clock: Clock) {
    this.#state = state
    this.#clock = clock
  }

  add(queue: QueueSettings): void {
    this.#queues.set(queue.name, queue)
  }

  all(): QueueSettings[] {
    return [...this.#queues.values()]
  }

  /** @throws ServiceError QueueDoesNotExist. Takes a name, a URL or an ARN. */
  find(reference: string): QueueSettings {
    const queue = this.#queues.get(reference.split(/[/:]/).at(-1) ?? '')
    if (!queue)
      throw new ServiceError('AWS.SimpleQueueService.NonExistentQueue', `The queue ${reference} does not exist.`)
    return queue
  }

  send(queue: QueueSettings, body: string, attributes: unknown = {}, delaySeconds?: number) {
    if (Buffer.byteLength(body) > 1_048_576)
      throw new ServiceError('InvalidParameterValue', 'The message is longer than 1 MiB.')
    const now = this.#clock.now()
    const delayMs = delaySeconds === undefined ? queue.delayMs : delaySeconds * 1000
    const uuid = randomUUID()
    prepared(
      this.#state,
      'INSERT INTO messages (queue, uuid, body, attributes, sent, visible) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(queue.name, uuid, body, JSON.stringify(attributes), now, now + delayMs)
    this.wake(queue.name)
    return { MessageId: uuid, MD5OfMessageBody: md5(body) }
  }

  /** Up to `max` messages, made invisible; those received too often move to the dead-letter queue instead. */
  receive(queue: QueueSettings, max: number, visibilityMs = queue.visibilityMs): QueueMessage[] {
    const now = this.#clock.now()
    const rows = prepared(
      this.#state,
      'SELECT * FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible, id LIMIT ?',
    ).all(queue.name, now, max)
    if (rows.length === 0) return []
    return together(this.#state, () => this.#take(queue, rows, now, visibilityMs))
  }

  #take(queue: QueueSettings, rows: Record<string, SQLOutputValue>[], now: number, visibilityMs: number) {
    return rows.flatMap((row): QueueMessage[] => {
      if (queue.redrive && Number(row['received']) >= queue.redrive.maxReceives) {
        this.#bury(Number(row['id']), queue.redrive.arn, now)
        return []
      }
      const receipt = randomUUID()
      prepared(
        this.#state,
        'UPDATE messages SET visible = ?, received = received + 1, first = coalesce(first, ?), receipt = ? WHERE id = ?',
      ).run(now + visibilityMs, now, receipt, row['id']!)
      return [messageOf(row, receipt, now)]
    })
  }

  remove(...receipts: readonly string[]): void {
    const remove = prepared(this.#state, 'DELETE FROM messages WHERE receipt = ?')
    together(this.#state, () => receipts.forEach((receipt) => remove.run(receipt)))
  }

  /** What is done here is kept as one: a batch costs little more than a message. */
  inOne<T>(work: () => T): T {
    return together(this.#state, work)
  }

  changeVisibility(receipt: string, ms: number): void {
    prepared(this.#state, 'UPDATE messages SET visible = ? WHERE receipt = ?').run(this.#clock.now() + ms, receipt)
    this.wake()
  }

  purge(queue: QueueSettings): void {
    prepared(this.#state, 'DELETE FROM messages WHERE queue = ?').run(queue.name)
  }

  /** Messages ready now, and those in flight or delayed. */
  depth(queue: QueueSettings): { visible: number; hidden: number } {
    const row = prepared(
      this.#state,
      'SELECT sum(visible <= ?) AS visible, sum(visible > ?) AS hidden FROM messages WHERE queue = ?',
    ).get(this.#clock.now(), this.#clock.now(), queue.name)
    return { visible: Number(row?.['visible'] ?? 0), hidden: Number(row?.['hidden'] ?? 0) }
  }

  /** Whether a message of these queues can be received now. */
  hasVisible(names: readonly string[]): boolean {
    const marks = names.map(() => '?').join(', ')
    return (
      prepared(this.#state, `SELECT 1 FROM messages WHERE queue IN (${marks}) AND visible <= ? LIMIT 1`).get(
        ...names,
        this.#clock.now(),
      ) !== undefined
    )
  }

  /** The next instant (ms) at which a message of these queues becomes visible. */
  nextVisible(names: readonly string[]): number | undefined {
    const marks = names.map(() => '?').join(', ')
    const row = prepared(
      this.#state,
      `SELECT min(visible) AS at FROM messages WHERE queue IN (${marks}) AND visible > ?`,
    ).get(...names, this.#clock.now())
    return row?.['at'] === null || row?.['at'] === undefined ? undefined : Number(row['at'])
  }

  /** Drops what is older than its queue keeps it. */
  expire(): void {
    for (const queue of this.all()) {
      prepared(this.#state, 'DELETE FROM messages WHERE queue = ? AND sent < ?').run(
        queue.name,
        this.#clock.now() - queue.retentionMs,
      )
    }
  }

  /** Resolves when a message of a queue may have become visible: it was sent, changed, or its instant came. */
  mayBeVisible({ name }: QueueSettings): Promise<void> {
    const next = this.#clock.stands ? undefined : this.nextVisible([name])
    return this.changed(Math.min(next === undefined ? Infinity : next - this.#clock.now(), LONGEST_WAIT_MS), name)
  }

  /** Resolves when something was sent to a queue or became visible by a change, or after `ms` of real time. */
  changed(ms: number, queue?: string): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#waiting.set(done, queue)
    })
  }

  /** Lets those look who wait for a change of a queue; without a name all, e.g. since time was moved. */
  wake(queue?: string): void {
    for (const [done, awaited] of [...this.#waiting])
      if (queue === undefined || awaited === undefined || awaited === queue) done()
  }

  #bury(id: number, arn: string, now: number) {
    const { name } = this.find(arn)
    prepared(
      this.#state,
      'UPDATE messages SET queue = ?, visible = ?, received = 0, first = NULL, receipt = NULL WHERE id = ?',
    ).run(name, now, id)
    this.wake(name)
  }
}

function messageOf(row: Record<string, unknown>, receipt: string, now: number): QueueMessage {
  return {
    MessageId: String(row['uuid']),
    ReceiptHandle: receipt,
    Body: String(row['body']),
    MD5OfBody: md5(String(row['body'])),
    Attributes: {
      SenderId: 'local',
      SentTimestamp: String(row['sent']),
      ApproximateReceiveCount: String(Number(row['received']) + 1),
      ApproximateFirstReceiveTimestamp: String((row['first'] as number | null) ?? now),
    },
    MessageAttributes: JSON.parse(String(row['attributes'])) as Record<string, unknown>,
  }
}
