// The directory in the console: a change holds everywhere within a minute, says who and why, and can be undone; two at once see each other;
// nobody raises themselves; an absent responder's mails go to the deputy; the cases of one who left go to the successor.
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const MINUTE = 60_000
const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })

let work: RegionAtWork
let ann: Console
let ben: Console
let topic: string
let office: RegionAtWork['region']['organisations'][number]
let other: typeof office

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    administrators: [person('ann'), person('ben')],
    organisations: region.organisations.map((one) =>
      one.municipality === 'groznyy' ? { ...one, responder: person('boss'), deputy: person('vice') } : one,
    ),
  }))
  office = work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!
  other = work.region.organisations.find(({ municipality }) => municipality === 'argun')!
  topic = work.region.topics.find((one) => one.id.startsWith('yards.') && !one.important && !one.season)!.id
  ann = await signIn(work, 'ann@staff.example')
  ben = await signIn(work, 'ben@staff.example')
}, 60_000)
afterAll(() => work.end())

let written = 0
const submit = async (municipality = 'groznyy') => {
  const message = { text: `Во дворе нет скамейки (${(written += 1)}).`, topic, municipality }
  const author = { email: `citizen-${written}@example.org` }
  const { id } = (await (await work.post({ author, ...message })).json()) as { id: string }
  await work.engine.idle()
  return id
}
/** A change holds in every function within a minute. */
const everywhere = () => work.engine.advance(MINUTE)
const mailsOf = async (email: string, id: string) =>
  (await work.mails(email)).filter(({ subject }) => subject.includes(id))
const entry = (key: string) => `entry/${key.replaceAll('/', '__').replaceAll('.', '_')}`
/** What stands in the form of an entry, as a browser would send it. */
const standsIn = ({ html }: Page): Record<string, string> => {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="version"')) ?? ''
  const named = (tag: string) => /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const typed = inputs.filter((tag) => /type="(?:text|email|tel|date)"/.test(tag))
  const ticked = inputs.filter((tag) => /type="(?:checkbox|radio)"/.test(tag) && /\schecked(?:=|\s|\/|>)/.test(tag))
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)]
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)]
  return Object.fromEntries([
    ...[...typed, ...ticked].map((tag) => [named(tag), plain(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? '')]),
    ...areas.map(([, name, text]) => [name, plain(text!)]),
    ...selects.map(([, name, options]) => [name, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '']),
  ]) as Record<string, string>
}
const preview = (who: Console, page: Page, values: Readonly<Record<string, string>>) =>
  who.send(page, 'name="version"', { ...standsIn(page), ...values })
const keep = (who: Console, page: Page, reason = 'Приказ № 12', values = {}) =>
  who.send(page, 'name="reason"', { reason, step: 'keep', ...values })
/** Opens the form of an entry, changes fields, and keeps them. */
const change = async (who: Console, key: string, values: Readonly<Record<string, string>>, reason?: string) =>
  keep(who, await preview(who, await who.open(entry(key)), values), reason)
const versions = async () => {
  const { html } = await ann.open('changes')
  return [...html.matchAll(/<b>Изменение (\d+)<\/b>/g)].map(([, version]) => Number(version))
}
/** What the page tells by a box. */
const told = ({ html }: Page) =>
  (/<section class="problem"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ')

describe('a change', () => {
  it('is shown before it is kept, wants a reason, and says afterwards who, what and why', async () => {
    const form = await ann.open(entry('people/operator/' + work.region.operators[0]!.id))
    const shown = await preview(ann, form, { who: 'same', position: 'главный оператор' })
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('главный оператор')
    const unreasoned = await keep(ann, shown, '')
    expect([unreasoned.status, await versions()]).toEqual([422, []])
    const kept = await keep(ann, unreasoned, 'Приказ № 12 от 2 марта')
    expect([kept.status, kept.url]).toEqual([200, `${work.engine.apiUrl}/console/directory/people?done=kept`])
    const { html } = await ben.open('changes')
    for (const said of ['Изменение 1', 'Сотрудник ann', 'Приказ № 12 от 2 марта', 'главный оператор'])
      expect(html).toContain(said)
  })

  it('holds within a minute in every function: mail goes to the new address, and the old person is out', async () => {
    const gone = work.region.operators[1]!
    const session = await signIn(work, gone.email)
    expect((await session.open('queue?list=open')).url).toContain('queue')
    await change(ann, `people/responder/${other.id}`, { who: 'same', email: 'new-address@staff.example' })
    const removed = await ann.send(await ann.open(entry(`people/operator/${gone.id}`)), 'name="version"', {
      remove: 'yes',
    })
    expect(removed.html).toContain('запись убирается')
    await keep(ann, removed, 'Уволился')
    await everywhere()
    expect(await mailsOf('new-address@staff.example', await submit('argun'))).toHaveLength(1)
    expect((await session.open('queue?list=open')).url).toContain('sign-in')
  })

  it('of a route, of topics’ words, of a ready answer and of an organisation, each by its form', async () => {
    const before = (await versions()).length
    const words = await ann.open(entry(`topics/${topic}`))
    const keywords = `${standsIn(words)['keywords']}\nнебывалая лавочка`
    const word = await keep(ann, await preview(ann, words, { keywords }))
    const answer = await change(ann, 'templates/new', {
      'name-ru': 'Принято',
      'text-ru': 'Сделаем {date}.',
      'topic:*': 'yes',
    })
    const body = await change(ann, 'organisations/new', {
      ...{ 'name-ru': 'Горсвет', kind: 'utility', municipality: 'groznyy' },
      ...{ responder: 'Марина Светлова', email: 'svet@staff.example' },
    })
    expect([word.url, answer.url, body.url].map((url) => url.split('/').at(-1))).toEqual([
      'topics?done=kept',
      'templates?done=kept',
      'organisations?done=kept',
    ])
    const route = await change(ann, 'routes/new', {
      ...{ organisation: 'gorsvet', place: '1', [`topic:${topic}`]: 'yes', 'at:groznyy': 'yes' },
    })
    expect(route.html).toMatch(/1\. [^<]+<\/a><\/th><td>[^<]*Горсвет/)
    expect((await versions()).length).toBe(before + 4)
    await everywhere()
    expect(await mailsOf('svet@staff.example', await submit())).toHaveLength(1)
  })

  it('is taken back by a press: what it made different, and only where that is still so', async () => {
    const [last = 0] = await versions()
    const asked = await ann.send(await ann.open('changes'), `changes/${last}"`, {})
    expect(asked.html).toContain(`Отмена изменения ${last}`)
    await keep(ann, asked, 'Ошиблись')
    await everywhere()
    expect(await mailsOf('boss@staff.example', await submit())).toHaveLength(1)
    const again = await ann.send(await ann.open('changes'), `changes/${last}"`, {})
    expect(again.html).toContain('Ничего не изменилось.')
    expect(again.html).toContain('с тех пор изменились')
  })
})

describe('what may not be', () => {
  it('is said by the sentences of region:check, and keeps nothing', async () => {
    const before = await versions()
    const form = await ann.open(entry('routes/1'))
    const refused = await preview(ann, form, { organisation: 'nobody-at-all' })
    expect(refused.status).toBe(422)
    expect(told(refused)).toContain('организации «nobody-at-all» нет: выберите другую')
    expect(refused.html).not.toContain('value="keep"')
    expect(await versions()).toEqual(before)
  })

  it.each(['role', 'id', 'scopes', 'createdBy', 'administrators'])(
    'a field that is not of the form: %s',
    async (name) => {
      const before = await versions()
      const form = await ann.open(entry(`people/responder/${other.id}`))
      const refused = await preview(ann, form, { who: 'same', [name]: 'administrator' })
      expect([refused.status, refused.html.includes(`«${name}»`)]).toEqual([400, true])
      expect(await versions()).toEqual(before)
    },
  )

  it('a post for oneself, by any way', async () => {
    const email = 'ann@staff.example'
    const ways = [
      await preview(ann, await ann.open(entry('people/operator/new')), { name: 'Я', email }),
      await preview(ann, await ann.open(entry(`people/responder/${other.id}`)), {
        who: 'same',
        email: email.toUpperCase(),
      }),
      await preview(ann, await ann.open(entry(`people/deputy/${other.id}`)), { who: 'other', name: 'Я', email }),
    ]
    for (const page of ways)
      expect([page.status, told(page)]).toEqual([422, expect.stringContaining('Себе назначить пост нельзя')])
  })

  it('two administrators who take each other out at the same moment: one of them is left', async () => {
    const out = async (who: Console, whom: string) =>
      who.send(await who.open(entry(`people/administrator/${whom}`)), 'name="version"', { remove: 'yes' })
    const [annsPage, bensPage] = await Promise.all([out(ann, 'ben'), out(ben, 'ann')])
    const [one, two] = await Promise.all([keep(ann, annsPage), keep(ben, bensPage)])
    const kept = [one, two].filter(({ url }) => url.endsWith('done=kept'))
    expect(kept).toHaveLength(1)
    const left = kept[0] === one ? ann : ben
    const last = left === ann ? 'ann' : 'ben'
    // Whoever is left cannot go.
    const alone = await out(left, last)
    expect([alone.status, told(alone)]).toEqual([422, expect.stringContaining('хотя бы один администратор')])
    // And takes the other in again.
    const page = await left.open('changes')
    const [newest] = [...page.html.matchAll(/<b>Изменение (\d+)<\/b>/g)].map(([, version]) => Number(version))
    await keep(left, await left.send(page, `changes/${newest}"`, {}))
    await everywhere()
    ann = await signIn(work, 'ann@staff.example')
    ben = await signIn(work, 'ben@staff.example')
  })
})

describe('two who change at once', () => {
  it('the second sees what the first kept and what their own change does now, loses nothing, and keeps it', async () => {
    const key = `people/supervisor/${other.id}`
    const typed = { name: 'Ольга Вторая', email: 'olga@staff.example' }
    const form = await ben.open(entry(key))
    await change(ann, `people/deputy/${other.id}`, { who: 'other', name: 'Пётр Первый', email: 'petr@staff.example' })
    const conflict = await preview(ben, form, { ...typed, ...(form.html.includes('name="who"') && { who: 'other' }) })
    expect(conflict.status).toBe(409)
    expect(told(conflict)).toContain('Пётр Первый')
    expect(conflict.html).toContain('Ольга Вторая')
    expect((await keep(ben, conflict)).url).toContain('done=kept')
    const { html } = await ann.open('directory/people?q=staff.example')
    for (const name of ['Пётр Первый', 'Ольга Вторая']) expect(html).toContain(name)
  })
})

describe('an absent responder', () => {
  it('is written to no more: the deputy gets what they would get, is told in whose place, and answers', async () => {
    await change(ann, `people/responder/${office.id}`, { who: 'same', 'from-1': '2026-03-02', 'to-1': '2026-03-15' })
    await everywhere()
    const id = await submit()
    expect(await mailsOf('boss@staff.example', id)).toEqual([])
    const [mail] = await mailsOf('vice@staff.example', id)
    expect(mail!.text).toContain('вместо коллеги: Сотрудник boss, в отпуске по 15 марта')
    const page = await open(linkIn(mail!.text, '/a/', work.engine.apiUrl))
    await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Скамейку поставили 2 марта.' })
    expect((await work.get(id)).history.at(-1)).toMatchObject({ type: 'answered', by: 'responder' })
  })

  it('is written to again after the last day', async () => {
    await change(ann, `people/responder/${office.id}`, { who: 'same', 'from-1': '2026-02-20', 'to-1': '2026-03-01' })
    await everywhere()
    expect(await mailsOf('boss@staff.example', await submit())).toHaveLength(1)
  })
})

describe('a responder who left', () => {
  it('gives way to a successor, who has the open cases; both are told, and old links act no more', async () => {
    const ids = [await submit(), await submit()]
    const [old] = await mailsOf('boss@staff.example', ids[0]!)
    const link = linkIn(old!.text, '/a/', work.engine.apiUrl)
    const form = await ann.open(entry(`people/responder/${office.id}`))
    const shown = await preview(ann, form, {
      ...{ who: 'other', name: 'Роза Новая', email: 'roza@staff.example' },
      ...{ position: '', phone: '', 'from-1': '', 'to-1': '' },
    })
    expect(shown.html).toMatch(/Передать преемнику открытые дела: \d/)
    const done = await keep(ann, shown, 'Ушёл в другое ведомство', { move: 'yes' })
    expect(done.status).toBe(200)
    for (const id of ids) expect(done.html).toMatch(new RegExp(`${id}</th>.*?<td>передано</td>`))
    expect(done.html).toContain('Все открытые дела у нынешнего ответственного.')
    await everywhere()
    for (const id of ids) expect(await mailsOf('roza@staff.example', id)).toHaveLength(1)
    const farewell = (await work.mails('boss@staff.example')).filter(({ subject }) => subject.startsWith('Ваши дела'))
    expect(farewell.map(({ subject, text }) => [subject, text.includes('Роза Новая')])).toEqual([
      ['Ваши дела переданы другому сотруднику', true],
    ])
    const lapsed = await open(link)
    expect(lapsed.html).not.toContain('name="answer"')
    const before = (await work.get(ids[0]!)).history.length
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await fetch(link, {
      method: 'POST',
      headers,
      body: 'action=accept&nonce=0123456789ABCDEF&assignment=1&sure-accept=yes',
    })
    await work.engine.idle()
    expect((await work.get(ids[0]!)).history.length).toBe(before)
    // Asked once more, nothing is left to be given on.
    expect((await ann.open(`successor/${office.id}`)).html).toContain('Все открытые дела у нынешнего ответственного.')
  })
})

describe('npm run directory', () => {
  let home: string
  beforeAll(() => {
    home = join(work.dataDir, 'home')
    mkdirSync(join(home, '.otklik'), { recursive: true })
    symlinkSync(work.dataDir, join(home, '.otklik', '95'))
  })
  const run = (...args: string[]) => {
    const options = { encoding: 'utf8', cwd: home } as const
    try {
      return execFileSync(process.execPath, [resolve('tools/directory.ts'), ...args, '--region', '95'], options)
    } catch (error) {
      return (error as { stdout: string; stderr: string }).stdout + (error as { stderr: string }).stderr
    }
  }

  it('shows what the console changed, and lets the files hold again, which the console can undo', async () => {
    const said = run('diff')
    expect(said).toContain('Роза Новая')
    expect(said).toContain('hold as the console says')
    const [before = 0] = await versions()
    const pushed = run('push', '--by', 'Инженер', '--reason', 'Вернули слова темы', '--entries', 'topics/')
    expect(pushed).toContain(`1 entry hold as the files say, within a minute (version ${before + 1})`)
    const { html } = await ann.open('changes')
    expect(html).toContain('Инженер (через файл региона)')
    expect(run('diff')).not.toContain('небывалая лавочка')
  })
})
