// The engine's time: real time plus an offset that only grows, or an instant that only a move changes. Both live in
// shared memory, so that the workers of the functions see the same time, and in the state file, so that a restart does
// not go back.
export interface Clock {
  /** Milliseconds since the epoch, in engine time. */
  now(): number
  /** Moves engine time forward (ms). */
  move(ms: number): void
  /** Whether time stands still between two moves. */
  readonly stands: boolean
  /** Two Float64: the offset in ms, and the real instant (ms) at which time stood still; 0 while it flows. */
  readonly shared: SharedArrayBuffer
}

/** @param stoodAt the real instant (ms) at which time stood still; 0: it flows */
export function createClock(offset: number, stoodAt: number, onMove: (offset: number) => void): Clock {
  const shared = new SharedArrayBuffer(16)
  const view = new Float64Array(shared)
  view.set([offset, stoodAt])
  return {
    shared,
    stands: stoodAt > 0,
    now: () => (stoodAt || Date.now()) + view[0]!,
    move(ms) {
      view[0]! += ms
      onMove(view[0]!)
    },
  }
}
