// Who has the case: assignment, hand-over, decline. Only the acceptance clock starts anew; the final deadline stays.
// Called by `decide`.
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { endAcceptance, assignCase, nameLoser } from '../assignment.ts'
import { startClock } from '../clocks/move.ts'
import { stop } from '../clocks/changes.ts'

/** Who assigned it is the whole evidence: the event says so. */
export function assign(now: Situation, command: CommandOf<'Assign'>): Decision {
  const { by, organisation, topic, municipality, label } = command
  return assignCase(now, by, { organisation, topic, municipality, because: [], label })
}

export function accept({ state, at }: Situation, command: CommandOf<'Accept'>): Decision {
  return happened({ type: 'accepted', at, by: command.by, clocks: endAcceptance(state) })
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
    ...nameLoser(state, command.by),
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
      ...suggested(command),
      ...nameLoser(state, command.by),
      clocks: [startClock(region, state, 'acceptance', at)],
    })
  }
  return happened({
    type: 'declined',
    at,
    by: command.by,
    organisation: state.organisation ?? '',
    reason: command.reason,
    ...suggested(command),
    ...nameLoser(state, command.by),
    clocks: [...stop(state, 'acceptance'), startClock(region, state, 'assignment', at)],
  })
}

function suggested({ suggestion }: CommandOf<'Decline'>) {
  return suggestion ? { suggestion } : {}
}
