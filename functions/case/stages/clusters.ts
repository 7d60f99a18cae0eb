// Several reports of one problem: each stays a case with its own author, one of them carries the work. Undoing gives
// every case its own deadline back, moved by the time the cluster's deadline stood for it.
import type { ClockName } from '../../../regions/schema.ts'
import { pause, resume } from '../clocks/changes.ts'
import { advanceClock, startClock } from '../clocks/move.ts'
import { isPaused } from '../clocks/clock.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'

export function merge({ state, at }: Situation, command: CommandOf<'Merge'>): Decision {
  if (command.into === state.id) return refuse('same case')
  if (state.children.length > 0) return refuse('not now')
  const clocks = Object.keys(state.clocks) as ClockName[]
  return happened({ type: 'merged', at, by: command.by, into: command.into, clocks: pause(state, 'merged', ...clocks) })
}

/** Clocks paused before the merge, by a question or a review, stay paused. */
export function unmerge(now: Situation, command: CommandOf<'Unmerge'>): Decision {
  return happened({ type: 'unmerged', at: now.at, by: command.by, clocks: resume(now, 'merged') })
}

/** The earliest deadline of a cluster counts. */
export function join({ state, at, region }: Situation, command: CommandOf<'Join'>): Decision {
  if (command.child === state.id) return refuse('same case')
  const clock = state.clocks.finalAnswer
  const earlier = clock && command.due && command.due < clock.due && !isPaused(clock)
  return happened({
    type: 'joined',
    at,
    by: command.by,
    child: command.child,
    ...(command.due && { due: command.due }),
    ...(earlier && {
      clocks: [
        advanceClock(region, 'finalAnswer', clock, { kind: 'cluster', at, child: command.child, due: command.due }),
      ],
    }),
  })
}

export function part({ state, at }: Situation, command: CommandOf<'Part'>): Decision {
  if (!state.children.includes(command.child)) return refuse('not now')
  return happened({ type: 'parted', at, by: command.by, child: command.child })
}

/** One answer reaches every author of a cluster, and each rates for himself. */
export function shareAnswer({ state, at, region }: Situation, command: CommandOf<'ShareAnswer'>): Decision {
  if (state.mergedInto !== command.from) return refuse('not now')
  const stops = (Object.keys(state.clocks) as ClockName[]).map((clock) => ({ clock, change: 'stop' as const }))
  return happened({
    type: 'answer_shared',
    at,
    by: command.by,
    text: command.text,
    from: command.from,
    clocks: [...stops, startClock(region, state, 'rating', at)],
  })
}
