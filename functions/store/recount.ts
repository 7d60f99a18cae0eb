// Counts what was not counted of a case: its own figures, where its events are older than these counters, and whatever else has
// no mark. Called by npm run rebuild; what is new is counted by the function `record`.
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { countedIn, type Increments, incrementsOf } from '../statistics/counting.ts'
import { monthsToTell } from '../statistics/months.ts'
import { countCaseOnce, countOnce } from './count.ts'
import { loadHistory } from './history.ts'
import { itemsOf } from './partition.ts'
import { keys, LAST_SEQ } from './table.ts'

export interface Uncounted {
  readonly caseId: string
  readonly seq: number
  readonly increments: Increments
  /** Its clocks were counted, before there were counters of cases. */
  readonly isMarked: boolean
}

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

/** @returns false when somebody else counted it meanwhile. */
export function countMissing(
  tableName: string,
  region: Region,
  { caseId, seq, increments, isMarked }: Uncounted,
  at: string,
): Promise<boolean> {
  const dates = [...increments.clocks, ...increments.cases].map(({ date }) => date)
  const late = monthsToTell(dates, calendarOf(region).dateOf(Date.parse(at)))
  return (isMarked ? countCaseOnce : countOnce)(tableName, caseId, seq, increments, late)
}
