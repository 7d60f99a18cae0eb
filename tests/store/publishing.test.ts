// What is published in the table: written with its event, read by lists page by page, gone with what ends it, and nothing in it but what
// may be public.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { type PublicAnswer, publishedTopics } from '../../functions/case/publication.ts'
import { handle } from '../../functions/store/handle.ts'
import { loadCase } from '../../functions/store/load.ts'
import { findPublicAnswer, isPlace, type PublicList, publicPage } from '../../functions/store/public-lists.ts'
import { table } from '../../functions/store/table.ts'
import type { Region } from '../../regions/schema.ts'
import { answer, approve, publish, rate, reopen, unpublish } from '../case/commands.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, monday, operator, region as little, submit, write } from './lives.ts'

const region: Region = { ...little, public: { topics: ['roads.*'], answers: ['roads.*'], atLeast: 5, embeddedBy: [] } }
let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const later = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString()
let names = 0

async function give(id: string, command: Unshown, when: string) {
  const { state } = (await loadCase(at.tableName, id, when))!
  const handled = await handle({
    tableName: at.tableName,
    region,
    caseId: id,
    command: givenNow(state, command),
    at: when,
  })
  if (handled.outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(handled)}`)
}

/** A case whose answer is published. @returns its id and its public name */
async function published(minutes: number, given: { readonly municipality?: string } = {}) {
  const { id } = await write(at.tableName, [submit, { ...assign, ...given }, answer(), approve])
  const as = `p${(names += 1)}`
  await give(id, publish({ as }), later(minutes))
  return { id, as }
}
const page = (
  list: PublicList = {},
  more: { limit?: number; after?: string; at?: string; topics?: ReadonlySet<string> } = {},
) =>
  publicPage({
    ...{ tableName: at.tableName, list, limit: 10, at: later(1_000), topics: publishedTopics(region) },
    ...more,
  })
const listed = async (list?: PublicList) => (await page(list)).answers.map(({ as }) => as)
const one = (as: string, when = later(1_000)) => findPublicAnswer(at.tableName, as, publishedTopics(region), when)
const everywhere = async (as: string) =>
  [
    ...(await Promise.all([listed(), listed({ topic: 'roads.pothole' }), listed({ municipality: 'north' })])),
    await listed({ topic: 'roads.pothole', municipality: 'north' }),
  ].map((names) => names.includes(as))

describe('a published answer', () => {
  it('stands in the lists of the region, its topic, its place and both, and nothing of its case with it', async () => {
    const { as } = await published(1)
    const shown: PublicAnswer = {
      ...{ as, since: later(1), at: later(1), language: 'ru', question: 'Яма на дороге.', text: 'Яма засыпана.' },
      ...{ topic: 'roads.pothole', municipality: 'north', organisation: 'north-office', sort: 'done' },
      ...{ receivedOn: '2026-03-02', answeredOn: '2026-03-02' },
    }
    expect(await one(as)).toEqual(shown)
    expect((await page()).answers).toEqual([shown])
    expect(await everywhere(as)).toEqual([true, true, true, true])
    expect(await listed({ municipality: 'south' })).toEqual([])
    const { Items } = await table.send(
      new QueryCommand({
        TableName: at.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'Q#L#region' },
      }),
    )
    const ttl = Date.parse(monday) / 1000 + 365 * 86_400
    expect(Items).toEqual([{ pk: 'Q#L#region', sk: `${later(1)}#${as}`, answer: shown, ttl }])
    expect(JSON.stringify(Items)).not.toMatch(/99-2603|C#|responder|M1/)
  })

  it('that is changed keeps its place; what its citizen says of it is told', async () => {
    const { id, as } = await published(2)
    await give(id, publish({ as, text: 'Засыпана и заасфальтирована.' }), later(3))
    await give(id, rate({ solved: true, score: 5 }), later(4))
    expect(await one(as)).toMatchObject({
      since: later(2),
      at: later(3),
      text: 'Засыпана и заасфальтирована.',
      solved: true,
    })
    expect((await page()).answers.filter((answer) => answer.as === as).length).toBe(1)
  })

  it.each<[string, Unshown]>([
    ['taken off', unpublish],
    ['reopened', reopen],
    ['erased by its citizen', { type: 'RequestErasure', by: { role: 'citizen' } }],
    ['erased by an operator', { type: 'Erase', by: operator, ground: 'order' }],
  ])('is nowhere at once when it is %s', async (_, command) => {
    const { id, as } = await published(5)
    await give(id, command, later(6))
    expect([await one(as, later(6)), ...(await everywhere(as))]).toEqual([undefined, false, false, false, false])
  })

  it('that is published again has its address again', async () => {
    const { id, as } = await published(7)
    await give(id, unpublish, later(8))
    await give(id, publish({ as }), later(9))
    expect(await one(as)).toMatchObject({ as, since: later(9) })
    expect((await page()).answers.filter((answer) => answer.as === as).length).toBe(1)
  })

  it('ends with the words it was made of, also before DynamoDB deletes it', async () => {
    const { as } = await published(10)
    const days = (amount: number) => new Date(Date.parse(monday) + amount * 86_400_000 + 60_000).toISOString()
    expect(await one(as, days(364))).toBeDefined()
    expect(await one(as, days(365))).toBeUndefined()
    expect((await page({}, { at: days(365) })).answers).toEqual([])
  })

  it('is not shown any more when its topic is closed', async () => {
    const { as } = await published(11)
    expect(await findPublicAnswer(at.tableName, as, new Set(['roads.manhole']), later(12))).toBeUndefined()
    expect((await page({}, { topics: new Set(['roads.manhole']) })).answers).toEqual([])
  })
})

describe('a list', () => {
  it('is read page by page, the newest first, with nothing twice or left out, past what ended', async () => {
    const own = { municipality: 'south' }
    const made: string[] = []
    for (let minutes = 20; minutes < 27; minutes += 1) {
      const { id, as } = await published(minutes, own)
      made.push(as)
      if (minutes % 3 === 0) {
        await give(id, unpublish, later(minutes))
        made.pop()
      }
    }
    const read: string[] = []
    let after: string | undefined
    do {
      const { answers, next } = await page({ municipality: 'south' }, { limit: 2, ...(after && { after }) })
      read.push(...answers.map(({ as }) => as))
      if (next) expect(isPlace(next)).toBe(true)
      after = next
    } while (after)
    expect(read).toEqual(made.toReversed())
  })

  it.each(['', '2026-03-02', '2026-03-02T07:00:00.000Z', '2026-03-02T07:00:00.000Z#<script>', 'x#p1'])(
    'begins at no place that is none: %j',
    (after) => expect(isPlace(after)).toBe(false),
  )
})
