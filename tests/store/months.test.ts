// A question that is answered from the sums of months gets the answer of the days, whatever is counted late and whenever
// months are summed.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { caseSummaryOf, summaryOf } from '../../functions/api/summary.ts'
import { now } from '../../functions/edge/now.ts'
import { handler } from '../../functions/rollup/handler.ts'
import type { CaseCounter } from '../../functions/statistics/cases.ts'
import { caseDimensions, summarizeCases } from '../../functions/statistics/case-figures.ts'
import { dimensions, summarize } from '../../functions/statistics/figures.ts'
import type { Increments } from '../../functions/statistics/counting.ts'
import type { Subject } from '../../functions/statistics/measure.ts'
import { datesIn, latestMonths, type Month, monthsToTell, wholeMonths } from '../../functions/statistics/months.ts'
import { countAll } from '../../functions/store/count.ts'
import { caseCounterPages, counterPages } from '../../functions/store/counters.ts'
import { monthStates } from '../../functions/store/months.ts'
import { table } from '../../functions/store/table.ts'
import { createTable } from '../../tools/create-table.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
let tableName: string
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: () => tableName,
  deployedRegion: () => littleRegion(),
}))
vi.mock('../../functions/edge/now.ts', () => ({ now: vi.fn() }))

beforeAll(async () => {
  at = await startTable()
  catchLog()
}, 120_000)
afterAll(() => at.end())
beforeEach(freshTable)
afterEach(() => table.middlewareStack.remove(MEANWHILE))

const MEANWHILE = 'meanwhile'
/** Noon in the little region. */
const noonOf = (date: string) => `${date}T09:00:00.000Z`

async function freshTable() {
  tableName = `Cases-${randomUUID()}`
  await createTable(tableName)
}
let counted = 0
const countOne = (increments: Increments, changed: readonly Month[]) =>
  countAll(tableName, [{ caseId: '99-260101-AAAAA', seq: (counted += 1), increments, changed }])
/** Counts something of a day, on a day. */
async function count(date: string, today: string, of: Subject, counts = { ended: 1, w60: 1, workingMs: 1_800_000 }) {
  const clocks = [{ date, of, counts }]
  await countOne({ clocks, cases: [], labels: [] }, monthsToTell([date], today))
}
/** Counts a case of a day, on a day; it waits for an answer. */
async function countCase(date: string, today: string, { topic }: Subject, amount = 1) {
  const of = { channel: 'form', municipality: 'north', ...(topic && { topic }) } as const
  const cases: CaseCounter[] = [
    { date, of, counts: { received: amount } },
    { date: 'now', of, counts: { open: amount } },
  ]
  await countOne({ clocks: [], cases, labels: [] }, monthsToTell([date], today))
}
const sumMonths = (today: string) => {
  vi.mocked(now).mockReturnValue(noonOf(today))
  return handler({} as never, lambdaContext())
}
const year = { from: '2026-01-01', to: '2026-12-31' }
const spring = { from: '2026-01-01', to: '2026-05-31' }
const summed = async () => (await monthStates(tableName)).filter((one) => one.summed).map(({ month }) => month)
/** The partitions that a request asks, apart from what is known of the months. */
async function partitionsAsked(ask: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  const hook = 'asked'
  table.middlewareStack.add(
    (next) => (args) => {
      const { ExpressionAttributeValues } = args.input as { ExpressionAttributeValues?: Record<string, string> }
      asked.push(String(ExpressionAttributeValues?.[':pk']))
      return next(args)
    },
    { step: 'initialize', name: hook },
  )
  await ask().finally(() => table.middlewareStack.remove(hook))
  return asked.filter((pk) => pk !== 'R#months')
}
/** Does something once, before the first request that writes or reads sums. */
function meanwhile(isIt: (input: Record<string, unknown>) => boolean, act: () => Promise<void>) {
  let done = false
  table.middlewareStack.add(
    (next) => async (args) => {
      if (!done && isIt(args.input as unknown as Record<string, unknown>)) {
        done = true
        await act()
      }
      return next(args)
    },
    { step: 'initialize', name: MEANWHILE },
  )
}

const roads: Subject = { clock: 'finalAnswer', organisation: 'office', topic: 'roads', municipality: 'north' }

describe('months', () => {
  it('are whole within a range, and over when they are three days past', () => {
    expect(wholeMonths({ from: '2026-01-31', to: '2026-03-31' })).toEqual(['2026-02', '2026-03'])
    expect(wholeMonths({ from: '2028-02-01', to: '2028-02-28' })).toEqual([])
    expect(wholeMonths({ from: '2026-12-01', to: '2027-01-30' })).toEqual(['2026-12'])
    expect(latestMonths('2026-03-03')).toEqual(['2026-01', '2025-12', '2025-11'])
    expect(latestMonths('2026-03-04')).toEqual(['2026-02', '2026-01', '2025-12'])
  })

  it('are told of a count a day before they may be summed', () => {
    expect(monthsToTell(['2026-02-28', '2026-03-01', '2026-02-01'], '2026-03-02')).toEqual([])
    expect(monthsToTell(['2026-02-28', '2026-03-01', '2026-02-01'], '2026-03-03')).toEqual(['2026-02'])
  })
})

describe('a year', () => {
  const ask = (wanted: Partial<Subject> = {}, by = 'organisation' as const) => summaryOf(tableName, year, wanted, by)

  it('is read by the sums of its months, unless it is broken down twice', async () => {
    await count('2026-03-05', '2026-03-05', roads)
    await sumMonths('2026-04-04')
    expect(await summed()).toEqual(['2026-01', '2026-02', '2026-03'])
    const asked = await partitionsAsked(() => ask())
    expect(asked.filter((pk) => pk.startsWith('R#'))).toEqual(['R#2026-01#0', 'R#2026-02#0', 'R#2026-03#0'])
    expect(asked.length).toBe(3 + 365 - 31 - 28 - 31)
    expect((await partitionsAsked(() => ask({ topic: 'roads' }))).length).toBe(365)
    expect((await ask()).total.ended).toBe(1)
  })

  it('knows what was counted late, at once and from the sums of the next night', async () => {
    await count('2026-03-05', '2026-03-05', roads)
    await sumMonths('2026-04-04')
    await count('2026-03-06', '2026-04-04', roads)
    expect(await summed()).toEqual(['2026-01', '2026-02'])
    expect((await ask()).total.ended).toBe(2)
    await sumMonths('2026-04-05')
    expect((await partitionsAsked(() => ask()))[2]).toBe('R#2026-03#1')
    expect((await ask()).total.ended).toBe(2)
  })

  it('is read by the sums of its months for cases too, however they are broken down', async () => {
    const asked = () => caseSummaryOf(tableName, year, { municipality: 'north', channel: 'form' }, 'topic')
    await countCase('2026-03-05', '2026-03-05', roads)
    await countCase('2026-03-06', '2026-03-06', { clock: 'finalAnswer' }, 2)
    await sumMonths('2026-04-04')
    expect((await partitionsAsked(asked)).filter((pk) => !pk.startsWith('F#2026'))).toEqual([
      ...['R#2026-01#0', 'R#2026-02#0', 'R#2026-03#0', 'F#now'],
    ])
    // One of them is about roads after all.
    await countCase('2026-03-06', '2026-04-20', { clock: 'finalAnswer' }, -1)
    await countCase('2026-03-06', '2026-04-20', roads)
    const figures = { solved: 0, unanswered: 0, reopened: 0, rated: 0, meanScore: null, medianHours: null }
    const expected = {
      total: { received: 3, open: 3, ...figures },
      groups: [
        { id: 'roads', received: 2, open: 2, ...figures },
        { id: null, received: 1, open: 1, ...figures },
      ],
    }
    expect(await asked()).toEqual(expected)
    await sumMonths('2026-04-21')
    expect(await asked()).toEqual(expected)
    expect((await caseSummaryOf(tableName, year, { municipality: 'south' }, 'topic')).groups).toEqual([])
  })

  it('is not summed before it is over for three days, though something was counted for it late', async () => {
    await count('2026-03-05', '2026-04-03', roads)
    await sumMonths('2026-04-03')
    expect(await summed()).toEqual(['2025-12', '2026-01', '2026-02'])
    await sumMonths('2026-04-04')
    expect(await summed()).toEqual(['2025-12', '2026-01', '2026-02', '2026-03'])
  })

  it('is not summed while something is counted for it, but the next night', async () => {
    await count('2026-03-05', '2026-03-05', roads)
    meanwhile(
      ({ Item }) => (Item as { pk?: string } | undefined)?.pk === 'R#2026-03#0',
      () => count('2026-03-06', '2026-04-04', roads),
    )
    await sumMonths('2026-04-04')
    expect(await summed()).toEqual(['2026-01', '2026-02'])
    await sumMonths('2026-04-05')
    expect((await ask()).total.ended).toBe(2)
    expect(await summed()).toEqual(['2026-01', '2026-02', '2026-03'])
  })

  it('is read again by days when something was counted while its months were read', async () => {
    await count('2026-03-05', '2026-03-05', roads)
    await sumMonths('2026-04-04')
    // The days after it are read when the late count has come: without a second look one part would know of it.
    meanwhile(
      ({ ExpressionAttributeValues: values }) => (values as { ':pk'?: string } | undefined)?.[':pk'] === 'D#2026-04-01',
      async () => {
        await count('2026-03-06', '2026-04-05', roads)
        await count('2026-04-01', '2026-04-05', roads)
      },
    )
    expect((await ask()).total.ended).toBe(3)
  })
})

const days = fc.constantFrom(...datesIn(spring))
const subjects = fc.record(
  {
    clock: fc.constantFrom('finalAnswer' as const, 'acceptance' as const),
    organisation: fc.constantFrom('office', 'roads'),
    topic: fc.constantFrom('snow', 'water'),
    municipality: fc.constantFrom('north', 'south'),
  },
  { requiredKeys: ['clock'] },
)
const counts = fc.constantFrom(
  { cancelled: 1 },
  { ended: 1, onTime: 1, w60: 1, workingMs: 1_800_000 },
  { ended: 1, late: 1, paused: 1, c60: 1, calendarMs: 1_000 },
)
const acts = fc.oneof(
  { weight: 6, arbitrary: fc.record({ day: days, of: subjects, counts }) },
  { weight: 1, arbitrary: fc.constant('sum' as const) },
)
const questions = fc.record({
  range: fc
    .tuple(days, days)
    .map(([one, other]) => ({ from: one < other ? one : other, to: one < other ? other : one })),
  by: fc.constantFrom(...dimensions),
  wanted: fc.record(
    {
      clock: fc.constantFrom('finalAnswer' as const),
      organisation: fc.constantFrom('office'),
      topic: fc.constantFrom('snow'),
    },
    { requiredKeys: [] },
  ),
})

it('every question is answered as from days', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 5, maxLength: 25 }),
      fc.array(questions, { minLength: 1, maxLength: 3 }),
      async (plan, asked) => {
        await freshTable()
        // Time goes on by four days an act; what is counted may be of any day before.
        let today = '2026-02-20'
        for (const [index, act] of plan.entries()) {
          today = datesIn({ from: '2026-02-20', to: '2026-12-31' })[index * 4]!
          if (act === 'sum') await sumMonths(today)
          else {
            const day = act.day < today ? act.day : today
            await count(day, today, act.of, act.counts as never)
            await countCase(day, today, act.of, index % 3 === 2 ? -1 : 1)
          }
        }
        const dimension = caseDimensions[plan.length % caseDimensions.length]!
        const answersAreOfDays = async () => {
          const byDays = caseCounterPages(tableName, [...datesIn(spring), 'now'])
          const ofCases = caseSummaryOf(tableName, spring, {}, dimension)
          expect(await ofCases).toEqual(await summarizeCases(byDays, {}, dimension))
          for (const { range, wanted, by } of [...asked, { range: spring, wanted: {}, by: 'topic' as const }]) {
            const answer = summaryOf(tableName, range, wanted, by)
            expect(await answer).toEqual(await summarize(counterPages(tableName, datesIn(range)), wanted, by))
          }
        }
        await answersAreOfDays()
        // Late counts may have left no month summed; after a night there are some.
        await sumMonths(today)
        await answersAreOfDays()
        expect(await summed()).toEqual(expect.arrayContaining(latestMonths(today)))
      },
    ),
    { numRuns: 6 },
  )
}, 120_000)
