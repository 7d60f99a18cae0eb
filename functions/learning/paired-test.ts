// Tells a better model from a lucky one: both are asked of the same messages, and only those count in which one is right and the other is not.
// Pure. Called where a new model is held against the one in force.

/** How two models fared on the same messages. */
export interface Pairs {
  readonly rows: number
  /** Right ones of each. */
  readonly current: number
  readonly candidate: number
  /** Messages in which only the candidate, only the current one is right. */
  readonly better: number
  readonly worse: number
}

export function pairsOf(rows: ReadonlyArray<{ readonly current: boolean; readonly candidate: boolean }>): Pairs {
  const times = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
  return {
    rows: rows.length,
    current: times(({ current }) => current),
    candidate: times(({ candidate }) => candidate),
    better: times(({ current, candidate }) => candidate && !current),
    worse: times(({ current, candidate }) => current && !candidate),
  }
}

/**
 * How likely chance alone makes at least so many of them better, were both models as good: the exact sign test, one-sided, which is McNemar's
 * test without its approximation (Dietterich, "Approximate Statistical Tests", Neural Computation 10, 1998).
 */
export function chanceOf({ better, worse }: Pick<Pairs, 'better' | 'worse'>): number {
  const of = better + worse
  // The logarithm of the share of "all better"; from there each share follows from the one before.
  let logShare = -of * Math.LN2
  let sum = Math.exp(logShare)
  for (let times = of; times > better; times -= 1) {
    logShare += Math.log(times / (of - times + 1))
    sum += Math.exp(logShare)
  }
  return Math.min(1, sum)
}
