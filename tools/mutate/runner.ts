// Tries mutants one after another in a scratch copy of its own, with the tests that guard their folder. Called by npm
// run mutate.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Guard } from './guards.ts'
import { applyTo, type Judged, type Mutant } from './mutant.ts'
import { Scratch } from './scratch.ts'
import type { Order, Outcome } from './warm-vitest.ts'

const LONGEST = 600_000

export class Runner {
  readonly #scratch: Scratch
  #vitest: ChildProcess | undefined
  #guard: Guard | undefined
  /** Restored since the last run, which Vitest must be told as well. */
  #restored: string | undefined
  /** Test files by how lately they noticed a mutant, because the next one is likely noticed by the same. */
  #order: readonly string[] = []
  /** How long the tests of a guard may take (ms) before the mutant counts as never ending. */
  readonly #limits = new Map<Guard, number>()

  constructor(root: string) {
    this.#scratch = new Scratch(root)
  }

  testsOf({ tests }: Guard): string[] {
    return globSync([...tests], { cwd: this.#scratch.folder }).filter((path) => /\.test\.tsx?$/.test(path))
  }

  /** @throws when the tests fail without any change */
  async judge(mutant: Mutant, guard: Guard): Promise<Judged> {
    if (this.testsOf(guard).length === 0) return { ...mutant, fate: 'unguarded' }
    if (!this.#limits.has(guard)) await this.#measure(mutant.file, guard)
    const source = this.#scratch.read(mutant.file)
    this.#scratch.write(mutant.file, applyTo(source, mutant))
    try {
      const outcome = await this.#run(mutant.file, guard, this.#limits.get(guard)!)
      if (!outcome) return { ...mutant, fate: 'timeout' }
      const { failed } = outcome
      if (!failed) return { ...mutant, fate: 'survived' }
      this.#order = [failed, ...this.#order.filter((one) => one !== failed)]
      return { ...mutant, fate: 'killed', by: failed }
    } finally {
      this.#scratch.write(mutant.file, source)
    }
  }

  stop(): void {
    this.#end()
    this.#scratch.remove()
  }

  #end(): void {
    this.#vitest?.kill('SIGKILL')
    this.#vitest = undefined
  }

  /** Twice, because only the second run is a warm one. */
  async #measure(file: string, guard: Guard): Promise<void> {
    const first = await this.#run(file, guard, LONGEST)
    if (!first || first.failed) throw new Error(`Without any change ${first?.failed ?? 'a test never ends'} fails.`)
    const begun = performance.now()
    const { ran } = (await this.#run(file, guard, LONGEST))!
    this.#limits.set(guard, Math.ceil(10_000 + 5 * (performance.now() - begun)))
    this.#order = ran
  }

  /** Undefined when it takes longer than the limit (ms). */
  async #run(changed: string, guard: Guard, limit: number): Promise<Outcome | undefined> {
    // Tests share one process without isolation: what those of another guard mocked would be left over.
    if (this.#guard !== guard) this.#end()
    this.#guard = guard
    this.#vitest ??= this.#start()
    const late = (test: string) => (this.#order.includes(test) ? this.#order.indexOf(test) : this.#order.length)
    const tests = this.testsOf(guard).toSorted((one, other) => late(one) - late(other))
    this.#vitest.send({ changed: [changed, ...(this.#restored ? [this.#restored] : [])], tests } satisfies Order)
    this.#restored = changed
    try {
      const [outcome] = (await once(this.#vitest, 'message', { signal: AbortSignal.timeout(limit) })) as [Outcome]
      return outcome
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error
      this.#end()
      return undefined
    }
  }

  #start(): ChildProcess {
    const cwd = this.#scratch.folder
    return fork(join(import.meta.dirname, 'warm-vitest.ts'), { cwd, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  }
}
