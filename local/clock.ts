// The engine's time: real time plus an offset that only grows, or an instant that only a move changes. Both live in
// shared memory, so that the workers of the functions see the same time, and in the state file, so that a restart does
// not go back. Used by every part of the engine.
import type { DatabaseSync } from 'node:sqlite'
import { saveSetting, setting } from './state.ts'

const PATIENCE = 10

export interface Clock {
  /** Milliseconds since the epoch, in engine time. */
  now(): number
  /** Moves engine time forward (ms). */
  move(ms: number): void
  /** Whether time stands still between two moves. */
  readonly stands: boolean
  /** So many times longer than its limit may something take that runs in real time: a slow machine is no fault. */
  readonly patience: number
  /** Two Float64: the offset in ms, and the real instant (ms) at which time stood still; 0 while it flows. */
  readonly shared: SharedArrayBuffer
}

/** How seldom something is done while time is moved (ms of engine time). */
export interface Pace {
  readonly schedulesMs: number
  readonly deletingMs: number
}

export const AT_ONCE: Pace = { schedulesMs: 0, deletingMs: 0 }

/** @param startAt engine time at the first start (ISO); later starts go on from where it was */
export function openClock(state: DatabaseSync, startAt: string | undefined, stands: boolean): Clock {
  const opened = Date.now()
  const offset = Number(setting(state, 'offset') ?? (startAt ? Date.parse(startAt) - opened : 0))
  const stoodAt = stands ? Number(setting(state, 'stoodAt')) || opened : 0
  const view = new Float64Array(new SharedArrayBuffer(16))
  view.set([offset, stoodAt])
  saveSetting(state, 'offset', String(offset))
  saveSetting(state, 'stoodAt', String(stoodAt))
  return {
    shared: view.buffer,
    stands,
    patience: stands ? PATIENCE : 1,
    now: () => (stoodAt || Date.now()) + view[0]!,
    move(ms) {
      view[0]! += ms
      saveSetting(state, 'offset', String(view[0]))
    },
  }
}

/** The time (ms) of the engine that runs on a state file, as another process sees it. */
export function engineTime(state: DatabaseSync): number {
  return (Number(setting(state, 'stoodAt')) || Date.now()) + Number(setting(state, 'offset'))
}
