// A case was about something else than it was routed as: its topic is corrected, and the deadlines that another topic has other terms for are
// computed anew from their own starts. Called by `decide`.
import type { ClockChange } from '../clocks/clock.ts'
import { clocksOf } from '../clocks/clock.ts'
import { rewindClock } from '../clocks/move.ts'
import { ruleFor } from '../clocks/rules.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { Rescheduled } from '../events.ts'

/** Who has the case stays: another organisation is given it by an assignment. */
export function correctTopic(now: Situation, { by, topic }: CommandOf<'CorrectTopic'>): Decision {
  const { state, at, region } = now
  if (!region.topics.some(({ id }) => id === topic)) return refuse('unknown topic')
  if (topic === state.topic) return refuse('same topic')
  const { moved, clocks } = wouldMoveWith(now, topic)
  return happened({ type: 'topic_corrected', at, by, topic, moved, ...(clocks.length > 0 && { clocks }) })
}

/** A clock whose term is the same for both topics stays as it was promised, also where the rules have changed since it began. */
function wouldMoveWith(
  { state, region, at }: Situation,
  topic: string,
): { moved: Rescheduled[]; clocks: ClockChange[] } {
  const other = { ...state, topic }
  const moving = clocksOf(state).flatMap(([name, clock]) => {
    const of = clock.rule.of ?? name
    const termOf = (subject: typeof state) => {
      const {
        version: _,
        source: __,
        id: ___,
        ...term
      } = ruleFor(region, subject, name, of, Date.parse(clock.startedAt))
      return JSON.stringify(term)
    }
    if (termOf(state) === termOf(other)) return []
    const to = rewindClock(region, other, name, clock, at)
    return to.due === clock.due ? [] : [{ clock: name, from: clock.due, to }]
  })
  return {
    moved: moving.map(({ clock, from, to }) => ({ clock, from, to: to.due })),
    clocks: moving.map(({ clock, to }) => ({ clock, change: 'move', to })),
  }
}
