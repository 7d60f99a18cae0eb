// Takes a part of the mutants, the same for the same seed. Called by npm run mutate.
import { createHash } from 'node:crypto'
import type { Mutant } from './mutant.ts'

export function sample<T extends Mutant>(mutants: readonly T[], size: number, seed: string): T[] {
  const lot = ({ file, start, end, text }: Mutant) =>
    createHash('sha256').update([seed, file, start, end, text].join('\n')).digest('hex')
  const drawn = mutants.map((mutant) => [lot(mutant), mutant] as const).sort(([one], [other]) => (one < other ? -1 : 1))
  const chosen = new Set(drawn.slice(0, size).map(([, mutant]) => mutant))
  return mutants.filter((mutant) => chosen.has(mutant))
}
