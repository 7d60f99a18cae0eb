// What is still to happen, by its instant. Processes run step by step and let others run in between, as functions do
// that run at once; at every step one may end, as a function does that is killed. Used by world.ts and the processes.
import type { Chance } from './random.ts'

/** A process that may be ended wherever it yields; it throws what a function would throw. */
export type Process = Generator<void, void>

interface Entry {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** Between two steps of a process (ms). */
const STEP_MS = 1_500

export class Agenda {
  readonly #entries: Entry[] = []
  readonly #chance: Chance
  readonly #crashes: () => boolean
  #order = 0
  /** ms, UTC. */
  now: number

  /** @param crashes asked at every step whether the process is ended there */
  constructor(start: number, chance: Chance, crashes: () => boolean) {
    this.now = start
    this.#chance = chance
    this.#crashes = crashes
  }

  /** Puts something on the agenda; what lies behind happens now. */
  at(instant: number, run: () => void): void {
    const entry = { at: Math.max(instant, this.now), order: (this.#order += 1), run }
    const later = this.#entries.findIndex((one) => one.at > entry.at)
    this.#entries.splice(later < 0 ? this.#entries.length : later, 0, entry)
  }

  /** Runs a process from now on; `failed` is called when it throws or is ended in the middle. */
  start(process: Process, failed: (why: string) => void): void {
    const step = () => {
      let done: boolean | undefined
      try {
        done = process.next().done
      } catch (error) {
        return failed((error as Error).message)
      }
      if (done) return
      if (this.#crashes()) return failed('crashed')
      this.at(this.now + this.#chance.between(0, STEP_MS), step)
    }
    step()
  }

  /** Does what comes next. @returns false when nothing is left before an instant (ms). */
  next(end: number): boolean {
    const [entry] = this.#entries
    if (!entry || entry.at > end) return false
    this.#entries.shift()
    this.now = entry.at
    entry.run()
    return true
  }
}
