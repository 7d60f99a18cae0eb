// Merges several reports of one problem: each stays a case with its own citizen, one of them carries the work. Merge
// and join, unmerge and part are two sides of one act and are written together. Undoing gives every case its own
// deadline back. Called by `decide`.
import { nameLoser } from '../assignment.ts'
import { pause, resume, stopAll } from '../clocks/changes.ts'
import { clocksOf } from '../clocks/clock.ts'
import { joinClock, partClock, startClock } from '../clocks/move.ts'
import type { CommandOf } from '../commands.ts'
import { saidIn } from '../saying.ts'
import { isOpenToOthers } from '../nearby.ts'
import { happened, refuse, type Decision, type Situation } from '../decision.ts'

/** The case is paused; a parent of others may not be merged away from them. A test case is never part of a cluster: no citizen waits for its end. */
export function merge({ state, at }: Situation, { by, into }: CommandOf<'Merge'>): Decision {
  if (into === state.id) return refuse('same case')
  if (state.test || state.children.length > 0) return refuse('not now')
  // A citizen says it of the message that they are sending; what is under way, or is to be read first, is others' to join.
  if (by.role === 'citizen' && state.status !== 'routing') return refuse('not now')
  const clocks = clocksOf(state).map(([name]) => name)
  return happened({ type: 'merged', at, by, into, ...nameLoser(state, by), clocks: pause(state, 'merged', ...clocks) })
}

/** The case stands on its own again. Clocks paused before the merge, by a question or a review, stay paused. */
export function unmerge(now: Situation, { by, endedAt }: CommandOf<'Unmerge'>): Decision {
  if (endedAt && isMergedSince(now, endedAt)) return refuse('superseded')
  const to = now.state.beforeMerge ?? 'triage'
  return happened({ type: 'unmerged', at: now.at, by, to, clocks: resume(now, 'merged') })
}

/** The earliest deadline of a cluster counts, also while the parent's own is paused. */
export function join({ state, at, region }: Situation, { by, child, due }: CommandOf<'Join'>): Decision {
  if (child === state.id) return refuse('same case')
  if (state.test) return refuse('not now')
  if (by.role === 'citizen' && !isOpenToOthers(region, state)) return refuse('not now')
  const clock = state.clocks.finalAnswer
  // The child's deadline is kept on the parent's clock, so there has to be one.
  if (due && !clock) return refuse('not assigned yet')
  const joined = clock && due && joinClock(region, 'finalAnswer', clock, { kind: 'cluster', at, child, due })
  return happened({ type: 'joined', at, by, child, ...(due && { due }), ...(joined && { clocks: [joined] }) })
}

export function part({ state, at, region }: Situation, { by, child }: CommandOf<'Part'>): Decision {
  if (!state.children.includes(child)) return refuse('not now')
  const clock = state.clocks.finalAnswer
  const parted = clock?.moves?.some((move) => move.kind === 'cluster' && move.child === child)
  return happened({
    type: 'parted',
    at,
    by,
    child,
    ...(clock && parted && { clocks: [partClock(region, 'finalAnswer', clock, child, at)] }),
  })
}

/** One answer reaches every author of a cluster, and each rates it. */
export function shareAnswer(now: Situation, command: CommandOf<'ShareAnswer'>): Decision {
  const { by, text, from, endedAt } = command
  const { state, at, region } = now
  if (isMergedSince(now, endedAt)) return refuse('superseded')
  const clocks = [...stopAll(state), startClock(region, state, 'rating', at)]
  return happened({ type: 'answer_shared', at, by, text, from, ...saidIn(command), clocks })
}

/** Whether a case was reopened and merged again after an end of its former cluster. */
function isMergedSince({ state }: Situation, endedAt: string): boolean {
  return state.mergedAt !== undefined && state.mergedAt > endedAt
}
