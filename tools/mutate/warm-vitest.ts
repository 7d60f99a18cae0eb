// One Vitest kept warm in a process of its own: runs the test files it is sent and says which failed. A process, so that
// a mutant that never ends can be ended with it. Started by `Runner`, in the scratch copy.
import { join, resolve } from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'

export interface Order {
  /** The files that have changed since the last run. */
  readonly changed: readonly string[]
  /** Test files in the order they should run. */
  readonly tests: readonly string[]
}

export interface Outcome {
  /** The first test file that failed. */
  readonly failed?: string
  /** The test files that ran, the quickest first. */
  readonly ran: readonly string[]
}

const fastCheck = join(import.meta.dirname, 'fast-check.ts')
let wanted: readonly string[] = []

class InOrder {
  shard = (files: TestSpecification[]) => files
  sort = (files: TestSpecification[]) => files.toSorted((one, other) => place(one) - place(other))
}
const place = ({ moduleId }: TestSpecification) => wanted.indexOf(moduleId)

const vitest = await createVitest(
  'test',
  {
    ...{ config: false, watch: false, bail: 1, pool: 'threads', isolate: false, maxWorkers: 1, testTimeout: 60_000 },
    include: ['tests/**/*.test.{ts,tsx}'],
    sequence: { sequencer: InOrder },
    reporters: [{}],
  },
  {
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    plugins: [
      {
        name: 'fast-check-for-mutants',
        enforce: 'pre',
        resolveId: (id, importer) => (id === 'fast-check' && importer !== fastCheck ? fastCheck : undefined),
      },
    ],
  },
)
const specifications = await vitest.globTestSpecifications()

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => void run(order).then((outcome) => process.send!(outcome)))

async function run({ changed, tests }: Order): Promise<Outcome> {
  wanted = tests.map((test) => resolve(test))
  for (const file of changed) vitest.invalidateFile(resolve(file))
  const chosen = specifications.filter(({ moduleId }) => wanted.includes(moduleId))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen)
  const failed = testModules.find((one) => !one.ok())?.relativeModuleId
  const ran = testModules
    .toSorted((one, other) => one.diagnostic().duration - other.diagnostic().duration)
    .map((one) => one.relativeModuleId)
  if (failed) return { failed, ran }
  return unhandledErrors.length > 0 ? { failed: 'outside a test', ran } : { ran }
}
