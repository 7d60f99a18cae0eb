// Makes the rows of a public page. Nothing is said of so few cases that somebody could be meant: a row of fewer goes into the
// row of all the rest, and never alone, because a total would give it away. Pure. Called by the pages.
import { type CaseFigures, caseFiguresOf } from '../statistics/case-figures.ts'
import { addTo, type Counts } from '../statistics/counters.ts'
import type { Cell } from './cells.ts'

export interface Row extends CaseFigures {
  /** Null: the place is not known. */
  readonly id: string | null
}

export interface Rows {
  /** Most first. */
  readonly shown: readonly Row[]
  /** What is too little to be shown by itself, or too far down, together. */
  readonly rest?: CaseFigures
}

export interface Limits {
  /** Cases in a row. */
  readonly atLeast: number
  readonly rows: number
}

/** The figures of some cells; undefined where they are too few to be shown. */
export function totalOf(cells: readonly Cell[], { atLeast }: Limits): CaseFigures | undefined {
  const sum = sumOf(cells)
  return volumeOf(sum) < atLeast ? undefined : shownOf(sum, atLeast)
}

export function rowsOf(cells: readonly Cell[], by: 'topic' | 'municipality', { atLeast, rows }: Limits): Rows {
  const sums = [...Map.groupBy(cells, (cell) => cell[by] ?? null)]
    .map(([id, some]) => ({ id, sum: sumOf(some) }))
    .filter(({ sum }) => volumeOf(sum) > 0)
    .sort((a, b) => volumeOf(b.sum) - volumeOf(a.sum) || (a.id ?? '').localeCompare(b.id ?? ''))
  const enough = sums.filter(({ sum }) => volumeOf(sum) >= atLeast).slice(0, rows)
  let [shown, rest] = [enough.length, sumOf(sums.slice(enough.length).map(({ sum }) => ({ counts: sum })))]
  while (shown > 0 && volumeOf(rest) > 0 && volumeOf(rest) < atLeast) {
    shown -= 1
    addTo(rest, sums[shown]!.sum)
  }
  return {
    shown: sums.slice(0, shown).map(({ id, sum }) => ({ id, ...shownOf(sum, atLeast) })),
    ...(volumeOf(rest) >= atLeast && { rest: shownOf(rest, atLeast) }),
  }
}

/** How many cases there are at least behind a sum: one that was solved in these days may have come before. */
function volumeOf({ received = 0, solved = 0, open = 0 }: Counts): number {
  return Math.max(received, solved, open)
}

/** A median of few times, or a mean of few stars, is somebody's. */
function shownOf(sum: Counts, atLeast: number): CaseFigures {
  const figures = caseFiguresOf(sum)
  return {
    ...figures,
    medianHours: figures.solved < atLeast ? null : figures.medianHours,
    meanScore: figures.rated < atLeast ? null : figures.meanScore,
  }
}

function sumOf(cells: readonly { readonly counts: Counts }[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { counts } of cells) addTo(sum, counts)
  return sum
}
