// The queue of the console: each list holds what it says and no more, by filters, page by page; an organisation's supervisor and a
// municipality see their own and nothing of others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../tools/visitor.ts'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const secretWords = 'Уникум из Аргуна: трактор стоит поперёк улицы'

let work: RegionAtWork
let operator: Console
let municipal: Console
let supervisor: Console
let analyst: Console
let lights: string
let foreign: string
let unclear: string
let office: RegionAtWork['region']['organisations'][number]

const casesIn = ({ html }: Page) =>
  [...html.matchAll(/<th scope="row"[^>]*>(?:<input[^>]*>)?<a href="[^"]*\/cases\/(95-[\w-]+)"/g)].map(([, id]) => id!)
const submit = async (message: object) => ((await (await work.post(message)).json()) as { id: string }).id

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
    analysts: [person('analyst')],
    organisations: region.organisations.map((one, at) =>
      at === 0 ? { ...one, supervisor: person('supervisor') } : one,
    ),
  }))
  office = work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const author = { name: 'Заира Гражданская', email: 'z@example.org', phone: '+7 928 111-22-33' }
  lights = await submit({ text: 'Не горит фонарь. Звоните +7 928 111-22-33.', topic, municipality: 'groznyy', author })
  foreign = await submit({ text: secretWords, topic, municipality: 'argun', author })
  unclear = await submit({ text: 'Что-то не так', author })
  await work.engine.idle()
  operator = await signIn(work, work.region.operators[0]!.email)
  municipal = await signIn(work, 'municipal@staff.example')
  supervisor = await signIn(work, 'supervisor@staff.example')
  analyst = await signIn(work, 'analyst@staff.example')
}, 90_000)
afterAll(() => work.end())

describe('an operator', () => {
  it('sees what waits on each list, counted', async () => {
    const start = await operator.open()
    const counts = [...start.html.matchAll(/queue\?list=(\w+)">[^<]*<\/a><\/th><td class="count">(\d+)/g)].map(
      ([, list, count]) => [list, count],
    )
    expect(Object.fromEntries(counts)).toMatchObject({
      triage: '1',
      open: '3',
      review: '0',
      overdue: '0',
      extension: '0',
    })
    for (const [list, count] of counts)
      expect([list, casesIn(await operator.open(`queue?list=${list}`)).length]).toEqual([list, Number(count)])
  })

  it('reads in a row what it is, where, with whom and until when, and nothing of who the citizen is', async () => {
    const { html } = await operator.open('queue?list=open')
    for (const part of ['Не горит фонарь', office.name['ru'], 'до 17 марта', 'портал', 'минут'])
      expect(html).toContain(part)
    expect(html).not.toMatch(/Гражданская|z@example|111-22-33/)
  })

  it('narrows a list down by an address that can be kept', async () => {
    expect(casesIn(await operator.open('queue?list=open&municipality=groznyy'))).toEqual([lights])
    expect(casesIn(await operator.open(`queue?list=open&organisation=${office.id}`))).toEqual([lights])
    expect(casesIn(await operator.open('queue?list=triage'))).toEqual([unclear])
    expect(casesIn(await operator.open('queue?list=triage&municipality=groznyy'))).toEqual([])
  })

  it.each([
    'list=all',
    'organisation=nobody',
    'municipality=moscow',
    'state=open',
    'list=closed&month=2026-13',
    'list=open&after=x',
  ])('who asks for %s is told that there is no such list, and shown none', async (query) => {
    const page = await operator.open(`queue?${query}`)
    expect([page.status, casesIn(page)]).toEqual([400, []])
  })
})

describe('whoever sees a part', () => {
  it.each([
    ['the municipal centre', () => municipal],
    ['the supervisor of an organisation', () => supervisor],
  ])('%s: nothing of others in lists, counts and columns', async (_, who) => {
    const me = who()
    for (const query of ['open', 'triage', 'review', 'overdue', 'returned', 'extension', 'closed']) {
      const page = await me.open(`queue?list=${query}`)
      expect([query, page.status]).toEqual([query, 200])
      expect(page.html).not.toContain('Уникум')
      expect(casesIn(page)).not.toContain(foreign)
    }
    expect((await me.open('queue?list=open&municipality=argun')).html).not.toContain(foreign)
    expect((await me.open('queue?list=mine')).status).toBe(400)
  })

  it('the municipal centre sees its own', async () => {
    expect(casesIn(await municipal.open('queue?list=open'))).toEqual([lights])
    expect((await municipal.open()).html).toMatch(/list=open">[^<]*<\/a><\/th><td class="count">1 /)
  })

  it('the analyst sees numbers and no list', async () => {
    const start = await analyst.open()
    expect(start.html).toContain('3 сообщения')
    expect(start.html).not.toMatch(/href="[^"]*queue/)
    expect((await analyst.open('queue?list=open')).status).toBe(403)
  })
})

describe('a saved view', () => {
  const keep = async (who: Console, query: string, values: Record<string, string>) =>
    who.send(await who.open(`queue?${query}`), 'name="page"', { do: 'keep', ...values })
  const act = async (who: Console, name: string, values: Record<string, string>) => {
    const page = await who.open('views')
    const [, id = ''] = new RegExp(`>${name}</a>[\\s\\S]*?name="id" value="(\\w+)"`).exec(page.html) ?? []
    return who.send(page, `value="${id}"`, values)
  }

  it('keeps a filter under a name, once however often its form is sent, pinned with its count', async () => {
    const list = await operator.open('queue?list=open&municipality=groznyy')
    const form = { do: 'keep', name: 'Грозный', pin: 'yes' }
    for (const _ of [1, 2]) await operator.send(list, 'name="page"', form)
    const views = await operator.open('views')
    expect(views.html.match(/>Грозный<\/a>/g)).toHaveLength(1)
    const start = await operator.open()
    expect(start.html).toMatch(
      /queue\?list=open&amp;municipality=groznyy">Грозный<\/a><\/th><td class="count">1 сообщение/,
    )
    const [, href = ''] = /href="[^"]*\/console\/(queue[^"]*)">Грозный/.exec(start.html) ?? []
    expect(casesIn(await operator.open(href.replaceAll('&amp;', '&')))).toEqual([lights])
  })

  it('is renamed, unpinned and removed', async () => {
    expect((await act(operator, 'Грозный', { do: 'rename', name: '' })).status).toBe(422)
    await act(operator, 'Грозный', { do: 'rename', name: 'Столица' })
    await act(operator, 'Столица', { do: 'unpin' })
    expect((await operator.open()).html).not.toContain('Столица')
    expect((await act(operator, 'Столица', { do: 'remove' })).html).not.toContain('Столица')
  })

  it('is somebody’s own, and shows nobody more than they may see', async () => {
    await keep(operator, 'list=open', { name: 'Моё всё', pin: 'yes' })
    await keep(municipal, 'list=open', { name: 'Наше', pin: 'yes' })
    expect((await municipal.open('views')).html).not.toContain('Моё всё')
    expect((await municipal.open()).html).toMatch(/>Наше<\/a><\/th><td class="count">1 сообщение/)
  })

  it('is of a list that there is: whoever makes one up keeps nothing', async () => {
    const list = await operator.open('queue?list=open')
    for (const page of ['queue?list=all', 'queue?list=open&organisation=nobody', 'staff', 'https://evil.example'])
      expect((await operator.send(list, 'name="page"', { do: 'keep', name: 'Чужое', page })).status).toBe(400)
    expect((await operator.open('views')).html).not.toContain('Чужое')
    expect((await analyst.open('views')).status).toBe(403)
  })
})

describe('as the day goes on', () => {
  it('an answer stands among those to check, and a case that was withdrawn among those closed in its month', async () => {
    const link = linkIn((await work.mails(office.responder.email))[0]!.text, '/a/', work.engine.apiUrl)
    const answer = { action: 'answer', kind: 'done', answer: 'Фонарь заменили 2 марта, свет есть.' }
    await send(await open(link), 'name="answer"', answer)
    for (const query of ['list=review', `list=review&organisation=${office.id}`, 'list=open&municipality=groznyy'])
      expect([query, casesIn(await operator.open(`queue?${query}`))]).toEqual([query, [lights]])
    expect(casesIn(await operator.open('queue?list=closed'))).toEqual([])
    await fetch(`${work.engine.apiUrl}/v1/cases/${foreign}/withdraw`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${work.key}`,
        'Idempotency-Key': 'withdraw',
        'Content-Type': 'application/json',
      },
      body: '{}',
    })
    expect((await work.get(foreign)).status).toBe('closed')
    const list = await operator.open('queue?list=closed&month=2026-03')
    expect([casesIn(list), list.html.includes('1 сообщение')]).toEqual([[foreign], true])
    expect(casesIn(await operator.open('queue?list=closed&month=2026-03&municipality=groznyy'))).toEqual([])
    expect(casesIn(await operator.open('queue?list=closed&month=2026-02'))).toEqual([])
    expect(casesIn(await municipal.open('queue?list=closed'))).toEqual([])
  })

  it('what nobody assigned in time is overdue, in words', async () => {
    await work.engine.advance(7 * 3_600_000)
    const list = await operator.open('queue?list=overdue')
    expect(casesIn(list)).toContain(unclear)
    expect(list.html).toMatch(/просрочено на \d+ час/)
  })
})
