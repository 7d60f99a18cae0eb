// Reads what a public page counts: the cases of the topics that are shown, by topic and municipality. What was read serves for some
// minutes whoever asks, so that a page that many look at costs what one look does. Called by the handler.
import { type CaseCounter, NOW } from '../statistics/cases.ts'
import { addTo, type Counts } from '../statistics/counters.ts'
import type { DateRange } from '../statistics/months.ts'
import { caseCounterPages } from '../store/counters.ts'
import { caseMonthPages, type MonthAt } from '../store/months.ts'
import { oneAfterAnother, overRange } from '../store/range.ts'

/** The cases of a topic in a municipality; of none where it is not known. */
export interface Cell {
  readonly topic: string
  readonly municipality?: string
  readonly counts: Counts
}

interface Kept {
  readonly readAt: number
  readonly cells: readonly Cell[]
}

/** How old figures may be (s). */
export const FRESH_SECONDS = 300

const kept = new Map<string, Kept>()

/** @param at the instant (ISO, UTC) of whoever asks */
export async function cellsOf(
  tableName: string,
  days: DateRange,
  topics: ReadonlySet<string>,
  at: string,
): Promise<readonly Cell[]> {
  const key = `${tableName} ${days.from} ${days.to}`
  const instant = Date.parse(at)
  for (const [name, { readAt }] of kept) if (Math.abs(instant - readAt) >= FRESH_SECONDS * 1000) kept.delete(name)
  const known = kept.get(key)
  if (known) return known.cells
  const cells = await read(tableName, days, topics)
  kept.set(key, { readAt: instant, cells })
  return cells
}

function read(tableName: string, days: DateRange, topics: ReadonlySet<string>): Promise<Cell[]> {
  const source = {
    byDays: (dates: readonly string[]) => caseCounterPages(tableName, dates),
    byMonths: (months: readonly MonthAt[]) => caseMonthPages(tableName, months),
  }
  return overRange(tableName, days, source, (counters) =>
    addUp(oneAfterAnother([counters, caseCounterPages(tableName, [NOW])]), topics),
  )
}

async function addUp(pages: AsyncIterable<readonly CaseCounter[]>, topics: ReadonlySet<string>): Promise<Cell[]> {
  const cells = new Map<string, { topic: string; municipality?: string; counts: Record<string, number> }>()
  for await (const page of pages) {
    for (const { of, counts } of page) {
      const { topic, municipality } = of
      if (topic === undefined || !topics.has(topic)) continue
      const key = `${topic}#${municipality ?? ''}`
      const cell = cells.get(key) ?? { topic, ...(municipality && { municipality }), counts: {} }
      cells.set(key, cell)
      addTo(cell.counts, counts)
    }
  }
  return [...cells.values()]
}
