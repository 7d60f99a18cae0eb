// The search of the console: each way to find a case, for whom it is, what the addresses show, and what is left when a case is erased. Nobody
// finds anything of a case that they may not open.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, openOwn, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const author = { name: 'Заира Гражданская', email: 'zaira@citizens.example', phone: '+7 928 111-22-33' }
const other = { email: 'other@citizens.example' }

let work: RegionAtWork
let operator: Console
let moderator: Console
let municipal: Console
let supervisor: Console
let lamp: string
let tree: string
let foreign: string

const casesIn = ({ html }: Page) =>
  [...html.matchAll(/<th scope="row"[^>]*><a href="[^"]*\/cases\/(95-[\w-]+)"/g)].map(([, id]) => id!)
const submit = async (message: object) => ((await (await work.post(message)).json()) as { id: string }).id
const search = async (who: Console, values: Record<string, string>) =>
  who.send(await who.open('search'), 'name="q"', values)
const find = async (who: Console, q: string, more: Record<string, string> = {}) => {
  const page = await search(who, { q, ...more })
  expect([q, page.status]).toEqual([q, 200])
  return casesIn(page).sort()
}
const noted = async (what: string) => {
  const { Items = [] } = await work.document.send(
    new ScanCommand({
      TableName: work.tableName,
      FilterExpression: 'begins_with(pk, :audit) AND what = :what',
      ExpressionAttributeValues: { ':audit': 'J#', ':what': what },
    }),
  )
  return Items
}

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
    organisations: region.organisations.map((one, at) =>
      at === 0 ? { ...one, supervisor: person('supervisor') } : one,
    ),
  }))
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const groznyy = { topic, municipality: 'groznyy' }
  lamp = await submit({
    ...groznyy,
    text: 'Не горят фонари во дворе.',
    address: 'Садовая улица, 15',
    author,
    externalId: 'ГИС/77-А',
  })
  foreign = await submit({
    topic,
    municipality: 'argun',
    text: 'Уникумом из Аргуна перегородило двор.',
    author,
    externalId: 'argun-1',
  })
  await work.engine.advance(26 * 3_600_000)
  tree = await submit({ ...groznyy, text: 'Дерево упало на фонарь.', author: other })
  await work.engine.idle()
  operator = await signIn(work, work.region.operators[0]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
  municipal = await signIn(work, 'municipal@staff.example')
  supervisor = await signIn(work, 'supervisor@staff.example')
}, 90_000)
afterAll(() => work.end())

describe('an operator finds', () => {
  it('a case by its number, however it is typed, and is at it', async () => {
    for (const typed of [lamp, lamp.toLowerCase(), lamp.replaceAll('-', ' '), lamp.replaceAll('-', '')])
      expect((await search(operator, { q: typed })).url).toBe(`${work.engine.apiUrl}/console/cases/${lamp}`)
  })

  it('a case by what its sender calls it', async () => {
    expect(await find(operator, 'ГИС/77-А')).toEqual([lamp])
    expect(await find(operator, 'ГИС/77')).toEqual([])
  })

  it('all cases of a person, by their address or their telephone in any spelling', async () => {
    const all = [lamp, foreign].sort()
    for (const q of [author.email, ' Zaira@Citizens.example ', author.phone, '8 (928) 111 22 33'])
      expect([q, await find(operator, q)]).toEqual([q, all])
    expect(casesIn(await operator.open(`search?of=${lamp}`)).sort()).toEqual(all)
    expect(await find(operator, 'nobody@citizens.example')).toEqual([])
  })

  it('cases by words in any form, in the text or in the address', async () => {
    expect(await find(operator, 'фонарей')).toEqual([lamp, tree].sort())
    expect(await find(operator, 'упавшие деревья')).toEqual([tree])
    expect(await find(operator, 'упало дерево')).toEqual([tree])
    expect(await find(operator, 'садовой 15')).toEqual([lamp])
    expect(await find(operator, 'садовой 51')).toEqual([])
    expect((await search(operator, { q: 'и не на' })).html).toContain('Добавьте слово')
  })

  it('within days and a place', async () => {
    expect(await find(operator, 'фонарь', { from: '2026-03-03' })).toEqual([tree])
    expect(await find(operator, 'фонарь', { to: '2026-03-02' })).toEqual([lamp])
    expect(await find(operator, 'двор', { municipality: 'argun' })).toEqual([foreign])
    expect((await search(operator, { q: 'двор', municipality: 'moscow' })).status).toBe(422)
    expect((await search(operator, { q: '' })).status).toBe(422)
  })
})

describe('the address of what was found', () => {
  it('shows nothing of a person, and comes again with it', async () => {
    const page = await search(operator, { q: author.email })
    expect(decodeURIComponent(page.url)).not.toMatch(/zaira|citizens/i)
    const again = await operator.open(page.url.split('/console/')[1])
    expect([casesIn(again), again.html.includes(author.email)]).toEqual([casesIn(page), true])
  })

  it('is nothing to another session, or when it is altered', async () => {
    const { url } = await search(operator, { q: author.email })
    const path = url.split('/console/')[1]!
    for (const [who, asked] of [
      [moderator, path],
      [operator, `${path.slice(0, -3)}AAA`],
    ] as const) {
      const page = await who.open(asked)
      expect([page.status, casesIn(page), page.html.includes(author.email)]).toEqual([400, [], false])
    }
  })
})

describe('whoever sees a part', () => {
  it.each([
    ['the municipal centre', () => municipal],
    ['the supervisor of an organisation', () => supervisor],
  ])('%s finds nothing of others, by whatever they try', async (_, who) => {
    const me = who()
    for (const q of [foreign, 'argun-1', 'уникум', 'аргун двор', author.email, author.phone]) {
      const page = await search(me, { q })
      expect([q, page.status, casesIn(page)]).toEqual([q, 200, []])
      expect(page.html).not.toMatch(/Уникум|rel="next"/)
    }
    const same = await me.open(`search?of=${lamp}`)
    expect([casesIn(same), same.html.includes('Ваша роль не видит почту')]).toEqual([[], true])
  })

  it('the municipal centre finds its own by words and number', async () => {
    expect(await find(municipal, 'фонари')).toEqual([lamp, tree].sort())
    expect((await search(municipal, { q: lamp })).url).toContain(`/cases/${lamp}`)
  })
})

describe('the audit', () => {
  it('says who searched for a person, and never for whom', async () => {
    const before = (await noted('person searched')).length
    await search(moderator, { q: author.email })
    await moderator.open(`search?of=${tree}`)
    await search(moderator, { q: 'фонарь' })
    await search(municipal, { q: author.email })
    const entries = await noted('person searched')
    const { id } = work.region.moderators[0]!
    expect(entries.filter(({ who }) => who === id)).toHaveLength(2)
    expect(entries.length).toBe(before + 2)
    expect(JSON.stringify(entries)).not.toMatch(/zaira|928/)
  })
})

describe('what is erased', () => {
  it('is found by none of its words any more, and leaves none in the index', async () => {
    const words = async () => {
      const { Items = [] } = await work.document.send(
        new ScanCommand({
          TableName: work.tableName,
          FilterExpression: 'begins_with(pk, :words) AND sk = :case',
          ExpressionAttributeValues: { ':words': 'Z#', ':case': tree },
        }),
      )
      return Items.length
    }
    expect(await words()).toBe(3)
    const page = await openOwn(linkIn((await work.lastMail(other.email)).text, '/t/', work.engine.apiUrl))
    await send(page, 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    await work.engine.idle()
    expect([await words(), await find(operator, 'фонарь'), await find(operator, other.email)]).toEqual([0, [lamp], []])
  })
})
