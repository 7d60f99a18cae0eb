// npm run mutate: changes the code a little, one place at a time, and tells which changes no test notices.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { changedSince } from './mutate/changed.ts'
import { equivalents, isEquivalent, staleAmong } from './mutate/equivalents.ts'
import { guardOf, guards } from './mutate/guards.ts'
import type { Judged, Mutant } from './mutate/mutant.ts'
import { mutantsOf } from './mutate/mutants-of.ts'
import { reportLines } from './mutate/report.ts'
import { Runner } from './mutate/runner.ts'
import { sample } from './mutate/sample.ts'
import { Types } from './mutate/types.ts'
import { whole } from './option-kinds.ts'
import { options } from './options.ts'
import { refuse } from './refuse.ts'
import { inParallel } from './in-parallel.ts'
import { progress } from './replay/progress.ts'

const { values, positionals } = options(
  `npm run mutate                        the lines changed since this branch left main
npm run mutate -- --since REF         the lines changed since it left REF
npm run mutate -- 'functions/case/**' all lines of these files
npm run mutate -- --all               everything that tests guard (tools/mutate/guards.ts)
  [--sample N --seed S]  N of the mutants, the same for the same seed
  [--limit N]            the first N of them
  [--workers N]          how many are tried at once
  [--out FILE]           every mutant and what became of it (default .build/mutants.json)`,
  {
    since: { type: 'string' },
    all: { type: 'boolean', default: false },
    sample: { type: 'string', is: whole(1) },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', is: whole(1) },
    workers: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)), is: whole(1, 64) },
    out: { type: 'string', default: '.build/mutants.json' },
  },
  Infinity,
)

const isWhole = values.all || positionals.length > 0
const changed = isWhole && !values.since ? undefined : changedSince(values.since ?? 'main')
const guarded = globSync(guards.map(({ sources }) => `${sources}**/*.ts`)).sort()
const named = positionals.length > 0 ? new Set(globSync(positionals)) : undefined
const files = guarded.filter((file) => (named?.has(file) ?? true) && (changed?.has(file) ?? true))
if (files.length === 0)
  refuse('No file to change: name some, or --all. See tools/mutate/guards.ts for what is guarded.')

const types = new Types(process.cwd())
const all = files.flatMap((file) => {
  const { source, checker } = types.fileOf(file)
  const lines = readFileSync(file, 'utf8').split('\n')
  return mutantsOf(file, source, checker).map((mutant) => ({ mutant, line: lines[mutant.line - 1]! }))
})
const stale = staleAmong(equivalents, all, values.all ? equivalents.map(({ file }) => file) : files)
if (stale.length > 0)
  refuse(`tools/mutate/equivalents.ts names what is no mutant any more:\n${JSON.stringify(stale, null, 2)}`)

const onLines = all.filter(({ mutant }) => changed?.get(mutant.file)?.(mutant.line) ?? true)
const [same, others] = [true, false].map((is) =>
  onLines.filter(({ mutant, line }) => isEquivalent(equivalents, mutant, line) === is).map(({ mutant }) => mutant),
) as [Judged[], Judged[]]
const drawn = values.sample ? sample(others, Number(values.sample), values.seed) : others
const limited = drawn.slice(0, values.limit ? Number(values.limit) : undefined)
const order = ({ file }: Mutant) => guards.indexOf(guardOf(file)!)
// Guard by guard, because each has a Vitest of its own.
const mutants = limited.toSorted((one, other) => order(one) - order(other))

const judged: Judged[] = same.map((mutant) => ({ ...mutant, fate: 'equivalent' }))
const step = progress('tried', mutants.length)
const runners = Array.from(
  { length: Math.min(Number(values.workers), mutants.length) },
  () => new Runner(process.cwd()),
)
const idle = [...runners]
try {
  await inParallel(mutants, runners.length, async (mutant) => {
    const runner = idle.pop()!
    judged.push(
      types.accept(mutant) ? await runner.judge(mutant, guardOf(mutant.file)!) : { ...mutant, fate: 'invalid' },
    )
    idle.push(runner)
    step.step()
  })
} finally {
  step.stop()
  for (const runner of runners) runner.stop()
}

judged.sort((one, other) => (one.file === other.file ? one.start - other.start : one.file < other.file ? -1 : 1))
mkdirSync('.build', { recursive: true })
writeFileSync(values.out, JSON.stringify(judged, null, 1))
for (const line of reportLines(judged)) console.log(line)
console.log(`\nEvery mutant: ${values.out}`)
process.exit(judged.some(({ fate }) => fate === 'survived') ? 1 : 0)
