// Tells a better model from a lucky one: both are asked of the same messages, and only those count in which one is right and the other is not. The
// messages of one day are not independent of each other: a storm, an operator's habit, a column that slipped make many alike. So a day counts as
// one. Pure. Called where a new model is held against the one in force.

/** How two models fared on the same messages. */
export interface Pairs {
  readonly rows: number
  /** Right ones of each. */
  readonly current: number
  readonly candidate: number
  /** Messages in which only the candidate, only the current one is right. */
  readonly better: number
  readonly worse: number
  /** For each day by how many more the candidate was right, or fewer; days without a difference are left out. */
  readonly byDay: readonly number[]
}

export interface Pair {
  /** A local date. */
  readonly date: string
  readonly current: boolean
  readonly candidate: boolean
}

export function pairsOf(rows: readonly Pair[]): Pairs {
  const times = (is: (row: Pair) => boolean) => rows.filter(is).length
  const days = new Map<string, number>()
  for (const { date, current, candidate } of rows)
    days.set(date, (days.get(date) ?? 0) + Number(candidate) - Number(current))
  return {
    rows: rows.length,
    current: times(({ current }) => current),
    candidate: times(({ candidate }) => candidate),
    better: times(({ current, candidate }) => candidate && !current),
    worse: times(({ current, candidate }) => current && !candidate),
    byDay: [...days.values()].filter((more) => more !== 0),
  }
}

/**
 * How likely chance alone makes the candidate so much better over all days, were both as good: then each day's difference might as well have been the
 * other way round. The exact one-sided permutation test that turns the sign of whole days; where each day has one message in which they differ, it is the
 * sign test, which is McNemar's (Dietterich, "Approximate Statistical Tests", Neural Computation 10, 1998).
 * @param byDay whole numbers, see Pairs
 */
export function chanceOf(byDay: readonly number[]): number {
  const reach = byDay.reduce((sum, more) => sum + Math.abs(more), 0)
  const observed = byDay.reduce((sum, more) => sum + more, 0)
  // The share of all ways to turn days that come to each sum, from -reach to reach, one day after another.
  let shares = new Float64Array(2 * reach + 1)
  shares[reach] = 1
  for (const more of byDay) {
    const next = new Float64Array(shares.length)
    shares.forEach((share, at) => {
      if (share === 0) return
      next[at + more]! += share / 2
      next[at - more]! += share / 2
    })
    shares = next
  }
  return Math.min(
    1,
    shares.subarray(reach + observed).reduce((sum, share) => sum + share, 0),
  )
}
