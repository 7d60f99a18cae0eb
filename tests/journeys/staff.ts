// Somebody of the directory in the console: signs in by mail, opens pages and sends their forms, as a browser without scripts would.
import { type Page, send } from '../../tools/visitor.ts'
import type { RegionAtWork } from './region-at-work.ts'

export interface Console {
  readonly cookie: string
  open(path?: string): Promise<Page>
  send(page: Page, having: string, values?: Readonly<Record<string, string>>): Promise<Page>
}

/** The page with the form of a code, after an address was named. */
export async function askToSignIn(work: RegionAtWork, email: string): Promise<Page> {
  const url = `${work.engine.apiUrl}/console/sign-in`
  const reply = await fetch(url)
  return send({ url, status: reply.status, html: await reply.text() }, 'name="email"', { email, step: 'ask' })
}

export interface SignInMail {
  readonly code: string
  /** Of the link, moved to where the region is reached from here. */
  readonly link: string
}

export async function signInMail(work: RegionAtWork, email: string): Promise<SignInMail> {
  const { text } = await work.lastMail(email)
  const [, code] = /(?:Код|Code): (\d{6})/.exec(text) ?? []
  const [, path] = /(\/console\/sign-in\/[a-z0-9]{32})/.exec(text) ?? []
  if (!code || !path) throw new Error(`No mail to sign in by went to ${email}: ${text}`)
  return { code, link: `${work.engine.apiUrl}${path}` }
}

/** Signs in by the code of a mail. */
export async function signIn(work: RegionAtWork, email: string): Promise<Console> {
  const asked = await askToSignIn(work, email)
  const { code } = await signInMail(work, email)
  const { cookie = '' } = await send(asked, 'name="code"', { code, step: 'code' })
  if (!cookie.startsWith('console=')) throw new Error(`${email} was not signed in.`)
  return consoleWith(work, cookie)
}

/** The console as whoever has the cookie sees it. */
export function consoleWith(work: RegionAtWork, cookie: string): Console {
  return {
    cookie,
    async open(path = '') {
      const reply = await fetch(`${work.engine.apiUrl}/console${path && `/${path}`}`, { headers: { Cookie: cookie } })
      return { url: reply.url, status: reply.status, html: await reply.text(), cookie }
    },
    send: (page, having, values = {}) => send({ ...page, cookie }, having, values),
  }
}
