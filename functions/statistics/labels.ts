// Counts how choices of who answers for a message fared, for each version of a model by itself, and for key words: what a person took of what they
// were offered, what routing gave away alone, and what became of it. Under the month in which the choice was made, whenever its fate was known.
// Called by counting.ts; docs/learning.md says what is counted as what.
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { Case } from '../case/case.ts'
import type { Labelled } from '../case/label.ts'
import { addTo, type Counts } from './counters.ts'
import { type Month, monthOf } from './months.ts'

/** What is counted, in the order of the page that shows it. */
export const labelCounts = [
  'offered',
  'first',
  'among',
  'other',
  'preselected',
  'preselectedTaken',
  'kept',
  'corrected',
  'declined',
  'handedOver',
  'alone',
  'aloneKept',
  'aloneChanged',
] as const
export type LabelCount = (typeof labelCounts)[number]

export interface LabelCounter {
  readonly month: Month
  /** Of the model; undefined where key words chose. */
  readonly model?: string
  readonly counts: Counts
}

/** Whether an event changes what is counted, given the case before and after it. A test case is counted for nothing. */
export function isLabelCounted({ label: before }: Case, { label: after, test }: Case): boolean {
  return !test && after !== undefined && (before?.seq !== after.seq || before.fate?.at !== after.fate?.at)
}

/** What an event adds, given the case before and after it: one counter at most. */
export function labelChanges(region: Region, before: Case, after: Case): LabelCounter[] {
  const { label } = after
  if (!label || !isLabelCounted(before, after)) return []
  const sum: Record<string, number> = {}
  addTo(sum, countsOf(label))
  // Of a choice that was counted before, what is new; one before it stays as it is.
  if (before.label?.seq === label.seq)
    for (const [name, amount] of Object.entries(countsOf(before.label))) addTo(sum, { [name]: -amount })
  const counts = Object.fromEntries(Object.entries(sum).filter(([, amount]) => amount !== 0))
  const month = monthOf(calendarOf(region).dateOf(Date.parse(label.at)))
  return [{ month, ...(label.model && { model: label.model }), counts }]
}

function countsOf({ took, preselected, fate }: Labelled): Partial<Record<LabelCount, number>> {
  if (took === 'unasked')
    return { alone: 1, ...(fate && (fate.what === 'kept' ? { aloneKept: 1 } : { aloneChanged: 1 })) }
  return {
    offered: 1,
    ...(took === 'other' ? { other: 1 } : { among: 1 }),
    ...(took === 1 && { first: 1 }),
    ...(preselected && { preselected: 1, ...(took === 1 && { preselectedTaken: 1 }) }),
    ...(fate && { [fate.what === 'handed over' ? 'handedOver' : fate.what]: 1 }),
  }
}
