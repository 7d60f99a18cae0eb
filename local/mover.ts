// Moves engine time forward through everything that falls due on the way: timers, messages that become visible, tries of a stream,
// schedules; after each the stack comes to rest. Made by engine.ts.
import { AT_ONCE, type Clock, type Pace } from './clock.ts'
import type { Executions } from './executions.ts'
import type { startHousekeeping } from './housekeeping.ts'
import type { Source } from './mapping.ts'
import type { Queues } from './queues.ts'
import type { ScheduleSource } from './schedules.ts'

/** Schedules fire so often, at most, while time is moved: a year is not moved through in steps of five minutes. */
const MOST_LOOKS = 6

interface Moved {
  readonly clock: Clock
  readonly executions: Executions
  readonly queues: Queues
  /** The names of the queues that feed a function. */
  readonly consumed: readonly string[]
  readonly scheduled: readonly ScheduleSource[]
  readonly streams: readonly { readonly source: Source }[]
  readonly housekeeping: ReturnType<typeof startHousekeeping>
  readonly idle: () => Promise<void>
}

/** @returns what `advance` of an engine does */
export function mover({ clock, executions, queues, consumed, scheduled, streams, housekeeping, idle }: Moved) {
  /** When schedules were last asked (ms). */
  let firedAt = 0
  return async (ms: number, { schedulesMs: apartMs, deletingMs }: Pace = AT_ONCE): Promise<void> => {
    const end = clock.now() + ms
    const between = Math.ceil(ms / MOST_LOOKS)
    let look = clock.now() + between
    await idle()
    for (;;) {
      const schedule = Math.max(look, firedAt + apartMs, Math.min(...scheduled.map(({ dueAt }) => dueAt)))
      const tries = streams.map(({ source }) => source.nextAt?.())
      const instants = [executions.nextWake(), queues.nextVisible(consumed), schedule, ...tries]
      const next = Math.min(...instants.filter((one) => one !== undefined), end)
      clock.move(Math.max(0, next - clock.now()))
      queues.wake()
      if (clock.now() >= look) look = clock.now() + between
      if (clock.now() >= firedAt + apartMs) {
        firedAt = clock.now()
        await Promise.all(scheduled.map((one) => one.poll()))
      }
      await idle()
      if (next >= end) break
    }
    await housekeeping.catchUp(deletingMs)
  }
}
