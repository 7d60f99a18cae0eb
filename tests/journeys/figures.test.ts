// What is seen of a region in the console: figures of what waits, came and went, and of deadlines; the map of a list; lists as files. Each sees what is
// theirs, and a file says what its page says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const DAY = 86_400_000
const crossing = { lat: 43.318, lon: 45.698 }

let work: RegionAtWork
let analyst: Console
let municipal: Console
let supervisor: Console
let administrator: Console
let operator: Console
let office: RegionAtWork['region']['organisations'][number]

const submit = (message: object) => work.post({ author: { email: 'citizen@example.org' }, ...message })
/** The rows of a table of the page, as they are read. */
const tableIn = ({ html }: Page, name: string): string[][] => {
  const section = html.split(`id="${name}"`)[1]!.split('</section>')[0]!
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(section)?.[1] ?? ''
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell = '']) => cell),
  )
}
const dayIn = (page: Page, date: string) => tableIn(page, 'days').find(([day]) => day === date)
/** The rows of a file, without its mark. */
const rowsOf = (csv: string) =>
  csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(';'))

/** As a file holds what the page shows: a formula is none. */
const asText = (cell: string) => {
  const text = cell.replaceAll('&quot;', '"')
  return text.startsWith('=') ? `"'${text.replaceAll('"', '""')}"` : text
}
const idsIn = ({ html }: Page, pattern: RegExp) => [...html.matchAll(pattern)].map(([, id]) => id!)
const listed = (page: Page) => idsIn(page, /<th scope="row"[^>]*>(?:<input[^>]*>)?<a href="[^"]*\/cases\/(95-[\w-]+)"/g)

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'argun' }],
    analysts: [person('analyst')],
    administrators: [person('administrator')],
    organisations: region.organisations.map((one) =>
      one.municipality === 'groznyy'
        ? { ...one, name: { ru: '=HYPERLINK("x")' }, supervisor: person('supervisor') }
        : one,
    ),
  }))
  office = work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!
  const topic = 'yards.lighting'
  await submit({ text: 'Не горит фонарь.', topic, municipality: 'groznyy', location: crossing })
  await submit({ text: 'Не горит другой фонарь.', topic, municipality: 'groznyy', location: crossing })
  await submit({ text: 'Темно у школы.', topic, municipality: 'argun', location: { lat: 43.294, lon: 45.876 } })
  await submit({ text: 'Что-то не так' })
  await work.engine.idle()
  const link = linkIn((await work.mails(office.responder.email))[0]!.text, '/a/', work.engine.apiUrl)
  await send(await open(link), 'name="answer"', { action: 'answer', kind: 'done', answer: 'Фонарь заменили 2 марта.' })
  await work.engine.idle()
  const mail = (await work.mails(work.region.moderators)).at(-1)!
  const review = await open(linkIn(mail.text, '/r/', work.engine.apiUrl))
  await send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
  await work.engine.advance(DAY)
  await submit({ text: 'И здесь темно.', topic, municipality: 'groznyy', location: crossing })
  await work.engine.idle()
  ;[analyst, municipal, supervisor, administrator] = (await Promise.all(
    ['analyst', 'municipal', 'supervisor', 'administrator'].map((id) => signIn(work, `${id}@staff.example`)),
  )) as [Console, Console, Console, Console]
  operator = await signIn(work, work.region.operators[0]!.email)
}, 90_000)
afterAll(() => work.end())

describe('an analyst', () => {
  it('sees what came and went by the region’s own days, what waits and how deadlines were kept', async () => {
    const page = await analyst.open('figures?period=week')
    expect(page.status).toBe(200)
    expect(dayIn(page, '02.03.2026')).toEqual(['02.03.2026', '4', '0'])
    expect(dayIn(page, '03.03.2026')).toEqual(['03.03.2026', '1', '0'])
    expect(tableIn(page, 'days').length).toBe(7)
    expect(tableIn(page, 'waiting').map((row) => row.slice(1))).toEqual([
      ['0', '1', '1'],
      ['0', '0', '0'],
      ['0', '0', '0'],
      ['3', '0', '3'],
    ])
    expect(
      tableIn(page, 'ages')
        .slice(0, 2)
        .map(([, ...row]) => row),
    ).toEqual([
      ['1', '0', '1'],
      ['2', '1', '3'],
    ])
    expect(tableIn(page, 'organisations')).toEqual([['=HYPERLINK(&quot;x&quot;)', '1', '0', '100']])
    expect(tableIn(page, 'topics').map((row) => row.slice(1))).toEqual([['1', '0', '100']])
    expect(page.html.match(/<svg class="chart(?: days)?"[^>]*role="img" aria-label="[^"]+"/g)?.length).toBe(5)
  })

  it.each(['waiting', 'ages', 'days', 'organisations', 'topics'])(
    'takes the table «%s» as a file that says the same',
    async (name) => {
      const page = await analyst.open('figures?period=week')
      const reply = await fetch(`${work.engine.apiUrl}/console/figures/${name}?period=week`, {
        headers: { Cookie: analyst.cookie },
      })
      const bytes = new Uint8Array(await reply.arrayBuffer())
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="${name}-2026-02-25-2026-03-03.csv"`)
      const [head, ...rows] = rowsOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      const dated = rows.map(([first = '', ...rest]) => [first.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1'), ...rest])
      const shown = tableIn(page, name).map(([first = '', ...rest]) => [asText(first), ...rest])
      expect(dated).toEqual(shown)
      if (name === 'days') expect(head![0]).toBe('День (Europe/Moscow)')
    },
  )

  it('narrows figures down by an address that can be kept; what the region has not is an error and never everything', async () => {
    const argun = await analyst.open('figures?period=week&municipality=argun')
    expect(dayIn(argun, '02.03.2026')).toEqual(['02.03.2026', '1', '0'])
    const own = await analyst.open(`figures?period=week&organisation=${office.id}`)
    // Taken up and answered: two responders’ acts of the first day.
    expect(dayIn(own, '02.03.2026')).toEqual(['02.03.2026', '1', '1'])
    for (const query of ['period=ever', 'organisation=nobody', 'municipality=moscow', 'all=yes'])
      expect([query, (await analyst.open(`figures?${query}`)).status]).toEqual([query, 400])
    expect((await analyst.open('figures/cases')).status).toBe(404)
  })
})

describe('whoever sees a part', () => {
  it('a municipal centre: its own', async () => {
    const page = await municipal.open('figures?period=week')
    expect(dayIn(page, '02.03.2026')).toEqual(['02.03.2026', '1', '0'])
    expect(tableIn(page, 'organisations')).toEqual([])
    const other = await municipal.open('figures?period=week&municipality=groznyy')
    expect(dayIn(other, '02.03.2026')).toEqual(['02.03.2026', '0', '0'])
  })

  it('a supervisor: what the organisation took up and answered', async () => {
    const page = await supervisor.open('figures?period=week')
    expect(dayIn(page, '02.03.2026')).toEqual(['02.03.2026', '1', '1'])
    expect(tableIn(page, 'waiting').at(-1)!.slice(1)).toEqual(['2', '0', '2'])
  })

  it('an administrator, who sees no case, sees the figures of the region', async () => {
    const page = await administrator.open('figures?period=week')
    expect(dayIn(page, '02.03.2026')).toEqual(['02.03.2026', '4', '0'])
  })
})

describe('the map', () => {
  const beside = (page: Page) => idsIn(page, /<li><a href="[^"]*\/cases\/(95-[\w-]+)"/g)
  const circles = ({ html }: Page) =>
    [...html.matchAll(/<a href="([^"]*)#list" aria-label="(\d+) [^"]*">/g)].map(
      ([, href, count]) => [Number(count), href!] as const,
    )

  it('shows the cases of a list by place, and beside it all of the list', async () => {
    const page = await operator.open('map?list=open')
    expect([page.status, beside(page).toSorted()]).toEqual([
      200,
      listed(await operator.open('queue?list=open')).toSorted(),
    ])
    expect(
      circles(page)
        .map(([count]) => count)
        .toSorted(),
    ).toEqual([1, 2])
    expect(page.html).toContain('Без точки на карте: 1')
    let closer = page
    for (let steps = 0; steps < 3; steps += 1) {
      const [, href] = circles(closer).find(([count]) => count === 2)!
      closer = await operator.open(href.split('/console/')[1]!.replaceAll('&amp;', '&'))
    }
    expect([closer.status, beside(closer).length, circles(closer).map(([count]) => count)]).toEqual([200, 2, [2]])
  })

  it('has the filters of the list, and shows nobody what is not theirs', async () => {
    expect(beside(await operator.open('map?list=open&municipality=argun')).length).toBe(1)
    const own = await municipal.open('map?list=open')
    expect([beside(own).length, circles(own).map(([count]) => count)]).toEqual([1, [1]])
    for (const query of ['list=closed', 'list=all', 'lat=43', 'lat=43&lon=45&km=0.001', 'square=x', 'all=yes'])
      expect([query, (await operator.open(`map?${query}`)).status]).toEqual([query, 400])
  })
})

describe('a list as a file', () => {
  it('B8 has the rows that its page has, for each list, filter and reader', async () => {
    const filters = ['', '&municipality=groznyy', '&municipality=argun', `&organisation=${office.id}`]
    const lists = ['open', 'triage', 'review', 'overdue', 'returned', 'extension', 'closed']
    const asked: [Console, string[]][] = [
      [operator, [...lists.map((list) => `list=${list}`), ...filters.map((filter) => `list=open${filter}`)]],
      [municipal, ['list=open', 'list=triage']],
      [supervisor, ['list=open', 'list=open&municipality=argun']],
    ]
    for (const [me, queries] of asked)
      for (const query of queries) {
        const file = await me.open(`table?${query}`)
        const [head, ...rows] = rowsOf(file.html)
        expect([query, rows.map(([id]) => id)]).toEqual([query, listed(await me.open(`queue?${query}`))])
        expect(head!.length).toBe(8)
      }
  }, 60_000)

  it('names its zone, holds nothing of a citizen and no formula; an unknown filter is an error', async () => {
    const { html } = await operator.open(`table?list=open&organisation=${office.id}`)
    const [head, row] = rowsOf(html)
    expect(head!.slice(4, 6)).toEqual(['Пришло (Europe/Moscow)', 'Срок (Europe/Moscow)'])
    expect(row!.slice(3, 5)).toEqual([`"'=HYPERLINK(""x"")"`, '2026-03-02 10:00'])
    expect(html).not.toMatch(/citizen@|темно/)
    for (const query of ['list=all', 'organisation=nobody', 'everything=yes'])
      expect([query, (await operator.open(`table?${query}`)).status]).toEqual([query, 400])
  })
})
