// Counts what was not counted of a case: its own figures, where its events are older than these counters, and whatever else has
// no mark. Called by npm run rebuild; what is new is counted by the function `record`.
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { countedIn, incrementsOf } from '../statistics/counting.ts'
import { monthsToTell } from '../statistics/months.ts'
import { countAll, type Counting } from './count.ts'
import { loadHistory } from './history.ts'
import { itemsOf } from './partition.ts'
import { keys, LAST_SEQ } from './table.ts'

type Uncounted = Omit<Counting, 'changed'>

/** What is still to be counted of a case. */
export async function findUncounted(tableName: string, region: Region, caseId: string): Promise<Uncounted[]> {
  const { pk, sk: last } = keys.counted(caseId, LAST_SEQ)
  const marks = await itemsOf(tableName, pk, keys.counted(caseId, 0).sk, last)
  const marked = new Map(marks.map(({ sk, v }) => [Number(String(sk).slice(2)), v !== undefined]))
  const { version } = (await itemsOf(tableName, pk, keys.snapshot(caseId).sk, keys.snapshot(caseId).sk))[0]!
  const history = await loadHistory(tableName, caseId, Number(version))
  return countedIn(caseId, history).flatMap((seq) => {
    if (marked.get(seq)) return []
    const increments = incrementsOf(region, caseId, history.slice(0, seq))
    const isMarked = marked.has(seq)
    return isMarked && increments.cases.length === 0 ? [] : [{ caseId, seq, increments, isMarked }]
  })
}

/** Counts what is to be counted of a case, once, at an instant (ISO, UTC); what somebody else counted meanwhile stays as it is. */
export async function countMissing(
  tableName: string,
  region: Region,
  uncounted: readonly Uncounted[],
  at: string,
): Promise<void> {
  const today = calendarOf(region).dateOf(Date.parse(at))
  const countings = uncounted.map((one): Counting => {
    const dates = [...one.increments.clocks, ...one.increments.cases].map(({ date }) => date)
    return { ...one, changed: monthsToTell(dates, today) }
  })
  await countAll(tableName, countings)
}
