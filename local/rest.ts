// Tells when a stack has come to rest at an instant: no function runs, no message can be received, no stream has
// anything left. Asked by tests and before the engine moves time.
import { setTimeout as pause } from 'node:timers/promises'
import type { LocalFunction } from './functions.ts'
import type { Pump, Source } from './mapping.ts'
import type { Queues } from './queues.ts'

/** How often it is looked (ms). */
const LOOK_MS = 2
/** So many looks at a stream that find nothing mean that it is empty, where the table engine does not tell. */
const QUIET_LOOKS = 3

export interface Working {
  readonly functions: readonly LocalFunction[]
  readonly queues: Queues
  /** The names of the queues that feed a function. */
  readonly consumed: readonly string[]
  readonly streams: readonly { readonly source: Source; readonly pump: Pump }[]
}

/** @returns what waits for rest; everybody who waits at the same time waits for the same. */
export function restOf({ functions, queues, consumed, streams }: Working): () => Promise<void> {
  const busy = () => functions.some((one) => one.running > 0) || queues.hasVisible(consumed)
  const asked = streams.filter(({ source }) => !source.settled)
  const doubt = () => {
    for (const { pump } of asked) pump.quiet = 0
  }
  let resting: Promise<void> | undefined
  const rest = async () => {
    // Or it could end before it is known as the one that is waited for.
    await Promise.resolve()
    while (
      busy() ||
      !streams.every(({ source, pump }) => (source.settled ? source.settled() : pump.quiet >= QUIET_LOOKS))
    ) {
      if (busy()) doubt()
      for (const { pump } of streams) pump.hurry()
      await pause(LOOK_MS)
    }
    resting = undefined
  }
  return () => {
    doubt()
    return (resting ??= rest())
  }
}
