// Reads the mails a region sent: from the local engine's mailbox, or from MiniStack's record of what SES was given.
import { simpleParser } from 'mailparser'

export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailbox {
  /** All mails to an address, oldest first. */
  to(address: string): Promise<Mail[]>
}

/** The mailbox behind an address: MiniStack's if the path says so, else the local engine's. */
export function mailboxAt(url: string): Mailbox {
  return url.includes('_ministack') ? ministack(url) : engine(url)
}

function engine(url: string): Mailbox {
  return {
    async to(address) {
      const list = (await get(`${url}/api/mails?to=${encodeURIComponent(address)}&limit=1000`)) as {
        id: string | number
      }[]
      const ids = list.map((mail) => Number(mail.id)).sort((a, b) => a - b)
      return Promise.all(ids.map(async (id) => parse(String(id), await getText(`${url}/api/mails/${id}/raw`))))
    },
  }
}

interface MinistackMail {
  readonly MessageId: string
  readonly To: readonly string[]
  readonly Subject: string
  readonly BodyText?: string
  readonly BodyHtml?: string
}

/** MiniStack shows what SES was given, already parsed, by account. */
function ministack(url: string): Mailbox {
  return {
    async to(address) {
      const { messages } = (await get(url)) as { messages: Record<string, MinistackMail[]> }
      return Object.values(messages)
        .flat()
        .filter((mail) => mail.To.some((to) => to === address || to.endsWith(`<${address}>`)))
        .map(({ MessageId, Subject, BodyText = '', BodyHtml = '' }) => ({
          id: MessageId,
          to: address,
          subject: Subject,
          text: BodyText,
          html: BodyHtml,
        }))
    },
  }
}

async function parse(id: string, raw: string): Promise<Mail> {
  const { to, subject = '', text = '', html } = await simpleParser(raw)
  const first = Array.isArray(to) ? to[0] : to
  return { id, to: first?.value[0]?.address ?? '', subject, text, html: html || '' }
}

async function get(url: string): Promise<unknown> {
  return JSON.parse(await getText(url))
}

async function getText(url: string): Promise<string> {
  const reply = await fetch(url)
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}.`)
  return reply.text()
}

/** How many mails about each of the cases went to anybody but the citizen, read page by page from the engine's mailbox. */
export async function responderMails(url: string, ids: ReadonlySet<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let after = 0; ;) {
    const page = (await get(`${url}/api/mails?after=${after}&limit=1000`)) as { id: string | number; subject: string }[]
    if (page.length === 0) return counts
    for (const { id, subject } of page) {
      after = Math.max(after, Number(id))
      const caseId = /\[([0-9A-Z-]+)\]/.exec(subject)?.[1]
      if (caseId && ids.has(caseId)) counts.set(caseId, (counts.get(caseId) ?? 0) + 1)
    }
  }
}
