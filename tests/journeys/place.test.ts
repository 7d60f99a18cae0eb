// The citizens' form from a link to a case: what a link fills in, a point by the map, the page that is checked, and a message that joins
// an open case nearby. Over HTTP, as a browser without scripts sends it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOwn, linkIn, open, type Page, send, write } from '../../tools/visitor.ts'
import { UNBENT_DAY } from '../unbent-day.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => {
    return {
      ...region,
      languages: ['ru', 'en'],
      public: { topics: ['yards.*', 'roads.*'], atLeast: 3, embeddedBy: [] },
    }
  })
})
afterAll(() => work.end())

const lamp = 'yards.lighting'
const idIn = ({ html }: Page) => /95-260302-\w{5}/.exec(html)![0]
const form = (query: Record<string, string> = {}) =>
  open(`${work.engine.apiUrl}/report?${new URLSearchParams(query).toString()}`)
/** Presses a button of a page's form that leads elsewhere than the form does. */
const press = (page: Page, step: 'place' | 'edit' | 'check', values: Record<string, string> = {}) =>
  send(
    { ...page, html: page.html.replace(/action="[^"]*"/, `action="${work.engine.apiUrl}/form/${step}"`) },
    'name="nonce"',
    values,
  )
const hiddenIn = ({ html }: Page, name: string) =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1]
const selectedIn = ({ html }: Page) => [...html.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value)
interface Seen {
  readonly status: string
  readonly mergedInto: string | null
  readonly topic: string
  readonly municipality: string
  readonly organisation: { readonly id: string } | null
  readonly history: readonly { readonly type: string; readonly by: string }[]
}
const see = async (id: string) => (await work.get(id)) as unknown as Seen
/** The point that the responder of a case reads. */
async function pointOf(id: string): Promise<string | undefined> {
  const { organisation } = await see(id)
  const { responder } = work.region.organisations.find((one) => one.id === organisation?.id)!
  const page = await open(linkIn((await work.lastMail(responder.email)).text, '/a/', work.engine.apiUrl))
  expect(page.html).toContain(id)
  return /href="geo:([^"]+)"/.exec(page.html)?.[1]
}

describe('a topic', () => {
  const text = 'На Садовой не горит фонарь, и мусор не вывозят.'
  const optionsIn = ({ html }: Page) =>
    [...html.matchAll(/name="topic-found" value="([^"]*)"[^>]*>\s*<span>([^<]*)/g)].map(([, value]) => value)
  const check = async (fields: Record<string, string> = {}) =>
    send(await form(), 'name="text"', { text, municipality: 'groznyy', ...fields })

  it('is offered by the words of the message, which stand beside it, and none is chosen', async () => {
    const page = await check()
    expect(optionsIn(page)).toEqual([lamp, 'waste.collection', 'ecology.dump', ''])
    expect(page.html).toContain('Наружное освещение — у вас: «не горит фонарь»')
    expect(page.html).not.toContain('checked')
    expect(page.html.length).toBeLessThan(20_000)
  })

  it('that is chosen is the message’s, with its term; where none is, routing finds one as ever', async () => {
    const page = await check()
    const chosen = await send(page, 'name="nonce"', { 'topic-found': 'waste.collection' })
    expect(await see(idIn(chosen))).toMatchObject({ topic: 'waste.collection', status: 'assigned' })
    for (const [nothing, other] of [
      [{}, 'А'],
      [{ 'topic-found': '' }, 'Б'],
    ] as const) {
      const sent = await send(await check({ text: `${other}. На Садовой не горит фонарь.` }), 'name="nonce"', nothing)
      expect((await see(idIn(sent))).topic).toBe(lamp)
    }
  })

  it('is looked for in other words; what was chosen before does not count then', async () => {
    const found = await press(await check(), 'check', { find: 'yes', wish: 'сломан лифт', 'topic-found': lamp })
    expect(optionsIn(found)).toEqual(['housing.lift', ''])
    const nothing = await press(found, 'check', { find: 'yes', wish: 'абракадабра' })
    expect([optionsIn(nothing), nothing.html.includes('По этим словам ничего не нашлось')]).toEqual([[], true])
    expect(nothing.html).toContain('value="абракадабра"')
  })

  it('is found in the whole list on the form, and what was chosen stays chosen there', async () => {
    const page = await check()
    expect(page.html).toContain('formaction="../form/edit#topic"')
    expect(selectedIn(await press(page, 'edit', { 'topic-found': 'ecology.dump' }))).toContain('ecology.dump')
  })

  it('that a link names is not asked for; one that the region does not know is told at its field', async () => {
    expect(optionsIn(await check({ topic: lamp }))).toEqual([])
    const unknown = await send(await check(), 'name="nonce"', { 'topic-found': 'no.such' })
    expect([unknown.status, unknown.html.includes('href="#topic"')]).toEqual([422, true])
  })
})

describe('a link, as that of a sheet by a bus stop,', () => {
  const link = { topic: lamp, municipality: 'groznyy', address: 'Садовая, 5 «у школы»', lat: '43.318', lon: '45.698' }

  it('fills in the form, and what it filled in is kept by another language, by a mistake and by the page that is checked', async () => {
    const page = await form(link)
    expect(selectedIn(page)).toEqual(['groznyy', lamp])
    expect(page.html).toContain('value="Садовая, 5 «у школы»"')
    expect(page.html).toMatch(/Выбрано: город Грозный</)
    const english = /<a href="(\?[^"]*lang=en)"/.exec(page.html)![1]!.replaceAll('&amp;', '&')
    expect(Object.fromEntries(new URLSearchParams(english))).toEqual({ ...link, lang: 'en' })
    const mistaken = await write(page, { text: '', ...link })
    expect([mistaken.status, selectedIn(mistaken), hiddenIn(mistaken, 'lat')]).toEqual([
      422,
      ['groznyy', lamp],
      '43.318',
    ])
    const checked = await send(mistaken, 'name="text"', {
      ...link,
      text: 'Не горит фонарь.',
      email: 'sheet@example.org',
    })
    for (const said of [
      'город Грозный',
      'Садовая, 5 «у школы»',
      'Наружное освещение',
      'sheet@example.org',
      'Ещё ничего не отправлено',
    ])
      expect(checked.html).toContain(said)
    expect(checked.html).toContain('Срок по этой теме — вторник, 10 марта в 18:00.')
    expect(checked.html).not.toMatch(UNBENT_DAY)
    const sent = await send(checked, 'name="nonce"', {})
    expect(await see(idIn(sent))).toMatchObject({ topic: lamp, municipality: 'groznyy' })
    expect(await pointOf(idIn(sent))).toBe('43.31800,45.69800')
  })

  it.each([
    [{ topic: 'no.such', municipality: 'groznyy' }, 'сами: тема.'],
    [{ municipality: '<script>' }, 'сами: город или район.'],
    [{ address: 'я'.repeat(301) }, 'сами: адрес.'],
    [{ lat: '55.75', lon: '37.62' }, 'сами: точка на карте.'],
    [{ lat: '43.318' }, 'сами: точка на карте.'],
    [{ topic: 'x', lat: 'NaN', lon: '' }, 'сами: тема, точка на карте.'],
  ])('that names what is not there is a form all the same, and says so: %j', async (query, says) => {
    const page = await form(query)
    expect([page.status, page.html.includes(says), hiddenIn(page, 'lat')]).toEqual([200, true, undefined])
    expect(page.html).not.toContain('<script')
  })

  it('is on a sheet as a code that a camera reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'otklik-qr-'))
    const out = join(folder, 'sheet.html')
    const asked = ['--region', '95', '--topic', lamp, '--municipality', 'groznyy', '--address', 'Садовая, 5']
    const more = ['--title', 'Остановка «Садовая» & школа', '--url', work.engine.apiUrl, '--out', out]
    execFileSync(process.execPath, ['tools/node24.mjs', 'tools/qr.ts', ...asked, ...more])
    const sheet = readFileSync(out, 'utf8')
    rmSync(folder, { recursive: true })
    for (const said of [
      'Остановка «Садовая» &#38; школа',
      'Наружное освещение',
      'город Грозный, Садовая, 5',
      work.region.phone,
      '/report</b>',
    ])
      expect(sheet).toContain(said)
    expect(sheet).not.toMatch(/(?:src|href)="(?!data:)/)
    const page = await open(readCode(sheet))
    expect([page.status, selectedIn(page), page.html.includes('value="Садовая, 5"')]).toEqual([
      200,
      ['groznyy', lamp],
      true,
    ])
  })
})

describe('a point', () => {
  it('is chosen on the map by two presses, told in words, moved, taken away, and arrives with the case', async () => {
    const typed = {
      text: 'Упало дерево.',
      municipality: '',
      address: 'у реки',
      email: 'tree@example.org',
      topic: 'yards.tree',
    }
    const whole = await press(await form(), 'place', typed)
    expect(whole.html).toContain('Нажмите на карту примерно там, где проблема')
    const near = await press(whole, 'place', { 'press.x': '135', 'press.y': '132' })
    expect(near.html).toContain('чтобы поставить или передвинуть точку')
    expect(hiddenIn(near, 'lat')).toBe('')
    const chosen = await press(near, 'place', { 'press.x': '150', 'press.y': '140' })
    expect(chosen.html).toMatch(/Выбрано: (?:город Грозный|Грозненский район)/)
    const moved = await press(chosen, 'place', { 'press.x': '144', 'press.y': '144' })
    expect(hiddenIn(moved, 'lat')).not.toBe(hiddenIn(chosen, 'lat'))
    const page = await press(moved, 'edit')
    expect(page.html).toContain('Упало дерево.')
    expect(page.html).toContain('value="tree@example.org"')
    const bare = await press(page, 'edit', { ...typed, point: 'none' })
    expect([hiddenIn(bare, 'lat'), bare.html.includes('Упало дерево.')]).toEqual([undefined, true])
    const sent = await write(page, typed)
    const chosenLast = ['lat', 'lon'].map((name) => Number(hiddenIn(moved, name)).toFixed(5))
    expect(await pointOf(idIn(sent))).toBe(chosenLast.join())
  })

  it('pressed by a key is none, and the page says what to do', async () => {
    const whole = await press(await form(), 'place', { text: 'Яма.' })
    const missed = await press(whole, 'place', { 'press.x': '0', 'press.y': '0' })
    expect([missed.html.includes('Мы не поняли, куда вы нажали'), hiddenIn(missed, 'lat')]).toEqual([true, ''])
  })

  it.each([
    ['55.75', '37.62'],
    ['95', '45'],
    ['43.3', ''],
    ['1e1', '0x2b'],
  ])('at %s, %s is refused where it stands, and stores nothing', async (lat, lon) => {
    const page = await write(await form(), { text: 'Яма.', lat, lon })
    expect(page.status).toBe(422)
    expect(page.html).toContain('<a href="#point">Точка на карте — Эта точка не в нашем регионе.')
    const told = await press(await form(), 'place', { text: 'Яма.', lat, lon, view: 'x' })
    expect([told.status, told.html.includes('Эта точка не в нашем регионе')]).toEqual([200, true])
  })

  it('by the browser may be asked on the page of the map, and nowhere else', async () => {
    const headerOf = async (path: string, init?: RequestInit) =>
      (await fetch(`${work.engine.apiUrl}${path}`, init)).headers.get('permissions-policy')
    const body = new URLSearchParams({ nonce: 'ABCDEFGH12345678', text: 'Яма.' })
    expect(await headerOf('/form/place', { method: 'POST', body })).toBe('geolocation=(self)')
    expect(await headerOf('/form/check', { method: 'POST', body })).toBe('geolocation=()')
    expect(await headerOf('/report')).toBe('geolocation=()')
  })

  it('a step opened by its address begins the form anew', async () => {
    const page = await open(`${work.engine.apiUrl}/form/check`)
    expect([page.url, page.status]).toEqual([`${work.engine.apiUrl}/report`, 200])
    expect((await open(`${work.engine.apiUrl}/form/nothing`)).status).toBe(404)
  })
})

it('D8 the steps in the middle keep every part of the form', async () => {
  const all = {
    ...{ text: 'Первая строка, 2 < 3.\nВторая & «третья».', municipality: 'argun', address: '"Мира", 1', topic: lamp },
    ...{ email: 'all@example.org', name: "Имя О'Имя", phone: '+7 900 000-00-00', lat: '43.29', lon: '45.87' },
  }
  let page = await send(await form(), 'name="text"', all)
  page = await press(page, 'edit')
  page = await press(page, 'place', all)
  page = await press(page, 'edit')
  page = await send(page, 'name="text"', all)
  page = await send(await press(await press(page, 'edit'), 'check', all), 'name="nonce"', {})
  const own = await open(page.url)
  for (const said of ['Первая строка, 2 &lt; 3.\nВторая &amp; «третья».', '&quot;Мира&quot;, 1'])
    expect(own.html).toContain(said)
  expect(await see(idIn(own))).toMatchObject({ topic: lamp, municipality: 'argun' })
  expect(await pointOf(idIn(own))).toBe('43.29000,45.87000')
  expect(await work.mails('all@example.org')).toHaveLength(1)
})

describe('an open case nearby', () => {
  const spot = { lat: '43.318', lon: '45.72' }
  const lampAt = (email: string) => ({
    text: `Не горит фонарь (${email}).`,
    topic: lamp,
    municipality: 'groznyy',
    email,
    ...spot,
  })
  let first: string

  it('is shown before sending, without a word or a person, and only of the topic that was chosen', async () => {
    first = idIn(await write(await form(), lampAt('first@example.org')))
    await work.engine.idle()
    const [lat, lon] = ['43.3195', '45.7205']
    const checked = await send(await form(), 'name="text"', { ...lampAt('second@example.org'), lat, lon })
    expect(checked.html).toMatch(
      /У меня так же: Наружное освещение, примерно 200 м отсюда\. Сообщили понедельник, 2 марта, отвечает [^.]+, срок [^.]+\./,
    )
    expect(checked.html).not.toContain('first@example.org')
    expect(
      (await send(await form(), 'name="text"', { ...lampAt('x@example.org'), topic: 'roads.pothole' })).html,
    ).not.toContain('У меня так же')
    expect((await send(await form(), 'name="text"', { ...lampAt('x@example.org'), topic: '' })).html).toContain(
      'У меня так же',
    )
    expect((await send(await form(), 'name="text"', { ...lampAt('x@example.org'), lat: '43.33' })).html).not.toContain(
      'У меня так же',
    )
  })

  it('D6 is joined once by two presses at one time: a case of its own, a receipt, and the answer of the other', async () => {
    const checked = await send(await form(), 'name="text"', lampAt('second@example.org'))
    const both = await Promise.all([1, 2].map(() => send(checked, 'name="nonce"', { same: first })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [one, other] = both.map(idIn)
    expect(one).toBe(other)
    expect(both[0]!.html).toContain('О том же написали другие')
    const seen = await see(one!)
    expect([seen.status, seen.mergedInto]).toEqual(['merged', first])
    expect(seen.history.map(({ type, by }) => `${type} ${by}`)).toEqual(['received citizen', 'merged citizen'])
    expect((await see(first)).history.map(({ type }) => type)).toEqual(['received', 'assigned', 'joined'])
    const [receipt] = await work.mails('second@example.org')
    expect(receipt!.text).toContain('Об этом уже писали, и вопрос решают.')
    expect((await send(await form(), 'name="text"', lampAt('third@example.org'))).html).toContain('Присоединились: 1.')

    const office = work.region.organisations.find((one) => one.municipality === 'groznyy')!
    const respond = await open(linkIn((await work.lastMail(office.responder.email)).text, '/a/', work.engine.apiUrl))
    await send(respond, 'name="answer"', {
      action: 'answer',
      kind: 'done',
      answer: 'Здравствуйте. Фонарь заменили вчера.',
    })
    const review = await open(linkIn((await work.lastMail(work.region.moderators)).text, '/r/', work.engine.apiUrl))
    await send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    await work.engine.idle()
    expect((await see(one!)).status).toBe('resolved')
    const answer = await work.lastMail('second@example.org')
    expect((await openOwn(linkIn(answer.text, '/t/', work.engine.apiUrl))).html).toContain('Фонарь заменили вчера.')
  })

  it.each([
    ['is over by now', () => first],
    ['lies elsewhere', async () => idIn(await write(await form(), { ...lampAt('far@example.org'), lat: '43.25' }))],
    ['is not there', () => '95-260302-00000'],
    [
      'is of a topic that the region’s file does not open',
      async () => idIn(await write(await form(), { ...lampAt('h@example.org'), topic: 'health.care' })),
    ],
  ])('that %s is not joined: the message goes its own way', async (what, caseOf) => {
    const same = await caseOf()
    await work.engine.idle()
    const checked = await send(await form(), 'name="text"', lampAt(`${what.length}@example.org`))
    const seen = await see(idIn(await send(checked, 'name="nonce"', { same })))
    expect([seen.mergedInto, seen.history.map(({ type }) => type)]).toEqual([null, ['received', 'assigned']])
  })
})

/** Looks at the sheet as a camera would: every module of its code as four dots by four. */
function readCode(sheet: string): string {
  const side = Number(/class="code" viewBox="0 0 (\d+)/.exec(sheet)![1])
  const dots = 4 * side
  const pixels = new Uint8ClampedArray(dots * dots * 4).fill(255)
  for (const [, x, y] of sheet.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < 4; column += 1) {
        const at = ((Number(y) * 4 + row) * dots + Number(x) * 4 + column) * 4
        pixels.fill(0, at, at + 3)
      }
  // Its types are those of another kind of module.
  const read = jsQR as unknown as typeof jsQR.default
  return read(pixels, dots, dots)!.data
}
