// A message becomes a case, is let in where the region moderates messages, and finds who answers for it, with the citizen's
// help where something is missing. Called by `decide`.
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { startClock } from '../clocks/move.ts'
import { nameChildren } from '../closing.ts'
import { stopAll } from '../clocks/changes.ts'
import { assignCase } from '../assignment.ts'
import type { Label } from '../label.ts'
import type { Routing } from '../../routing/route-message.ts'

export function submit({ at, region }: Situation, command: CommandOf<'Submit'>): Decision {
  const { topic, municipality, location, messageId, channel, regime, language, reach, phone, unwanted, test } = command
  const { externalId, confirmed, facts } = command
  if (topic && !region.topics.some((one) => one.id === topic)) return refuse('unknown topic')
  if (municipality && !region.municipalities.some((one) => one.id === municipality))
    return refuse('unknown municipality')
  const moderated = region.policy.moderateMessages
  const received = {
    type: 'received',
    at,
    by: command.by,
    region: region.code,
    messageId,
    channel,
    regime,
    language,
    moderated,
    reach,
    ...(topic && { topic }),
    ...(municipality && { municipality }),
    ...(location && { location }),
    ...(externalId && { externalId }),
    ...(phone && { phone }),
    ...(unwanted && { unwanted }),
    ...(test && { test }),
    clocks: [startClock(region, { regime, topic, municipality }, moderated ? 'moderation' : 'assignment', at)],
  } as const
  const { by } = command
  return happened(
    received,
    ...(confirmed ? [{ type: 'address_confirmed', at, by } as const] : []),
    ...(facts ? [{ type: 'source_noted', at, by, facts } as const] : []),
  )
}

export function admit({ state, at, region }: Situation, command: CommandOf<'Admit'>): Decision {
  return happened({
    type: 'admitted',
    at,
    by: command.by,
    clocks: [{ clock: 'moderation', change: 'stop' }, startClock(region, state, 'assignment', at)],
  })
}

/** A ground speaks for itself, but for `other`; without one the operator's words do. */
export function reject({ state, at }: Situation, { by, ground, reason = '' }: CommandOf<'Reject'>): Decision {
  const words = reason.trim()
  if (!words && (!ground || ground === 'other')) return refuse('empty text')
  const why = { ...(ground && { ground }), ...(words && { reason: words }) }
  return happened({ type: 'rejected', at, by, ...why, ...nameChildren(state), clocks: stopAll(state) })
}

/**
 * Takes the routing step's result; what it could not decide waits for a person in triage. Meanwhile the citizen is asked what
 * is missing, once in the life of a case.
 */
export function route(now: Situation, command: CommandOf<'Route'>): Decision {
  const { routing, by } = command
  const { askedAt } = now.state
  if (routing.outcome === 'routed') {
    const { organisation, topic, municipality, because } = routing
    return assignCase(now, by, { organisation, topic, municipality, because, label: unasked(routing) })
  }
  const { topic, municipality, why, because, missing, suggestions, model } = routing
  return happened({
    type: 'triaged',
    at: now.at,
    by,
    why,
    because,
    ...(topic && { topic }),
    ...(municipality && { municipality }),
    ...(suggestions && { suggestions }),
    ...(suggestions && model && { model }),
    ...(askedAt ? { again: true } : missing && { asks: missing }),
  })
}

/** What was found is a choice without a person; what the sender or the citizen said is none. */
function unasked({ because, model }: Extract<Routing, { outcome: 'routed' }>): Label | undefined {
  if (model) return { took: 'unasked', model }
  return because.some(({ step }) => step === 'keywords') ? { took: 'unasked' } : undefined
}

/** Everything that was asked has to be said; a place by a municipality or in words. The case is then routed anew. */
export function supply({ state, at, region }: Situation, command: CommandOf<'Supply'>): Decision {
  const { by, topic, municipality, messageId } = command
  const { missing = {} } = state
  if (missing.topic && !isAmong(missing.topic, region.topics, topic)) return refuse('unknown topic')
  if (municipality ? !isAmong([], region.municipalities, municipality) : missing.place && !messageId)
    return refuse('unknown municipality')
  return happened({
    type: 'supplied',
    at,
    by,
    ...(missing.topic && topic && { topic }),
    ...(missing.place && municipality && { municipality }),
    ...(missing.place && messageId && { messageId }),
  })
}

/** Whether it is one of the choices, or of all there are where none is given. */
function isAmong(choices: readonly string[], all: readonly { readonly id: string }[], id: string | undefined): boolean {
  return choices.length > 0 ? choices.includes(id ?? '') : all.some((one) => one.id === id)
}
