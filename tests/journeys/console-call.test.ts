// A call in the console: an operator sees what the caller wrote of before, writes down what they say, and reads the number to them; nothing
// personal stands in an address, and the search is noted.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

let work: RegionAtWork
let operator: Console
let moderator: Console
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  operator = await signIn(work, work.region.operators[0]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

const topic = () => work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
const about = () => ({ action: 'take', topic: topic(), municipality: 'groznyy' })
const numberIn = ({ url }: Page) => /taken=(95-[\w-]+)/.exec(url)?.[1] ?? ''

describe('a call', () => {
  it('becomes a case by telephone, its number is read in groups, and its receipt goes by mail where there is an address', async () => {
    const form = await operator.open('call')
    const done = await operator.send(form, 'name="text"', {
      ...about(),
      text: 'Третий день нет воды на улице Мира.',
      name: 'Зара',
      phone: '8 928 000-11-22',
      email: 'zara@example.org',
      address: 'улица Мира, 5',
    })
    const id = numberIn(done)
    const [, region, day, letters] = /^(\d+)-(\d+)-(\w+)$/.exec(id)!
    expect(done.html).toContain(
      `${region} · ${day!.match(/../g)!.join(' ')} · ${letters!.slice(0, 2)} ${letters!.slice(2)}`,
    )
    expect(done.html).toContain('отправлено на его почту')
    expect(done.url).not.toMatch(/zara|928/)
    const taken = await work.get(id)
    expect([taken.history[0], taken.status]).toEqual([expect.objectContaining({ by: 'operator' }), 'assigned'])
    const mail = await work.lastMail('zara@example.org')
    expect((await open(linkIn(mail.text, '/t/', work.engine.apiUrl))).status).toBe(200)
    expect((await operator.open(`cases/${id}`)).html).toContain('Третий день нет воды')
  })

  it('finds what the caller wrote before by telephone or address, whoever else called, and sends nothing', async () => {
    const form = await operator.open('call')
    const found = await operator.send(form, 'name="text"', {
      action: 'find',
      phone: '+7 (928) 000 11 22',
      text: 'Опять',
    })
    expect([found.status, found.html.includes('Третий день нет воды')]).toEqual([200, true])
    // What was typed already is still there.
    expect(found.html).toContain('Опять')
    const nobody = await operator.send(form, 'name="text"', { action: 'find', phone: '+7 928 999-99-99' })
    expect(nobody.html).toContain('ещё не обращались')
    expect(nobody.html).not.toContain('Третий день')
    const { Items: entries = [] } = await work.document.send(
      new QueryCommand({
        TableName: work.tableName,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'what = :what',
        ExpressionAttributeValues: { ':pk': 'J#2026-03-02', ':what': 'person searched' },
      }),
    )
    const searched = [work.region.operators[0]!.id, 'call']
    expect(entries.map(({ who, about: how }) => [who, how] as unknown[])).toEqual([searched, searched])
    expect(JSON.stringify(entries)).not.toMatch(/928|zara/)
  })

  it('without a telephone or an address is not taken, and keeps all that was typed', async () => {
    const form = await operator.open('call')
    const back = await operator.send(form, 'name="text"', { ...about(), text: 'Не вывозят мусор у дома 7.' })
    expect([back.status, back.html.includes('Нужен телефон или почта')]).toEqual([422, true])
    expect(back.html).toContain('Не вывозят мусор у дома 7.')
    const mended = await operator.send(back, 'name="text"', {
      ...about(),
      text: 'Не вывозят мусор у дома 7.',
      phone: '89280003344',
    })
    expect(mended.html).toContain('пусть запишет номер')
  })

  it('sent twice at once makes one case', async () => {
    const form = await operator.open('call')
    const call = { ...about(), text: 'Упало дерево во дворе.', phone: '89280005566' }
    const both = await Promise.all([1, 2].map(() => operator.send(form, 'name="text"', call)))
    expect(numberIn(both[0]!)).toMatch(/^95-/)
    expect(numberIn(both[1]!)).toBe(numberIn(both[0]!))
  })

  it('is taken by operators alone', async () => {
    expect((await moderator.open('call')).status).toBe(403)
    expect((await moderator.open()).html).not.toContain('Принять звонок')
  })
})
