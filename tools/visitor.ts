// A person with a link: opens the page, fills in a form, sends it, follows where it leads, as a browser without scripts
// would. Used by the smoke and by the journey tests.
const CALL_MS = 30_000

export interface Page {
  readonly url: string
  readonly status: number
  readonly html: string
  /** What the page gave to be sent with the next request. */
  readonly cookie?: string | undefined
}

/** The first link of a purpose in a mail's text, moved to where the region is reached from here. */
export function linkIn(text: string, purpose: '/a/' | '/r/' | '/t/', base: string): string {
  const [first] = linksIn(text, purpose, base)
  if (!first) throw new Error(`The mail has no link ${purpose}…`)
  return first
}

/** Every link of a purpose in a mail's text, each once. */
export function linksIn(text: string, purpose: '/a/' | '/r/' | '/t/', base: string): string[] {
  const found = text.matchAll(new RegExp(`https?://\\S*?(${purpose}[a-z0-9]{32})`, 'g'))
  return [...new Set([...found].map(([, path]) => base + path))]
}

/** @param cookie of an earlier page */
export async function open(url: string, cookie?: string): Promise<Page> {
  const reply = await fetch(url, { headers: carrying(cookie), signal: AbortSignal.timeout(CALL_MS) })
  return { url: reply.url, status: reply.status, html: await reply.text(), cookie: keptOf(reply) ?? cookie }
}

/** The citizen's page behind the link of a mail; where it asks, they say first that the message is theirs. */
export async function openOwn(url: string): Promise<Page> {
  const page = await open(url)
  return asksWhose(page) ? confirmOwn(page) : page
}

export function asksWhose({ html }: Page): boolean {
  return html.includes('value="mails"')
}

export function confirmOwn(page: Page): Promise<Page> {
  return send(page, 'value="mails"', { action: 'mails', mails: 'mine' })
}

/** Sends the page's form that has a field or button `having`, with its hidden fields and the given values. */
export async function send(page: Page, having: string, values: Readonly<Record<string, string>>): Promise<Page> {
  const form = page.html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(having))
  if (!form) throw new Error(`The page has no form with ${having}.`)
  const hidden = Object.fromEntries(
    [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]),
  )
  const reply = await fetch(new URL(attribute(form, 'action') || page.url, page.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...carrying(page.cookie) },
    body: new URLSearchParams({ ...hidden, ...values }),
    redirect: 'manual',
    signal: AbortSignal.timeout(CALL_MS),
  })
  const location = reply.headers.get('location')
  const cookie = keptOf(reply) ?? page.cookie
  if (location) return open(new URL(location, page.url).href, cookie)
  return { url: page.url, status: reply.status, html: await reply.text(), cookie }
}

function carrying(cookie: string | undefined): Record<string, string> {
  return cookie ? { Cookie: cookie } : {}
}

function keptOf(reply: Response): string | undefined {
  return reply.headers.getSetCookie()[0]?.split(';')[0]
}

/** Writes in the citizens' form and sends it, by the page on which it is checked; what is wrong with it stands on the page that is left. */
export async function write(form: Page, values: Readonly<Record<string, string>>): Promise<Page> {
  const checked = await send(form, 'name="text"', values)
  return checked.status === 200 ? send(checked, 'action="../report"', {}) : checked
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Types the code of a mail into the page that asks for it. @throws when the mail has none */
export function typeCode(page: Page, mail: string): Promise<Page> {
  const [, code] = /(?:Код|Code): (\d{6})/.exec(mail) ?? []
  if (!code) throw new Error('The mail has no code.')
  return send(page, 'value="enter"', { step: 'enter', code })
}
