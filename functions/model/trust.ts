// Says how far a finding may be trusted: the share of right ones among those as sure on messages not seen in training, as the lower
// 95 % bound, for each class by itself and drawn towards all classes where little was seen. Called where a message is routed and
// where a model is reported.

/** One finding on a message that was not trained on. */
export interface Trial {
  /** Place of the class that was found first. */
  readonly found: number
  /** Its probability, 0–1. */
  readonly sure: number
  readonly right: boolean
}
export type Trials = readonly Trial[]

/** One-sided 95 %. */
const Z = 1.645
/** A class is trusted as though so many of all classes' trials were its own. */
const BORROWED = 30

/** Wilson's lower bound of a share. */
export function lowerBound(right: number, of: number): number {
  if (of === 0) return 0
  const share = right / of
  const z2 = Z * Z
  const spread = Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  return (share + z2 / (2 * of) - spread) / (1 + z2 / of)
}

/** The least probability from which on the findings are right in `precision`; Infinity where none is. @param isBound as a lower bound */
export function thresholdOf(trials: Trials, precision: number, isBound: boolean): number {
  const sorted = [...trials].sort((a, b) => b.sure - a.sure)
  let right = 0
  let least = Infinity
  sorted.forEach((trial, at) => {
    right += trial.right ? 1 : 0
    if (sorted[at + 1]?.sure === trial.sure) return
    const share = isBound ? lowerBound(right, at + 1) : right / (at + 1)
    if (share >= precision) least = trial.sure
  })
  return least
}

/** For each class the least probability from which on its findings may be believed without a person: the lower bound is at least `precision`. */
export function thresholdsByClass(trials: Trials, classes: number, precision: number): readonly number[] {
  const sorted = [...trials].sort((a, b) => b.sure - a.sure)
  const right = new Array<number>(classes).fill(0)
  const of = new Array<number>(classes).fill(0)
  const least = new Array<number>(classes).fill(Infinity)
  let allRight = 0
  sorted.forEach((trial, at) => {
    allRight += trial.right ? 1 : 0
    right[trial.found]! += trial.right ? 1 : 0
    of[trial.found]! += 1
    if (at + 1 < BORROWED || sorted[at + 1]?.sure === trial.sure) return
    const borrowed = (BORROWED * allRight) / (at + 1)
    for (let one = 0; one < classes; one += 1)
      if (lowerBound(right[one]! + borrowed, of[one]! + BORROWED) >= precision) least[one] = trial.sure
  })
  return least
}

/** As many are looked at on either side. */
const NEIGHBOURS = 40

/** How often findings about as sure as this one were right; of none, nothing. */
export function probabilityAt(trials: Trials, sure: number): number {
  const sorted = [...trials].sort((a, b) => a.sure - b.sure)
  const above = sorted.findIndex((trial) => trial.sure >= sure)
  const at = above < 0 ? sorted.length : above
  const near = sorted.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS)
  return near.length === 0 ? 0 : near.filter(({ right }) => right).length / near.length
}
