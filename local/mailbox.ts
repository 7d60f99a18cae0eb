// Shows the mails of everybody, as pages and as JSON. A mail is shown as a mail program would show it: its HTML in a
// sandboxed frame that may follow links and nothing else. Served by engine.ts.
import { createServer, type Server, type ServerResponse } from 'node:http'
import { html, raw as asItIs } from 'hono/html'
import { simpleParser } from 'mailparser'
import { KEEP_ALIVE } from './keep-alive.ts'
import type { MailDoor } from './mail-door.ts'
import { replyAddress, replyForm, takeReply } from './mailbox-reply.ts'
import type { Mails, MailSummary } from './mails.ts'

const LIMIT = 200

/** Serves the mailbox on 127.0.0.1. @param door where a reply goes that somebody writes below a mail */
export async function serveMailbox(mails: Mails, door: MailDoor, port: number): Promise<Server> {
  const server = createServer(KEEP_ALIVE, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://local')
    const answered =
      request.method === 'POST' ? takeReply(mails, door, request, url, response) : answer(mails, door, url, response)
    void answered.catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

async function answer(mails: Mails, door: MailDoor, url: URL, response: ServerResponse) {
  const to = url.searchParams.get('to') ?? undefined
  const [, api, id, raw] = /^(\/api)?\/mails(?:\/(\d+))?(\/raw)?$/.exec(url.pathname) ?? []
  const json = api !== undefined
  if (id) {
    const mail = mails.get(Number(id))
    if (!mail) return send(response, 404, 'text/plain', 'There is no such mail.')
    if (raw) return send(response, 200, 'message/rfc822', mail.raw)
    const parsed = await simpleParser(mail.raw)
    const { raw: _, ...summary } = mail
    const headers = Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    )
    const content = {
      ...summary,
      headers,
      text: parsed.text ?? '',
      html: parsed.html || '',
      attachments: parsed.attachments.map((one) => one.filename ?? one.contentType),
    }
    if (json) return send(response, 200, 'application/json', JSON.stringify(content))
    const isTaken = door.takes(replyAddress(content.headers) ?? '')
    return send(response, 200, 'text/html', mailPage(content, isTaken))
  }
  if (json) {
    const list = mails.list(
      to,
      Number(url.searchParams.get('after') ?? 0),
      Number(url.searchParams.get('limit') ?? LIMIT),
    )
    return send(response, 200, 'application/json', JSON.stringify(list))
  }
  if (url.pathname !== '/') return send(response, 404, 'text/plain', 'There is no such page.')
  const list = mails.list(to, 0, 1_000_000).slice(-LIMIT).reverse()
  return send(response, 200, 'text/html', listPage(mails.addresses(), to, list))
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(body)
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 72rem; padding: 1rem }
  h1 { font-size: 1.3rem } a { color: inherit }
  .columns { display: flex; flex-wrap: wrap; gap: 1.5rem } .columns > nav { flex: 1 1 16rem } .columns > main { flex: 3 1 24rem; min-width: 0 }
  ul { list-style: none; margin: 0; padding: 0 } li a { display: block; padding: .55rem .6rem; border-bottom: 1px solid #8884; text-decoration: none; overflow-wrap: anywhere }
  li a:hover, li a[aria-current] { background: #8882 } small { opacity: .75; display: block }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: 0 0 1rem } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
  iframe { width: 100%; height: 70vh; border: 1px solid #8886; background: #fff } pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: 1rem }
  textarea, button { font: inherit } textarea { width: 100%; max-width: 40rem; box-sizing: border-box }`

function page(title: string, body: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${asItIs(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.toString()
}

function listPage(addresses: ReturnType<Mails['addresses']>, to: string | undefined, list: readonly MailSummary[]) {
  const box = (one: (typeof addresses)[number]) =>
    html`<li>
      <a href="/?to=${encodeURIComponent(one.address)}" ${to === one.address ? html`aria-current="page"` : ''}
        >${one.address} <small>${one.mails} · ${when(one.last)}</small></a
      >
    </li>`
  const mail = (one: MailSummary) =>
    html`<li>
      <a href="/mails/${one.id}"
        >${one.subject} <small>${[one.to.join(', '), when(one.date), fate(one)].filter(Boolean).join(' · ')}</small></a
      >
    </li>`
  return page(
    to ?? 'Mailbox',
    html`<h1>${to ?? 'All mails'}</h1>
      <div class="columns">
        <main>
          ${
            list.length > 0
              ? html`<ul>
                  ${list.map(mail)}
                </ul>`
              : html`<p>No mail yet.</p>`
          }
        </main>
        <nav aria-label="Mailboxes">
          <ul>
            <li><a href="/">All mails</a></li>
            ${addresses.map(box)}
          </ul>
        </nav>
      </div>`,
  )
}

interface Content extends MailSummary {
  readonly headers: Record<string, string>
  readonly text: string
  readonly html: string
  readonly attachments: readonly string[]
}

function mailPage(mail: Content, isTaken: boolean) {
  const frame = `<base target="_blank">${mail.html}`
  return page(
    mail.subject,
    html`<p><a href="/?to=${encodeURIComponent(mail.to[0] ?? '')}">← ${mail.to.join(', ')}</a></p>
      <h1>${mail.subject}</h1>
      <dl>
        <dt>From</dt>
        <dd>${mail.headers['from'] ? mail.from : ''}</dd>
        <dt>To</dt>
        <dd>${mail.to.join(', ')}</dd>
        <dt>Date</dt>
        <dd>${[when(mail.date), fate(mail)].filter(Boolean).join(' · ')}</dd>
        ${
          mail.attachments.length > 0
            ? html`<dt>Attached</dt>
                <dd>${mail.attachments.join(', ')}</dd>`
            : ''
        }
      </dl>
      ${mail.html ? html`<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${frame}"></iframe>` : ''}
      ${isTaken ? replyForm(mail) : ''}
      <details ${mail.html ? '' : html`open`}>
        <summary>Text part</summary>
        <pre>${mail.text}</pre>
      </details>
      <p><a href="/api/mails/${mail.id}/raw">Source</a></p>`,
  )
}

const when = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`

const fates = {
  bounce: 'came back: no such address',
  softbounce: 'came back: mailbox full',
  complaint: 'marked as spam',
  suppressed: 'not sent: suppressed',
}
const fate = ({ outcome }: MailSummary) => outcome && fates[outcome]
