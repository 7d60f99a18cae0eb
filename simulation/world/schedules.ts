// The two schedules, the sweep and the morning post. They look every five minutes on the clock; here only when there is
// something to be found, so that a year is played in a moment.
import { postTogether, sweep } from './processes.ts'
import type { Surroundings } from './surroundings.ts'

const SCHEDULE_MS = 5 * 60_000

export class Schedules {
  readonly #world: Surroundings
  #sweepAt = Infinity
  #postAt = Infinity

  constructor(world: Surroundings) {
    this.#world = world
  }

  /** Sees to it that they look when there is something to look at. */
  plan(): void {
    const { checkAt } = this.#world.table
    if (checkAt) this.#planSweep(Date.parse(checkAt))
    const mornings = this.#world.table.waiting().map(({ until }) => Date.parse(until!))
    if (mornings.length > 0) this.#planPost(Math.min(...mornings))
  }

  #planSweep(instant: number) {
    const world = this.#world
    const at = this.#next(instant)
    if (at >= this.#sweepAt) return
    this.#sweepAt = at
    world.agenda.at(at, () => {
      if (this.#sweepAt !== at) return
      this.#sweepAt = Infinity
      const { checkAt } = world.table
      if (!checkAt || checkAt > world.at) return this.plan()
      if (world.fault('sweep down')) return world.sweepFailed()
      world.agenda.start(sweep(world), (why) => {
        world.note(`sweep: ${why}`)
        world.sweepFailed()
      })
    })
  }

  #planPost(instant: number) {
    const world = this.#world
    const at = this.#next(instant)
    if (at >= this.#postAt) return
    this.#postAt = at
    world.agenda.at(at, () => {
      if (this.#postAt !== at) return
      this.#postAt = Infinity
      const due = world.table.waiting().filter(({ until }) => until! <= world.at)
      for (const [recipient, notices] of Map.groupBy(due, (one) => one.recipient)) {
        const seqs = notices.map(({ seq }) => seq)
        world.send(`post to ${recipient}`, () => postTogether(world, recipient, seqs))
      }
      this.plan()
    })
  }

  /** The next look at or after an instant (ms), but not this very moment. */
  #next(instant: number): number {
    return Math.ceil(Math.max(instant, this.#world.agenda.now + 1) / SCHEDULE_MS) * SCHEDULE_MS
  }
}
