// Finds, without touching anything, what a case lacks, which timer should be waiting, and when to look again. A case
// that lacks nothing leaves the index until its next instant. Called by heal.ts.
import {
  checkInstant,
  TIMER_GRACE_MS,
  earliest,
  instantArmed,
  later,
  REACTION_GRACE_MS,
} from '../case/clocks/waking.ts'
import { waitingUntil } from '../case/notices/untold.ts'
import {
  type EventMessage,
  type ReactionName,
  type ReactionQueue,
  missingOf,
  reactions,
  type Seen,
  unsettledOf,
} from '../case/reactions.ts'

/** What is to be asked for again, of which consumer. */
export interface Missing {
  readonly what: ReactionName
  readonly queue: ReactionQueue
  readonly messages: readonly EventMessage[]
}

export interface Checkup {
  readonly missing: readonly Missing[]
  /** The instant a timer should be waiting for; none while one that has rung may be on its way, to arm the next. */
  readonly arm?: string
  /** The version up to which every reaction was seen to have happened. */
  readonly settled: number
  readonly checkAt: string | undefined
}

/** Checks a case; what has just happened is given time to be reacted to. */
export function checkup(seen: Seen): Checkup {
  const { file, at } = seen
  const { state, settled, armedAt } = file
  if (later(state.updatedAt, REACTION_GRACE_MS) > at)
    return { missing: [], settled, checkAt: checkInstant(state, settled, state.updatedAt) }

  const unsettled = unsettledOf(file)
  const missing = reactions
    .map((one) => ({ what: one.name, queue: one.queue, messages: missingOf(one, unsettled, seen) }))
    .filter(({ messages }) => messages.length > 0)
  const ticking = armedAt && armedAt <= at && later(armedAt, TIMER_GRACE_MS) > at ? armedAt : undefined
  const arm = ticking ? undefined : instantArmed(state, armedAt, at)
  const found = { missing, ...(arm && { arm }) }
  const lookAfter = (upTo: number, ...instants: (string | undefined)[]) =>
    earliest(checkInstant(state, upTo, at), ticking && later(ticking, TIMER_GRACE_MS), ...instants)
  if (missing.length > 0) return { ...found, settled, checkAt: lookAfter(settled) }

  const morning = waitingUntil(file)
  if (!morning) return { ...found, settled: state.version, checkAt: lookAfter(state.version) }
  return { ...found, settled, checkAt: lookAfter(state.version, later(morning, REACTION_GRACE_MS)) }
}
