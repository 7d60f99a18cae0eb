// Giving a case to an organisation, and the acceptance that any act on it implies. Called by several stages.
import { type Decision, happened, refuse, type Situation } from './decision.ts'
import type { Actor } from './actor.ts'
import type { Reason } from '../routing/route-message.ts'
import { stop } from './clocks/changes.ts'
import { startClock } from './clocks/move.ts'
import type { Case, Holder } from './case.ts'
import type { ClockChange } from './clocks/clock.ts'
import type { CaseEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Label } from './label.ts'

interface Assigned {
  readonly organisation: string
  readonly topic: string
  readonly municipality: string | undefined
  readonly because: readonly Reason[]
  readonly label: Label | undefined
}

/** Gives the case to an organisation, by a person or by routing, with the evidence for it. */
export function assignCase({ state, at, region }: Situation, by: Actor, assigned: Assigned): Decision {
  const { topic, municipality, because, label } = assigned
  const organisation = region.organisations.find((one) => one.id === assigned.organisation)
  if (!organisation) return refuse('unknown organisation')
  if (!region.topics.some((one) => one.id === topic)) return refuse('unknown topic')
  if (municipality && !region.municipalities.some((one) => one.id === municipality))
    return refuse('unknown municipality')
  const known = { regime: state.regime, topic, municipality: municipality ?? state.municipality }
  return happened({
    type: 'assigned',
    at,
    by,
    organisation: organisation.id,
    responder: organisation.responder.id,
    topic,
    ...(municipality && { municipality }),
    first: state.assignment === 0,
    because,
    ...(label && { label }),
    ...(organisation.responder.id !== state.responder && nameLoser(state, by)),
    clocks: [
      ...stop(state, 'assignment'),
      startClock(region, known, 'acceptance', at),
      ...(state.clocks.finalAnswer ? [] : [startClock(region, known, 'firstResponse', at)]),
      // The law counts its 30 days from registration (59-FZ, art. 12), after a reopening from there; the light channel from when
      // the responder has the case.
      ...(state.clocks.finalAnswer
        ? []
        : [startClock(region, known, 'finalAnswer', state.regime === 'statutory' ? state.round.startedAt : at)]),
    ],
  })
}

/** Names whoever a case is taken from, so that they are told; not a responder who gives it away themselves. */
export function nameLoser({ organisation, responder }: Case, by: Actor): { readonly lost?: Holder } {
  return organisation && responder && by.role !== 'responder' ? { lost: { organisation, responder } } : {}
}

/** The clocks that accepting ends: taking a message into work is the first response (domain: первичный ответ). */
export function endAcceptance(state: Case): ClockChange[] {
  return [...stop(state, 'acceptance'), ...stop(state, 'firstResponse')]
}

/** The acceptance that any other act on an assigned case implies, and the situation after it. */
export function acceptFirst(now: Situation, by: CaseEvent['by']): { accepted: CaseEvent[]; then: Situation } {
  if (now.state.status !== 'assigned') return { accepted: [], then: now }
  const accepted: CaseEvent = { type: 'accepted', at: now.at, by, clocks: endAcceptance(now.state) }
  return { accepted: [accepted], then: { ...now, state: evolve(now.state, accepted) } }
}
