// Sums what was counted on some days within somebody's scope: what came and went by day, and how the final answer's deadline was kept, by
// organisation and by topic. Called by figures.tsx.
import type { CaseCounter } from '../statistics/cases.ts'
import { addTo, type Counter, type Counts } from '../statistics/counters.ts'
import { datesIn } from '../statistics/months.ts'
import { caseCounterPages, counterPages } from '../store/counters.ts'
import { isInScope, type Scope } from '../web/console/scope.ts'
import type { Asked } from './asked.ts'

interface Flow {
  readonly date: string
  readonly came: number
  readonly went: number
}

export interface Kept {
  /** Undefined: not known. */
  readonly id: string | undefined
  readonly onTime: number
  readonly late: number
}

export interface Gathered {
  /** Every day of the range. */
  readonly flow: readonly Flow[]
  /** Cases are counted by topic and place, not by organisation: of one, what it took up and what it answered is told. */
  readonly flowOf: 'cases' | 'organisation'
  /** Most first. */
  readonly organisations: readonly Kept[]
  readonly topics: readonly Kept[]
}

type Of = { readonly organisation?: string; readonly municipality?: string }

export async function gather(tableName: string, asked: Asked, scope: Scope | 'all'): Promise<Gathered> {
  const { days, organisation, municipality } = asked
  const isMeant = (of: Of) =>
    isInScope(scope, of) &&
    (!organisation || of.organisation === organisation) &&
    (!municipality || of.municipality === municipality)
  const ofOrganisation = organisation !== undefined || (scope !== 'all' && scope.municipalities.length === 0)
  const dates = datesIn(days)
  const flow = new Map(dates.map((date) => [date, { date, came: 0, went: 0 }]))
  const kept = {
    organisation: new Map<string, Record<string, number>>(),
    topic: new Map<string, Record<string, number>>(),
  }
  for await (const page of counterPages(tableName, dates, { clock: 'finalAnswer' }))
    for (const { date, of, counts } of page.filter((one) => isMeant(one.of))) {
      for (const by of ['organisation', 'topic'] as const) addUnder(kept[by], of[by] ?? '', counts)
      if (ofOrganisation) flow.get(date)!.went += endedIn(counts)
    }
  const others: AsyncIterable<readonly (CaseCounter | Counter)[]> = ofOrganisation
    ? counterPages(tableName, dates, { clock: 'acceptance' })
    : caseCounterPages(tableName, dates)
  for await (const page of others)
    for (const { date, counts } of page.filter((one) => isMeant(one.of))) {
      const { received = 0, solved = 0, unanswered = 0, reopened = 0 } = counts
      flow.get(date)!.came += ofOrganisation ? endedIn(counts) : received + reopened
      flow.get(date)!.went += ofOrganisation ? 0 : solved + unanswered
    }
  return {
    ...{ flow: [...flow.values()], flowOf: ofOrganisation ? 'organisation' : 'cases' },
    ...{ organisations: rowsOf(kept.organisation), topics: rowsOf(kept.topic) },
  }
}

function addUnder(sums: Map<string, Record<string, number>>, id: string, counts: Counts): void {
  const sum = sums.get(id) ?? {}
  sums.set(id, sum)
  addTo(sum, counts)
}

/** What moved away again leaves nothing behind. */
function rowsOf(sums: ReadonlyMap<string, Counts>): Kept[] {
  return [...sums]
    .map(([id, { onTime = 0, late = 0 }]): Kept => ({ id: id || undefined, onTime, late }))
    .filter(({ onTime, late }) => onTime + late > 0)
    .sort((a, b) => b.onTime + b.late - a.onTime - a.late || (a.id ?? '').localeCompare(b.id ?? ''))
}

function endedIn({ onTime = 0, late = 0 }: Counts): number {
  return onTime + late
}
