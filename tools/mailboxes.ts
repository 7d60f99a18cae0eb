// Reads the mails a region sent: from the local engine's mailbox, or from MiniStack's record of what SES was given.
// Mails of one case are found by the case's id in the subject, so that a full mailbox costs no more than an empty one.
const PAGE = 1_000
const PATIENCE_MS = 30_000

export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailbox {
  /** The mails to an address, oldest first: all, or those with some words in the subject. */
  to(address: string, about?: string): Promise<Mail[]>
}

/** The mailbox behind an address: MiniStack's if the path says so, else the local engine's. */
export function mailboxAt(url: string): Mailbox {
  return url.includes('/_ministack/') ? ministack(url) : engine(url.replace(/\/$/, ''))
}

interface Summary {
  readonly id: number
  readonly subject: string
}

function engine(url: string): Mailbox {
  /** A mail never changes, and to take it apart takes longer than anything else here: each is asked for once. */
  const read = new Map<number, Pick<Mail, 'text' | 'html'>>()
  return {
    async to(address, about = '') {
      const mails: Mail[] = []
      for await (const { id, subject } of summaries(url, address)) {
        if (!subject.includes(about)) continue
        const mail = read.get(id) ?? ((await get(`${url}/api/mails/${id}`)) as Pick<Mail, 'text' | 'html'>)
        read.set(id, mail)
        mails.push({ id: String(id), to: address, subject, text: mail.text, html: mail.html })
      }
      return mails
    },
  }
}

/** The engine's list, oldest first, page by page. */
async function* summaries(url: string, address?: string): AsyncGenerator<Summary> {
  const to = address ? `&to=${encodeURIComponent(address)}` : ''
  for (let after = 0; ;) {
    const page = (await get(`${url}/api/mails?after=${after}&limit=${PAGE}${to}`)) as Summary[]
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

interface MinistackMail {
  readonly MessageId: string
  /** As they stand in the header: "Name <address>" or the address alone. */
  readonly To: readonly string[]
  readonly Subject: string
  readonly BodyText: string
  readonly BodyHtml: string | null
  readonly Timestamp: number
}

/** MiniStack shows what SES was given, already decoded, by account and within it by AWS region. */
function ministack(url: string): Mailbox {
  return {
    async to(address, about = '') {
      const { messages } = (await get(url)) as { messages: Record<string, MinistackMail[]> }
      return Object.values(messages)
        .flat()
        .filter(({ To }) => To.some((to) => to === address || to.endsWith(`<${address}>`)))
        .filter(({ Subject }) => Subject.includes(about))
        .sort((a, b) => a.Timestamp - b.Timestamp)
        .map((mail) => ({
          id: mail.MessageId,
          to: address,
          subject: mail.Subject,
          text: mail.BodyText,
          html: mail.BodyHtml ?? '',
        }))
    },
  }
}

async function get(url: string): Promise<unknown> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}.`)
  return reply.json()
}

/** How many mails about each of the cases went to anybody but the citizen, read from the engine's mailbox. */
export async function responderMails(url: string, ids: ReadonlySet<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for await (const { subject } of summaries(url)) {
    const caseId = /\[([0-9A-Z-]+)\]/.exec(subject)?.[1]
    if (caseId && ids.has(caseId)) counts.set(caseId, (counts.get(caseId) ?? 0) + 1)
  }
  return counts
}
