// Looks for the temperature at which probabilities say how often they are right. Called by train.ts with what a model made of messages it
// had not seen.
import { logOf } from '../model/probabilities.ts'

const [COLDEST, HOTTEST] = [0.2, 5]
const TRIES = 30
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** @param truths the place of the right class, -1 where it is not known. By golden section, to a thousandth or so. */
export function temperatureOf(shares: readonly (readonly number[])[], truths: readonly number[]): number {
  const known = shares.flatMap((one, at) => (truths[at]! < 0 ? [] : [{ logs: one.map(logOf), truth: truths[at]! }]))
  const loss = (logarithm: number) => known.reduce((sum, one) => sum + lossOf(one, Math.exp(logarithm)), 0)
  let from = Math.log(COLDEST)
  let to = Math.log(HOTTEST)
  for (let tried = 0; tried < TRIES; tried += 1) {
    const step = GOLDEN * (to - from)
    if (loss(to - step) < loss(from + step)) to = from + step
    else from = to - step
  }
  return Math.round(Math.exp((from + to) / 2) * 1000) / 1000
}

/** How little was given to what was right: the negative logarithm of its probability. */
function lossOf(
  { logs, truth }: { readonly logs: readonly number[]; readonly truth: number },
  temperature: number,
): number {
  let sum = 0
  for (const log of logs) sum += Math.exp(log / temperature)
  return Math.log(sum) - logs[truth]! / temperature
}
