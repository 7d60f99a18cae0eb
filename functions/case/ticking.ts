// What has fallen due at an instant. A tick that comes early finds nothing, one that comes late finds everything, and a
// second one finds nothing again: timers are hints, the case is the truth.
import type { ClockName } from '../../regions/schema.ts'
import type { CaseEvent, Clock } from './case.ts'
import { isOfficial } from './clocks.ts'
import { resume } from './assigning.ts'
import { happened, type Decision, type Situation } from './decision.ts'
import { stopAll } from './intake.ts'

const by = { role: 'system' } as const

export function tick(now: Situation): Decision {
  const clocks = Object.entries(now.state.clocks) as [ClockName, Clock][]
  return happened(...clocks.filter(([, clock]) => !clock.pausedAt).flatMap(([name, clock]) => due(now, name, clock)))
}

function due(now: Situation, name: ClockName, clock: Clock): CaseEvent[] {
  if (isOfficial(name)) return fallenDue(name, clock, now.at)
  if (clock.due > now.at) return []
  if (name === 'clarification') return silence(now)
  if (name === 'rating') return [{ type: 'closed', at: now.at, by, outcome: 'answered', clocks: stopAll(now.state) }]
  return []
}

/** A warning that would come together with the breach is left out: it would say nothing more. */
function fallenDue(name: ClockName, clock: Clock, at: string): CaseEvent[] {
  const missed = !clock.missed && clock.due <= at
  const warned = !clock.warned && !clock.missed && !missed && clock.warnAt !== undefined && clock.warnAt <= at
  const done = clock.escalated ?? 0
  const steps = (clock.escalateAt ?? []).slice(done).filter((step) => step.at <= at)
  return [
    ...(warned ? [{ type: 'warned' as const, at, by, clock: name }] : []),
    ...(missed ? [{ type: 'missed' as const, at, by, clock: name }] : []),
    ...steps.map(({ to }, index) => ({ type: 'escalated' as const, at, by, clock: name, to, step: done + index })),
  ]
}

/** The citizen did not answer a question in his time: the region's policy closes the case or takes the work up again. */
function silence(now: Situation): CaseEvent[] {
  const { at, region, state } = now
  const then = region.policy.clarification.onSilence
  if (then === 'close') {
    return [
      { type: 'clarification_expired', at, by, then },
      { type: 'closed', at, by, outcome: 'no reply', clocks: stopAll(state) },
    ]
  }
  const clocks = [
    { clock: 'clarification' as const, change: 'stop' as const },
    ...resume(now, 'finalAnswer', 'firstResponse'),
  ]
  return [{ type: 'clarification_expired', at, by, then, clocks }]
}
