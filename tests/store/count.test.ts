// Events are counted together: what they add to one counter is added once, what was counted before is left out, and as many transactions are made
// as the events need.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { countAll, type Counting } from '../../functions/store/count.ts'
import { figureKeys, keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
let cases = 0
let caseId = ''
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
beforeEach(() => {
  caseId = `99-260302-${String((cases += 1)).padStart(5, '0')}`
})
afterEach(() => void vi.restoreAllMocks())

/** An event that ended the clock of somebody of its own, and of all. */
const counting = (seq: number, topic: string, more: Partial<Counting> = {}): Counting => ({
  ...{ caseId, seq, changed: [] },
  increments: {
    clocks: [{ date: '2026-03-02', of: { clock: 'assignment', topic }, counts: { ended: 1, onTime: 1 } }],
    cases: [{ date: 'now', of: { channel: 'form', topic: `all ${caseId}` }, counts: { open: 1 } }],
    labels: [],
  },
  ...more,
})
const clock = (topic: string) => at.get(figureKeys.counter('2026-03-02', ['assignment', undefined, topic, undefined]))
const open = async () => (await at.get(figureKeys.caseCounter('now', ['form', `all ${caseId}`, undefined])))?.['open']

describe('events that are counted together', () => {
  it('add once to what they share', async () => {
    const send = vi.spyOn(table, 'send')
    const all = [1, 2, 3].map((seq) => counting(seq, caseId))
    expect(await countAll(at.tableName, all)).toEqual(all)
    const { TransactItems } = send.mock.calls[0]![0].input as unknown as { TransactItems: unknown[] }
    expect([send.mock.calls.length, TransactItems.length]).toEqual([1, 5])
    expect([await clock(caseId), await open()]).toEqual([expect.objectContaining({ ended: 3, onTime: 3 }), 3])
  })

  it('leave out what was counted before, in one more attempt', async () => {
    await countAll(
      at.tableName,
      [2, 3].map((seq) => counting(seq, caseId)),
    )
    const send = vi.spyOn(table, 'send')
    const counted = await countAll(
      at.tableName,
      [1, 2, 3, 4].map((seq) => counting(seq, caseId)),
    )
    expect([counted.map(({ seq }) => seq), send.mock.calls.length, await open()]).toEqual([[1, 4], 2, 4])
    expect(
      await countAll(
        at.tableName,
        [1, 2, 3, 4].map((seq) => counting(seq, caseId)),
      ),
    ).toEqual([])
    expect(await open()).toBe(4)
  })

  it('that one transaction cannot hold are counted in several', async () => {
    const all = Array.from({ length: 70 }, (_, seq) => counting(seq + 1, `${caseId} ${seq}`))
    const send = vi.spyOn(table, 'send')
    expect(await countAll(at.tableName, all)).toEqual(all)
    // 49 marks, as many clocks, and what all share; then 21.
    const sizes = send.mock.calls.map(
      ([{ input }]) => (input as unknown as { TransactItems: unknown[] }).TransactItems.length,
    )
    expect([sizes, await open()]).toEqual([[99, 43], 70])
  })

  it('and add nothing together are marked, and write to no counter', async () => {
    const away = counting(2, caseId)
    const taken = {
      ...away.increments,
      clocks: [],
      cases: away.increments.cases.map((one) => ({ ...one, counts: { open: -1 } })),
    }
    const came = { ...away.increments, clocks: [] }
    await countAll(at.tableName, [counting(1, caseId, { increments: came }), { ...away, increments: taken }])
    expect([await open(), await at.get(keys.counted(caseId, 1)), await at.get(keys.counted(caseId, 2))]).toMatchObject([
      undefined,
      { v: 2 },
      { v: 2 },
    ])
  })

  it('add for their case alone where the mark says that their clocks were counted', async () => {
    for (const seq of [1, 2]) await at.put({ ...keys.counted(caseId, seq), ...(seq === 2 && { v: 2 }) })
    const all = [1, 2, 3].map((seq) => counting(seq, caseId, { isMarked: true }))
    expect((await countAll(at.tableName, all)).map(({ seq }) => seq)).toEqual([1])
    expect([await clock(caseId), await open()]).toEqual([undefined, 1])
  })
})
