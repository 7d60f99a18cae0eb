// Measures what a model found in labelled messages that it had not seen: how often the right class came first, among the first, how sure it
// was. Pure; never a text. Called by npm run train and evaluate.
import { type Trial, type Trials, thresholdOf } from '../model/trust.ts'

/** What one head found in one message. */
export interface Finding {
  readonly shares: readonly number[]
  /** Undefined where the file does not say; a class that the model does not know is never found. */
  readonly truth: string | undefined
}

interface Bin {
  /** Findings about as sure as this, the mean. */
  readonly sure: number
  readonly right: number
  readonly of: number
}

interface Coverage {
  readonly precision: number
  /** Chosen as a lower 95 % bound; otherwise as the share itself. */
  readonly isBound: boolean
  readonly covered: number
  readonly right: number
}

export interface Figures {
  readonly rows: number
  readonly accuracy: number
  readonly macroF1: number
  readonly top3: number
  readonly top5: number
  readonly calibrationError: number
  readonly reliability: readonly Bin[]
  readonly coverage: readonly Coverage[]
  /** Of each class that is in the file, by how badly it is found. */
  readonly classes: readonly ClassFigures[]
  /** What was taken for what, the commonest first. */
  readonly confusions: ReadonlyArray<{ readonly truth: string; readonly found: string; readonly times: number }>
}

export interface ClassFigures {
  readonly label: string
  readonly rows: number
  readonly found: number
  readonly right: number
  readonly f1: number
}

const BINS = 10
const PRECISIONS = [0.8, 0.85, 0.9, 0.95]

/** @param trials of messages that the model was not trained on; from them come the thresholds whose coverage is told. */
export function measure(labels: readonly string[], findings: readonly Finding[], trials: Trials): Figures {
  const known = findings.flatMap(({ shares, truth }) => (truth === undefined ? [] : [{ shares, truth }]))
  const ranks = known.map(({ shares, truth }) => rankOf(shares, labels.indexOf(truth)))
  const read = known.map(({ shares }, at): Trial => {
    const found = shares.indexOf(Math.max(...shares))
    return { found, sure: shares[found]!, right: ranks[at] === 0 }
  })
  const within = (most: number) => share(ranks.filter((rank) => rank < most).length, known.length)
  const pairs = known.map(({ truth }, at) => ({ truth, found: labels[read[at]!.found]! }))
  const classes = classFigures(pairs)
  const reliability = binned(read)
  return {
    rows: known.length,
    accuracy: within(1),
    macroF1: share(
      classes.reduce((sum, { f1 }) => sum + f1, 0),
      classes.length,
    ),
    top3: within(3),
    top5: within(5),
    calibrationError: share(
      reliability.reduce((sum, { sure, right, of }) => sum + Math.abs(sure * of - right), 0),
      known.length,
    ),
    reliability,
    coverage: PRECISIONS.flatMap((precision) =>
      [false, true].map((isBound) => covered(read, trials, precision, isBound)),
    ),
    classes,
    confusions: confusionsOf(pairs),
  }
}

/** How many classes are found before the right one; Infinity where the model does not know it. */
function rankOf(shares: readonly number[], right: number): number {
  return right < 0 ? Infinity : shares.filter((one) => one > shares[right]!).length
}

function covered(read: Trials, trials: Trials, precision: number, isBound: boolean): Coverage {
  const least = thresholdOf(trials, precision, isBound)
  const above = read.filter(({ sure }) => sure >= least)
  const right = above.filter((one) => one.right).length
  return { precision, isBound, covered: share(above.length, read.length), right: share(right, above.length) }
}

function binned(read: Trials): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = read.filter(({ sure }) => Math.min(BINS - 1, Math.floor(sure * BINS)) === bin)
    const sure = inside.reduce((sum, one) => sum + one.sure, 0)
    return { sure: share(sure, inside.length), right: inside.filter(({ right }) => right).length, of: inside.length }
  }).filter(({ of }) => of > 0)
}

type Pair = { readonly truth: string; readonly found: string }

function classFigures(pairs: readonly Pair[]): ClassFigures[] {
  const labels = [...new Set(pairs.map(({ truth }) => truth))]
  return labels
    .map((label) => {
      const rows = pairs.filter(({ truth }) => truth === label).length
      const found = pairs.filter((pair) => pair.found === label).length
      const right = pairs.filter(({ truth, found: as }) => truth === label && as === label).length
      return { label, rows, found, right, f1: share(2 * right, rows + found) }
    })
    .sort((a, b) => a.f1 - b.f1 || b.rows - a.rows || (a.label < b.label ? -1 : 1))
}

function confusionsOf(pairs: readonly Pair[]) {
  const counts = new Map<string, Pair & { times: number }>()
  for (const { truth, found } of pairs) {
    if (truth === found) continue
    const key = JSON.stringify([truth, found])
    const one = counts.get(key) ?? { truth, found, times: 0 }
    one.times += 1
    counts.set(key, one)
  }
  return [...counts.values()].sort((a, b) => b.times - a.times || (a.truth + a.found < b.truth + b.found ? -1 : 1))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
