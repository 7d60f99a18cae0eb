// Writes what a run of mutants has shown: per folder how many were noticed, and every one that was not. Called by npm
// run mutate.
import { describe, type Fate, type Judged } from './mutant.ts'

const fates: readonly Fate[] = ['killed', 'timeout', 'survived', 'invalid', 'equivalent', 'unguarded']

/** The share (%) of mutants the tests noticed, of those they could have noticed; NaN without any. */
function scoreOf(judged: readonly Judged[]): number {
  const noticed = judged.filter(({ fate }) => fate === 'killed' || fate === 'timeout').length
  const survived = judged.filter(({ fate }) => fate === 'survived').length
  return (100 * noticed) / (noticed + survived)
}

export function reportLines(judged: readonly Judged[]): string[] {
  const folders = Map.groupBy(judged, ({ file }) => file.split('/').slice(0, 2).join('/'))
  const rows = [...folders].map(([folder, mutants]) => [
    folder.padEnd(24),
    ...fates.map((fate) => String(mutants.filter((one) => one.fate === fate).length).padStart(10)),
    Number.isNaN(scoreOf(mutants)) ? '        –' : `${scoreOf(mutants).toFixed(1).padStart(8)}%`,
  ])
  const survivors = judged.filter(({ fate }) => fate === 'survived')
  return [
    [''.padEnd(24), ...fates.map((fate) => fate.padStart(10)), '    score'].join(' '),
    ...rows.map((row) => row.join(' ')),
    ...(survivors.length > 0 ? ['', 'Not noticed by any test:', ...survivors.map((one) => `  ${describe(one)}`)] : []),
  ]
}
