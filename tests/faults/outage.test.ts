// A quarter of an hour without dispatch: the stream waits, nothing is given up, and everybody hears once, also without the
// sweep.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { regionUnderFaults, type RegionUnderFaults } from './region-under-faults.ts'

const MINUTE = 60_000
let work: RegionUnderFaults

beforeAll(async () => {
  work = await regionUnderFaults()
})
afterAll(() => work.end())

it('an incident of fifteen minutes costs nothing', async () => {
  work.engine.function('Sweep').invoke = () => Promise.resolve()
  const dispatch = work.engine.function('Dispatch')
  const invoke = dispatch.invoke.bind(dispatch)
  let tries = 0
  dispatch.invoke = () => Promise.reject(new Error(`down, try ${(tries += 1)}`))
  const ids = [await work.submit(), await work.submit()]
  await work.engine.advance(15 * MINUTE)
  expect(tries).toBeGreaterThan(10)

  dispatch.invoke = invoke
  await work.engine.advance(2 * MINUTE)
  for (const caseId of ids) {
    expect(await work.mailsAbout(caseId)).toBe(1)
    expect(await work.timersOf(caseId)).toHaveLength(1)
    expect((await work.get(caseId)).status).toBe('assigned')
  }
})
