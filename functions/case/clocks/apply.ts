// Applies the clock changes of an event to the clocks of a case. Called by `evolve`.
import type { Instant } from '../../calendar/instant.ts'
import type { Clock, ClockChange, Clocks } from './clock.ts'
import type { ClockName } from '../../../regions/schema.ts'

export function applyClockChange(clocks: Clocks, change: ClockChange, at: Instant): Clocks {
  switch (change.change) {
    case 'start':
    case 'move':
      return { ...clocks, [change.clock]: change.to }
    case 'pause':
      return mark(clocks, change.clock, {
        moves: [...(clocks[change.clock]?.moves ?? []), { kind: 'pause', from: at, why: change.why }],
      })
    case 'stop': {
      const { [change.clock]: _, ...rest } = clocks
      return rest
    }
  }
}

export function allWarned(clocks: Clocks, clock: ClockName) {
  const warned = clocks[clock]?.warnAt?.length ?? 0
  return warned > 0 ? { warned } : {}
}

export function mark(clocks: Clocks, name: ClockName, marks: Partial<Clock>): Clocks {
  const clock = clocks[name]
  return clock ? { ...clocks, [name]: { ...clock, ...marks } } : clocks
}
