// Who has the case. Hand-over and return never lose the final deadline: only the acceptance clock starts anew.
import type { ClockName } from '../../regions/schema.ts'
import type { Reason } from '../routing/route-message.ts'
import type { Actor, Case, ClockChange, PauseReason } from './case.ts'
import { clocksOf, isPaused, openPause, resumeClock, startClock } from './clocks.ts'
import type { CommandOf } from './commands.ts'
import { happened, refuse, type Decision, type Situation } from './decision.ts'

export function assign(now: Situation, command: CommandOf<'Assign'>): Decision {
  const because: Reason[] = [
    {
      step: 'sender',
      about: 'organisation',
      value: command.organisation,
      found: `operator ${command.by.id ?? ''}`.trim(),
    },
  ]
  return assignment(now, command.by, command.organisation, command.topic, command.municipality, because)
}

/** An assignment by whomever it was made, with the evidence for it. */
export function assignment(
  { state, at, region }: Situation,
  by: Actor,
  organisationId: string,
  topic: string,
  municipality: string | undefined,
  because: readonly Reason[],
): Decision {
  const organisation = region.organisations.find((one) => one.id === organisationId)
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
    clocks: [
      ...stop(state, 'assignment'),
      startClock(region, known, 'acceptance', at),
      ...(state.clocks.finalAnswer ? [] : [startClock(region, known, 'firstResponse', at)]),
      // The law counts its 30 days from registration (59-FZ, art. 12); the light channel from when the responder has it.
      ...(state.clocks.finalAnswer
        ? []
        : [startClock(region, known, 'finalAnswer', state.regime === 'statutory' ? state.receivedAt : at)]),
    ],
  })
}

export function accept({ state, at }: Situation, command: CommandOf<'Accept'>): Decision {
  return happened({ type: 'accepted', at, by: command.by, clocks: acceptance(state) })
}

/** The clocks that accepting ends: taking a message into work is the first response (domain: первичный ответ). */
export function acceptance(state: Case): ClockChange[] {
  return [...stop(state, 'acceptance'), ...stop(state, 'firstResponse')]
}

export function handOver({ state, at, region }: Situation, command: CommandOf<'HandOver'>): Decision {
  const organisation = region.organisations.find((one) => one.id === command.organisation)
  if (!organisation) return refuse('unknown organisation')
  if (organisation.id === state.organisation) return refuse('same organisation')
  if (!command.reason.trim()) return refuse('empty text')
  return happened({
    type: 'handed_over',
    at,
    by: command.by,
    from: state.organisation ?? '',
    organisation: organisation.id,
    responder: organisation.responder.id,
    reason: command.reason,
    clocks: [startClock(region, state, 'acceptance', at)],
  })
}

/** «Not ours»: a case that was handed over goes back to the giver, any other to triage. */
export function decline({ state, at, region }: Situation, command: CommandOf<'Decline'>): Decision {
  if (!command.reason.trim()) return refuse('empty text')
  if (state.handoverFrom) {
    return happened({
      type: 'handed_back',
      at,
      by: command.by,
      ...state.handoverFrom,
      reason: command.reason,
      clocks: [startClock(region, state, 'acceptance', at)],
    })
  }
  return happened({
    type: 'declined',
    at,
    by: command.by,
    organisation: state.organisation ?? '',
    reason: command.reason,
    ...(command.suggestion && { suggestion: command.suggestion }),
    clocks: [...stop(state, 'acceptance'), startClock(region, state, 'assignment', at)],
  })
}

/** Stops a clock if it is there. */
export function stop(state: Case, clock: ClockName): ClockChange[] {
  return state.clocks[clock] ? [{ clock, change: 'stop' }] : []
}

/** Pauses the clocks that are running. */
export function pause(state: Case, why: PauseReason, ...clocks: ClockName[]): ClockChange[] {
  return clocks
    .filter((clock) => state.clocks[clock] && !isPaused(state.clocks[clock]))
    .map((clock) => ({ clock, change: 'pause', why }))
}

/** Takes up the clocks that were paused for this reason. */
export function resume({ state, at, region }: Situation, why: PauseReason): ClockChange[] {
  return clocksOf(state)
    .filter(([, clock]) => openPause(clock.moves)?.why === why)
    .map(([name, clock]) => resumeClock(region, name, clock, at))
}
