// A reply written below a mail of the mailbox: as a mail program would make it, to Reply-To, with references and the mail quoted. Called by
// mailbox.ts.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as bodyOf } from 'node:stream/consumers'
import { html } from 'hono/html'
import { simpleParser } from 'mailparser'
import MimeNode from 'nodemailer/lib/mime-node'
import type { MailDoor } from './mail-door.ts'
import type { Mails } from './mails.ts'

/** The address that replies to a mail go to; undefined where it names none. */
export function replyAddress(headers: Readonly<Record<string, string>>): string | undefined {
  return /[^\s<>,]+@[^\s<>,]+/.exec(headers['reply-to'] ?? headers['from'] ?? '')?.[0]
}

export function replyForm({ id, to }: { readonly id: number; readonly to: readonly string[] }) {
  return html`<form method="post" action="/mails/${id}">
    <label for="words">Reply as ${to[0] ?? ''}</label><br />
    <textarea id="words" name="words" rows="5" cols="70" required></textarea><br />
    <button>Send the reply</button>
  </form>`
}

export async function takeReply(
  mails: Mails,
  door: MailDoor,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  const [, id] = /^\/mails\/(\d+)$/.exec(url.pathname) ?? []
  const mail = id === undefined ? undefined : mails.get(Number(id))
  // A page of another site could post here, too: browsers say so (Fetch Metadata).
  const isOwn = ['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site']?.toString())
  const words = new URLSearchParams(await bodyOf(request)).get('words')?.trim()
  if (!mail || !isOwn || !words) return void response.writeHead(mail && isOwn ? 422 : 404).end()
  const parsed = await simpleParser(mail.raw)
  const headers = Object.fromEntries(
    parsed.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
  )
  const to = replyAddress(headers)
  const from = mail.to[0]
  if (!to || !from || !door.takes(to)) return void response.writeHead(404).end()
  const reply = new MimeNode('text/plain; charset=utf-8', { disableFileAccess: true, disableUrlAccess: true })
  const references = [headers['references'], headers['message-id']].filter(Boolean).join(' ')
  reply.setHeader({
    From: from,
    To: to,
    Subject: `Re: ${mail.subject}`,
    'In-Reply-To': headers['message-id'] ?? '',
    References: references,
  })
  reply.setContent(
    `${words}\r\n\r\nOn ${mail.date.slice(0, 10)}, <${mail.from}> wrote:\r\n${(parsed.text ?? '').replace(/^/gm, '> ')}`,
  )
  await door.accept({ from, to: [to] }, await reply.build())
  response.writeHead(303, { Location: `/?to=${encodeURIComponent(from)}` }).end()
}
