// A message becomes a case, is let in where the region moderates messages, and finds who answers for it. Called by
// `decide`.
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { startClock } from '../clocks/move.ts'
import { nameChildren } from '../closing.ts'
import { stopAll } from '../clocks/changes.ts'
import { assignCase } from '../assignment.ts'

export function submit({ at, region }: Situation, command: CommandOf<'Submit'>): Decision {
  const { topic, municipality, location, messageId, channel, regime, language, reach, unwanted, test } = command
  if (topic && !region.topics.some((one) => one.id === topic)) return refuse('unknown topic')
  if (municipality && !region.municipalities.some((one) => one.id === municipality))
    return refuse('unknown municipality')
  const moderated = region.policy.moderateMessages
  return happened({
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
    ...(unwanted && { unwanted }),
    ...(test && { test }),
    clocks: [startClock(region, { regime, topic, municipality }, moderated ? 'moderation' : 'assignment', at)],
  })
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

/** Takes the routing step's result; what it could not decide waits for a person in triage. */
export function route(now: Situation, command: CommandOf<'Route'>): Decision {
  const { routing, by } = command
  if (routing.outcome === 'routed') {
    return assignCase(now, by, routing.organisation, routing.topic, routing.municipality, routing.because)
  }
  const { topic, municipality, why, because } = routing
  return happened({
    type: 'triaged',
    at: now.at,
    by,
    why,
    because,
    ...(topic && { topic }),
    ...(municipality && { municipality }),
  })
}
