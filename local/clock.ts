// The engine's time: real time plus an offset that only grows. The offset lives in shared memory, so that the workers
// of the functions see the same time, and in the state file, so that a restart does not go back.
export interface Clock {
  /** Milliseconds since the epoch, in engine time. */
  now(): number
  /** Moves engine time forward (ms). */
  move(ms: number): void
  /** One Float64: the offset in ms. */
  readonly shared: SharedArrayBuffer
}

export function createClock(offset: number, onMove: (offset: number) => void): Clock {
  const shared = new SharedArrayBuffer(8)
  const view = new Float64Array(shared)
  view[0] = offset
  return {
    shared,
    now: () => Date.now() + view[0]!,
    move(ms) {
      view[0]! += ms
      onMove(view[0]!)
    },
  }
}
