// A citizen who lost their links has them sent anew, reads what is kept about them, and takes it with them; whoever asks for another's
// address learns nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, linksIn, open, openOwn, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const citizen = 'l.citizen@example.org'
const unconfirmed = 'u.citizen@example.org'
const neighbour = 'n.citizen@example.org'
const lamps = 'Во дворе дома 5 по улице Садовой не горят фонари.'
const pits = 'Яма на дороге у дома 7 по улице Садовой.'

let work: RegionAtWork
let cases: string[]
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  const [municipality, topic] = [
    work.region.municipalities[0]!.id,
    work.region.topics.find((one) => !one.important)!.id,
  ]
  cases = []
  for (const [text, email] of [
    [lamps, citizen],
    [pits, citizen],
    [lamps, neighbour],
    [pits, unconfirmed],
  ] as const) {
    const message = { text, topic, municipality, author: { name: 'Л. Гражданка', email, phone: '+7 900 000-00-00' } }
    cases.push(((await (await work.post(message)).json()) as { id: string }).id)
    await work.engine.idle()
    await work.engine.advance(60_000)
    if (email !== unconfirmed) await openOwn(linkIn((await work.lastMail(email)).text, '/t/', work.engine.apiUrl))
  }
})
afterAll(() => work.end())

const ask = async (email: string) => {
  const page = await open(`${work.engine.apiUrl}/my`)
  return send(page, 'name="email"', { email })
}
const linksMails = async (email: string) =>
  (await work.mails(email)).filter(({ subject }) => subject.includes('Ссылки'))
const trackLinks = (text: string) => linksIn(text, '/t/', work.engine.apiUrl)

describe('whoever lost their links', () => {
  it('is answered the same, whether there are messages of an address or not', async () => {
    const [known, unknown] = [await ask(citizen), await ask('nobody@example.org')]
    const without = ({ html }: { html: string }) => html.replace(/name="nonce" value="\w+"/, '')
    expect([known.status, without(known)]).toEqual([unknown.status, without(unknown)])
    expect(known.html).toContain('Просьба принята')
    expect(await linksMails('nobody@example.org')).toEqual([])
  })

  it('gets fresh links of their own open cases by mail, and nothing that anybody wrote', async () => {
    const [mail, ...more] = await linksMails(citizen)
    expect(more).toEqual([])
    expect(cases.filter((id) => mail!.text.includes(id))).toEqual(cases.slice(0, 2))
    expect(mail!.text).not.toMatch(/фонари|Яма на дороге|Гражданка/)
    const pages = await Promise.all(trackLinks(mail!.text).map((url) => open(url)))
    expect(pages.map(({ html }) => [html.includes(pits), html.includes(lamps)])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('gets no more than one such mail an hour', async () => {
    await ask(citizen)
    expect(await linksMails(citizen)).toHaveLength(1)
    await work.engine.advance(61 * 60_000)
    await ask(citizen)
    expect(await linksMails(citizen)).toHaveLength(2)
  })

  it('is led by the link of an address that nobody confirmed to the question whose message it is', async () => {
    await ask(unconfirmed)
    const [mail] = await linksMails(unconfirmed)
    const page = await open(trackLinks(mail!.text)[0]!)
    expect([page.html.includes('Это ваше сообщение?'), page.html.includes(pits)]).toEqual([true, false])
    const [data, file] = await Promise.all(['data', 'case.json'].map((part) => open(`${page.url}/${part}`)))
    for (const { html } of [data!, file!]) expect(html).not.toContain('Гражданка')
  })

  it('is told of an address that is none, and nothing is sent', async () => {
    const page = await ask('кто-то')
    expect([page.status, page.html.includes('Напишите адрес почты полностью')]).toEqual([422, true])
  })
})

describe('my data', () => {
  const link = async () => trackLinks((await linksMails(citizen)).at(-1)!.text)[0]!

  it('are said with their time and their purpose', async () => {
    const page = await open(`${await link()}/data`)
    expect(page.status).toBe(200)
    const facts = [...page.html.matchAll(/<dd[^>]*>(.*?)<\/dd>/gs)].map(([, fact]) => fact!.replace(/<[^>]+>/g, ''))
    const until = '1 марта 2029 г.'
    const stays = 'бессрочно, без ваших слов и адресов'
    expect(facts).toEqual([
      cases[1],
      ...[
        'Л. Гражданка, l.citizen@example.org, +7 900 000-00-00',
        until,
        'чтобы ответить вам; имя и телефон увидит только тот, кому нужно вам позвонить',
      ],
      ...[until, 'чтобы решить вопрос'],
      ...[until, 'чтобы вы могли их прочитать'],
      ...[until, 'чтобы найти ваши записи, если вы попросите'],
      ...[stays, 'чтобы считать, как отвечают'],
      ...[stays, 'чтобы не отправить одно дважды; самих писем мы не храним'],
      ...['30 дней', 'чтобы искать сбои'],
    ])
  })

  it('are a file of one case, and of all of the same reader, of nobody else', async () => {
    const [one, all] = await Promise.all(
      ['case.json', 'all.json'].map(async (part) => fetch(`${await link()}/${part}`)),
    )
    expect([one!.headers.get('content-disposition'), one!.headers.get('cache-control')]).toEqual([
      `attachment; filename="${cases[1]!}.json"`,
      'no-store',
    ])
    const [{ cases: own }, { cases: both }] = (await Promise.all([one!.json(), all!.json()])) as [File, File]
    expect(own.map(({ number, you, youWrote }) => ({ number, you, texts: youWrote.map(({ text }) => text) }))).toEqual([
      {
        number: cases[1],
        you: { name: 'Л. Гражданка', email: citizen, phone: '+7 900 000-00-00', address: null },
        texts: [pits],
      },
    ])
    expect(own[0]!.mails.length).toBeGreaterThan(0)
    expect(both.map(({ number }) => number)).toEqual([cases[1], cases[0]])
    expect(JSON.stringify(both)).not.toContain(neighbour)
  })
})

interface File {
  readonly cases: readonly Exported[]
}

interface Exported {
  readonly number: string
  readonly you: unknown
  readonly youWrote: readonly { readonly text: string }[]
  readonly mails: readonly { readonly about: string }[]
}

describe('a draft language', () => {
  it('is chosen on a citizen’s page and kept; an official’s page is in a whole one', async () => {
    const chosen = await fetch(`${work.engine.apiUrl}/report?lang=ce`)
    const [cookie = ''] = (chosen.headers.get('set-cookie') ?? '').split(';')
    expect([cookie, (await chosen.text()).includes('<html lang="ce">')]).toEqual(['lang=ce', true])
    const responder = work.region.organisations.find((one) => one.municipality === work.region.municipalities[0]!.id)!
    const urls = [
      `${work.engine.apiUrl}/my`,
      linkIn((await work.lastMail(responder.responder.email)).text, '/a/', work.engine.apiUrl),
    ]
    const [citizens, officials] = await Promise.all(
      urls.map(async (url) => (await fetch(url, { headers: { Cookie: cookie } })).text()),
    )
    expect(citizens).toContain('<html lang="ce">')
    expect(officials).toContain('<html lang="ru">')
    expect(officials).not.toContain('lang=ce')
  })
})

describe('a mail about the course of a case', () => {
  const events = async () => (await work.get(cases[1]!)).history.map(({ type }) => type)
  /** The last mail to the citizen about the case that names such an address, with its headers unfolded. */
  const raw = async () => {
    const about = (await work.mails(citizen)).filter(({ subject }) => subject.includes(cases[1]!))
    const all = about.map(async ({ id }) => {
      const mail = await fetch(`${work.engine.mailboxUrl}/api/mails/${id}/raw`)
      return (await mail.text()).replace(/\r\n[ \t]+/g, ' ')
    })
    return (await Promise.all(all)).findLast((mail) => /^List-Unsubscribe: /im.test(mail))!
  }
  const unsubscribeUrl = async () => {
    const [, url = ''] = /^List-Unsubscribe: <([^>]+)>/im.exec(await raw())!
    return work.engine.apiUrl + url.slice(url.indexOf('/t/'))
  }

  it('names the address where one POST ends them; opening it changes nothing', async () => {
    expect(await raw()).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/im)
    const before = await events()
    const page = await open(await unsubscribeUrl())
    expect([page.html.includes('присылать только ответы и вопросы'), await events()]).toEqual([true, before])
    const empty = await fetch(await unsubscribeUrl(), { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    expect([empty.status, await events()]).toEqual([400, before])
  })

  it('ends by it, once however often it is sent; the page says so, and how all come again', async () => {
    const body = () => {
      const form = new FormData()
      form.set('List-Unsubscribe', 'One-Click')
      return form
    }
    const sent = [
      await fetch(await unsubscribeUrl(), { method: 'POST', body: body(), redirect: 'manual' }),
      await fetch(await unsubscribeUrl(), {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      }),
    ]
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    expect((await events()).filter((type) => type === 'mails_stopped')).toHaveLength(1)
    const page = await open((await unsubscribeUrl()).replace('/mails', ''))
    expect(page.html).toContain('О ходе работы мы на почту не пишем')
    const choice = await open(`${page.url}?do=mails`)
    await send(choice, 'value="mails"', { action: 'mails', mails: 'mine' })
    expect((await open(page.url)).html).not.toContain('О ходе работы мы на почту не пишем')
  })
})
