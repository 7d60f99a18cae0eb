// Runs the sweep and the digest of the played world. On AWS they look every five minutes; here only when there is
// something to be found, so that a year is played in a moment. Called by played-case.ts.
import { postTogether, sweep } from './processes.ts'
import type { Surroundings } from './surroundings.ts'

const SCHEDULE_MS = 5 * 60_000

export class Schedules {
  readonly #around: Surroundings
  #sweepAt = Infinity
  #postAt = Infinity

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Sees to it that they look when there is something to look at. */
  plan(): void {
    const { checkAt } = this.#around.table
    if (checkAt) this.#planSweep(Date.parse(checkAt))
    const mornings = this.#around.table.waiting().map(({ until }) => Date.parse(until!))
    if (mornings.length > 0) this.#planPost(Math.min(...mornings))
  }

  #planSweep(instant: number) {
    const around = this.#around
    const at = this.#next(instant)
    if (at >= this.#sweepAt) return
    this.#sweepAt = at
    around.agenda.at(at, () => {
      if (this.#sweepAt !== at) return
      this.#sweepAt = Infinity
      const { checkAt } = around.table
      if (!checkAt || checkAt > around.at) return this.plan()
      if (around.fault('sweep down')) return around.sweepFailed()
      around.agenda.start(sweep(around), (why) => {
        around.note(`sweep: ${why}`)
        around.sweepFailed()
      })
    })
  }

  #planPost(instant: number) {
    const around = this.#around
    const at = this.#next(instant)
    if (at >= this.#postAt) return
    this.#postAt = at
    around.agenda.at(at, () => {
      if (this.#postAt !== at) return
      this.#postAt = Infinity
      const due = around.table.waiting().filter(({ until }) => until! <= around.at)
      for (const [recipient, notices] of Map.groupBy(due, (one) => one.recipient)) {
        const seqs = notices.map(({ seq }) => seq)
        around.send(`post to ${recipient}`, () => postTogether(around, recipient, seqs))
      }
      this.plan()
    })
  }

  /** The next look at or after an instant (ms), but not this very moment. */
  #next(instant: number): number {
    return Math.ceil(Math.max(instant, this.#around.agenda.now + 1) / SCHEDULE_MS) * SCHEDULE_MS
  }
}
