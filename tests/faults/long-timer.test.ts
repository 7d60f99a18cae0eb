// Step Functions runs nothing longer than a year, and some deadlines are further away. One case, since more than a year passes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeState } from '../store/change-state.ts'
import { batch, regionUnderFaults, type RegionUnderFaults } from './region-under-faults.ts'

const DAY = 86_400_000
let work: RegionUnderFaults

beforeAll(async () => {
  work = await regionUnderFaults()
})
afterAll(() => work.end())

describe('timers', () => {
  it('are cut to less than a year: a wait of 400 days is armed twice and ticks in time', async () => {
    const caseId = await work.submit()
    const instant = new Date(work.engine.now() + 400 * DAY).toISOString()
    const rule = { amount: 1, unit: 'working days', version: '1', source: 'policy', id: 'message' }
    const clocks = { finalAnswer: { startedAt: instant, due: instant, rule } }
    await changeState(work, caseId, { clocks }, { armedAt: instant, checkAt: instant })
    await work.invoke('Tick', batch({ v: 1, caseId, at: '2026-03-02T07:00:00Z' }))
    const [first] = (await work.timersOf(caseId)).slice(-1)
    expect(Date.parse(first!) - work.engine.now()).toBeLessThan(366 * DAY)
    await work.engine.advance(301 * DAY)
    expect((await work.get(caseId)).history.map((entry) => entry.type)).not.toContain('missed')
    await work.engine.advance(100 * DAY)
    expect((await work.get(caseId)).history.map((entry) => entry.type)).toContain('missed')
  })
})
