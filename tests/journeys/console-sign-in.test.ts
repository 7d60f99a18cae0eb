// Signing in to the console: by a code or a link of a mail, once, by people of the directory; what others do with a mail, a form or a
// cookie signs nobody in; every page asks what its reader may do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffOf } from '../../functions/case/staff.ts'
import { routes as adminRoutes } from '../../functions/admin/routes.ts'
import { routes as callRoutes } from '../../functions/call/routes.ts'
import { routes as consoleRoutes } from '../../functions/console/routes.ts'
import { routes as actRoutes } from '../../functions/acts/routes.ts'
import { routes as passkeyRoutes } from '../../functions/passkey/routes.ts'
import { routes as directoryRoutes } from '../../functions/directory/routes.ts'
import { routes as bulkRoutes } from '../../functions/bulk/routes.ts'
import { routes as importRoutes } from '../../functions/imports/routes.ts'
import { routes as deskRoutes } from '../../functions/desk/routes.ts'
import { routes as figuresRoutes } from '../../functions/figures/routes.ts'
import { may } from '../../functions/web/console/rights.ts'
import type { Route } from '../../functions/web/console/serve.ts'
import { open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { askToSignIn, type Console, consoleWith, signIn, signInMail } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const MINUTE = 60_000
const routes = [
  ...adminRoutes,
  ...consoleRoutes,
  ...deskRoutes,
  ...actRoutes,
  ...figuresRoutes,
  ...directoryRoutes,
  ...callRoutes,
  ...passkeyRoutes,
  ...bulkRoutes,
  ...importRoutes,
]

let work: RegionAtWork
let base: string
let operator: string
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
    analysts: [person('analyst')],
    administrators: [person('administrator')],
  }))
  base = `${work.engine.apiUrl}/console`
  operator = work.region.operators[0]!.email
})
afterAll(() => work.end())

/** Of a wrong code: never the right one. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const type = (page: Page, code: string) => send(page, 'name="code"', { code, step: 'code' })
const press = (link: string, cookie?: string) =>
  fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie && { Cookie: cookie }) },
    body: 'sure-sign-in=yes',
  })
const cookieOf = (reply: Response) => reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const mailsTo = async (email: string) => (await work.mails(email)).filter(({ subject }) => subject.startsWith('Вход'))
/** What differs from page to page by chance. */
const plain = ({ html }: Page) => html.replaceAll(/name="wish" value="\w+"/g, '')
const restOf = async () => {
  // Half an hour later an address may have mails again, and a source asks anew.
  await work.engine.advance(31 * MINUTE)
}

describe('a mailed link', () => {
  it('is only looked at by HEAD and GET: no cookie, and it still signs in', async () => {
    await askToSignIn(work, operator)
    const { link } = await signInMail(work, operator)
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
      const reply = await fetch(link, { method })
      expect([reply.status, reply.headers.getSetCookie()]).toEqual([200, []])
    }
    const unticked = await fetch(link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect([unticked.status, unticked.headers.getSetCookie()]).toEqual([422, []])
    const pressed = await press(link)
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, base])
    expect(pressed.headers.getSetCookie()[0]).toMatch(
      /^console=[a-z-]+\.\w{32}; Path=\/\S*console; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    )
    const again = await open(link)
    expect([again.status, again.html.includes('уже использована')]).toEqual([410, true])
    expect((await press(link)).status).toBe(410)
  })

  it('A3 pressed twenty times at once begins one session', async () => {
    await askToSignIn(work, operator)
    const { link } = await signInMail(work, operator)
    const replies = await Promise.all(Array.from({ length: 20 }, () => press(link)))
    expect(replies.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 410)])
  })

  it('A5 tells its page to nobody else, and leaves neither itself nor an address in the log', async () => {
    await askToSignIn(work, operator)
    const { link } = await signInMail(work, operator)
    const page = await fetch(link)
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const html = await page.text()
    expect(html).not.toMatch(/(src|href)="https?:\/\/(?!127\.0\.0\.1)/)
    expect((await press(link)).headers.get('location')).toBe(base)
  })

  it('A6 begins with the region’s own address, whatever a request says of it', async () => {
    await restOf()
    const url = `${base}/sign-in`
    await fetch(url, {
      method: 'POST',
      headers: { 'X-Forwarded-Host': 'evil.example', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: operator, step: 'ask', wish: 'a'.repeat(32) }),
    })
    expect((await work.lastMail(operator)).text).not.toContain('evil.example')
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '%2F%2Fevil.example', 'evil.example'])(
    'leads to the console where it is to lead to %s',
    async (to) => {
      const me = await signIn(work, 'analyst@staff.example')
      await restOf()
      const reply = await fetch(`${base}/sign-in?to=${encodeURIComponent(to)}`, {
        redirect: 'manual',
        headers: { Cookie: me.cookie },
      })
      expect([reply.status, reply.headers.get('location')]).toEqual([303, base])
    },
  )
})

describe('a code', () => {
  it('signs in on the page that asked for it, and on no other', async () => {
    await restOf()
    const [mine, another] = [await askToSignIn(work, operator), await askToSignIn(work, 'nobody@example.org')]
    const { code } = await signInMail(work, operator)
    expect((await type(another, code)).status).toBe(422)
    const signedIn = await type(mine, code)
    expect([signedIn.url, signedIn.status]).toEqual([base, 200])
    expect((await type(mine, code)).status).toBe(410)
  })

  it('is locked after five wrong ones, also typed at once, and says so', async () => {
    await restOf()
    const page = await askToSignIn(work, operator)
    const { code, link } = await signInMail(work, operator)
    const tried = await Promise.all(Array.from({ length: 8 }, () => type(page, otherThan(code))))
    expect(tried.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3)
    const right = await type(page, code)
    expect([right.status, right.html.includes('Пять кодов не подошли')]).toEqual([429, true])
    // Whoever reads the mail is not shut out by whoever guesses.
    expect((await press(link)).status).toBe(303)
  })

  it('is over after ten minutes, and so is the link', async () => {
    await restOf()
    const page = await askToSignIn(work, operator)
    const { code, link } = await signInMail(work, operator)
    await work.engine.advance(10 * MINUTE + 1000)
    expect((await type(page, code)).status).toBe(410)
    expect((await press(link)).status).toBe(410)
  })

  it('comes five times in half an hour, whoever asks', async () => {
    await restOf()
    const before = (await mailsTo(operator)).length
    for (let asked = 0; asked < 7; asked += 1) await askToSignIn(work, operator)
    expect((await mailsTo(operator)).length - before).toBe(5)
  })
})

describe('an address', () => {
  it('A7 known, unknown, of a responder alone, or mailed too often: each is answered alike', async () => {
    await restOf()
    const responder = work.region.organisations.find(({ responder: { email } }) =>
      staffOf(work.region).every(({ contact }) => contact.email !== email),
    )!.responder.email
    const addresses = [operator, 'nobody@example.org', responder]
    for (let asked = 0; asked < 6; asked += 1) await askToSignIn(work, 'analyst@staff.example')
    const pages = await Promise.all([...addresses, 'analyst@staff.example'].map((one) => askToSignIn(work, one)))
    const without = (page: Page) =>
      [...addresses, 'analyst@staff.example'].reduce((html, one) => html.replaceAll(one, '…'), plain(page))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(pages.map(without)).size).toBe(1)
    for (const page of pages.slice(1)) expect((await type(page, '000000')).html).toContain('Осталось попыток: 4')
    expect(await mailsTo('nobody@example.org')).toEqual([])
    expect(await mailsTo(responder)).toEqual([])
  })

  it('that is none is said to be none', async () => {
    const page = await askToSignIn(work, 'нет')
    expect([page.status, page.html.includes('Проверьте адрес')]).toEqual([422, true])
  })
})

describe('a session', () => {
  let me: Console
  beforeAll(async () => {
    await restOf()
    me = await signIn(work, operator)
  })

  it('is not the one that the browser brought, and ends the one before', async () => {
    await askToSignIn(work, 'analyst@staff.example')
    const { link } = await signInMail(work, 'analyst@staff.example')
    const planted = `console=analyst.${'a'.repeat(32)}`
    const cookie = cookieOf(await press(link, planted))
    expect(cookie).not.toBe(planted)
    expect((await consoleWith(work, planted).open()).url).toContain('/sign-in')
    await askToSignIn(work, 'administrator@staff.example')
    const other = await signInMail(work, 'administrator@staff.example')
    expect(cookieOf(await press(other.link, cookie))).toMatch(/^console=administrator\./)
    expect((await consoleWith(work, cookie).open()).url).toContain('/sign-in')
  })

  it('is over after eight idle hours, and not before', async () => {
    await restOf()
    const idle = await signIn(work, operator)
    await work.engine.advance(7 * 60 * MINUTE)
    expect((await idle.open()).url).toBe(base)
    await work.engine.advance(7 * 60 * MINUTE)
    expect((await idle.open()).url).toBe(base)
    await work.engine.advance(8 * 60 * MINUTE + MINUTE)
    expect((await idle.open()).url).toContain('/sign-in')
    me = await signIn(work, operator)
  })

  it('ends with signing out: its cookie is worth nothing then, whoever stole it', async () => {
    const stolen = await signIn(work, operator)
    const left = await stolen.send(await stolen.open(), 'sign-out')
    expect(left.url).toContain('/sign-in')
    expect((await stolen.open()).url).toContain('/sign-in')
  })

  it('is listed with the others of its person, who ends them all at once', async () => {
    await restOf()
    const other = await signIn(work, operator)
    const page = await me.open('sessions')
    expect(page.html).toContain('это устройство')
    expect(page.html.match(/name="end" value="[\w-]{43}"/g)).toHaveLength(2)
    const left = await me.send(page, 'value="everywhere"', { end: 'everywhere' })
    expect(left.url).toContain('/sign-in')
    for (const each of [me, other]) expect((await each.open()).url).toContain('/sign-in')
  })

  it('is ended by an administrator', async () => {
    await restOf()
    const [administrator, theirs] = [await signIn(work, 'administrator@staff.example'), await signIn(work, operator)]
    const list = await administrator.open('staff')
    expect(list.html).toContain('Сотрудник municipal')
    const page = await administrator.open(`staff/${work.region.operators[0]!.id}`)
    await administrator.send(page, 'value="everywhere"', { end: 'everywhere' })
    expect((await theirs.open()).url).toContain('/sign-in')
    expect((await administrator.open()).url).toBe(base)
  })
})

describe('a form', () => {
  const forms = routes.filter(({ method }) => method === 'POST')
  let me: Console
  let token: string
  beforeAll(async () => {
    await restOf()
    me = await signIn(work, operator)
    token = /name="token" value="([\w-]+)"/.exec((await me.open()).html)![1]!
  })
  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(`${base}/${path.replace(':id', 'somebody')}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: me.cookie, ...headers },
      body: new TextEncoder().encode(body),
    })
  const types: (string | undefined)[] = [
    undefined,
    'text/plain',
    'APPLICATION/X-WWW-FORM-URLENCODED',
    'application/json',
  ]
  const origins: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]

  it.each(forms.map(({ path }) => path))(
    'A8 of %s sent by another site does nothing, however it is sent',
    async (path) => {
      for (const type of types)
        for (const origin of origins) {
          const reply = await post(path, { ...origin, ...(type && { 'Content-Type': type }) }, `token=${token}`)
          expect([path, type, origin, reply.status]).toEqual([path, type, origin, 403])
        }
      expect((await me.open()).url).toBe(base)
    },
  )

  it('without the token of its session does nothing', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    for (const body of ['', 'token=', `token=${token.slice(1)}`, `token=${'a'.repeat(token.length)}`])
      expect((await post('sign-out', form, body)).status).toBe(403)
    expect((await me.open()).url).toBe(base)
    expect((await post('sign-out', form, `token=${token}`)).status).toBe(303)
  })
})

describe('every page', () => {
  const people = {
    operator: () => operator,
    moderator: () => work.region.moderators[0]!.email,
    supervisor: () => work.region.organisations.find(({ supervisor }) => supervisor)!.supervisor!.email,
    municipal: () => 'municipal@staff.example',
    analyst: () => 'analyst@staff.example',
    administrator: () => 'administrator@staff.example',
  } as const
  const asked = async ({ method, path }: Route, { cookie, token = '' }: { cookie: string; token?: string }) => {
    const reply = await fetch(`${base}${path && `/${path.replace(':id', 'nobody')}`}`, {
      method,
      redirect: 'manual',
      headers: { Cookie: cookie, ...(method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded' }) },
      ...(method === 'POST' && { body: new URLSearchParams({ token }) }),
    })
    return reply.status
  }
  /** Of a route that is allowed, asked without anything: nobody is called nobody, and no list has no name. */
  const statusOf = ({ method, path }: Route) => {
    if (path === 'call' || path === 'comments') return method === 'POST' ? 400 : 200
    if (path === 'play' || path === 'next' || path === 'bulk' || (path === 'views' && method === 'POST')) return 400
    if (path === 'search' && method === 'POST') return 422
    // A script, the same for every table; and a file that is missing.
    if (path === 'imports/:id/go-on') return 200
    if (path === 'imports' && method === 'POST') return 422
    // A key is made for somebody.
    if (path === 'keys' && method === 'POST') return 422
    // Nobody ticked that they decided it.
    if (path === 'models' && method === 'POST') return 422
    return path.includes(':id') ? 404 : method === 'POST' ? 303 : 200
  }
  /** Signing out comes last: nothing is allowed after it. */
  const inTurn = routes.toSorted((one, other) => Number(one.path === 'sign-out') - Number(other.path === 'sign-out'))

  it.each(Object.entries(people))('and form is open to the %s if the table of rights says so', async (role, email) => {
    await restOf()
    const me = await signIn(work, email())
    const { roles } = staffOf(work.region).find(({ contact }) => contact.email === email())!
    expect(roles).toContain(role)
    const [, token = ''] = /name="token" value="([\w-]+)"/.exec((await me.open()).html) ?? []
    for (const route of inTurn) {
      const status = await asked(route, { cookie: me.cookie, token })
      const allowed = statusOf(route)
      expect([route.path, status]).toEqual([route.path, may({ roles }, route.needs) ? allowed : 403])
    }
  })

  it('and form is shut to whoever is signed out', async () => {
    for (const route of routes) {
      const status = await asked(route, { cookie: '' })
      expect([route.path, status]).toEqual([route.path, route.method === 'POST' ? 307 : 303])
    }
  })

  it.each([
    '//console/staff',
    '/console//staff',
    '/%63onsole/staff/',
    '/console/../console/staff',
    '/console/staff.',
    '/CONSOLE/STAFF',
  ])('is not found under %s by a way around', async (path) => {
    const reply = await fetch(`${work.engine.apiUrl}${path}`, { redirect: 'manual' })
    expect(reply.status).not.toBe(200)
  })
})
