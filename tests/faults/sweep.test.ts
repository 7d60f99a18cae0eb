// What was lost is made good by the sweep, once: a mail, a timer, the work of a timer, of however many cases.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../functions/store/table.ts'
import { regionUnderFaults, type RegionUnderFaults } from './region-under-faults.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let work: RegionUnderFaults

beforeAll(async () => {
  work = await regionUnderFaults()
})
afterAll(() => work.end())

describe('sweep', () => {
  it('sends a mail that was lost, once', async () => {
    const caseId = await work.submit()
    const seq = await work.seqOf(caseId, 'assigned')
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: keys.notice(caseId, seq, work.office.responder.id),
        UpdateExpression: 'SET #status = :failed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':failed': 'failed' },
      }),
    )
    await work.engine.advance(20 * MINUTE)
    expect(await work.mailsAbout(caseId)).toBe(2)
    await work.engine.advance(30 * MINUTE)
    expect(await work.mailsAbout(caseId)).toBe(2)
  })

  it('does the work of a timer that was lost', async () => {
    const caseId = await work.submit()
    expect(await work.stopTimers((name) => name.startsWith(caseId))).toBe(1)
    await work.engine.advance(3 * DAY)
    const history = (await work.get(caseId)).history.map((entry) => entry.type)
    expect(history).toContain('missed')
    expect(history).toContain('escalated')
  })

  it('starts a timer that should be waiting and is not, before its instant', async () => {
    const caseId = await work.submit()
    const [waiting] = await work.timersOf(caseId)
    expect(await work.stopTimers((name) => name.startsWith(caseId))).toBe(1)
    await work.engine.advance(20 * MINUTE)
    const again = [new Date(Date.parse(waiting!) + 1_000).toISOString()]
    expect(await work.timersOf(caseId)).toEqual(again)
    await work.engine.advance(20 * MINUTE)
    expect(await work.timersOf(caseId)).toEqual(again)
  })

  it('leaves settled cases alone: the index holds only what is still owed', async () => {
    const caseId = await work.submit()
    await work.engine.advance(15 * MINUTE)
    const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key: keys.snapshot(caseId) }))
    expect(Item).toMatchObject({ settled: 2, version: 2 })
    expect(String(Item!['checkAt']) > new Date(work.engine.now() + 60 * MINUTE).toISOString()).toBe(true)
  })

  it('reminds of every case that nobody touched', async () => {
    await work.morning()
    const ids = await Promise.all(Array.from({ length: 12 }, () => work.submit()))
    await work.engine.advance(3.5 * 60 * MINUTE)
    const last = await Promise.all(ids.map(async (id) => (await work.get(id)).history.at(-1)!.type))

    expect(last).toEqual(ids.map(() => 'warned'))
  })
})
