// What a check of one case finds, without touching anything: what is missing, which timer should be waiting, when to look
// again. A case where nothing is missing is settled and leaves the index until its next instant.
import {
  checkInstant,
  TIMER_GRACE_MS,
  earliest,
  instantArmed,
  later,
  REACTION_GRACE_MS,
} from '../case/clocks/waking.ts'
import type { Region } from '../../regions/schema.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type Missing, missingReactions, waitingUntil } from './missing.ts'

export interface Checkup {
  readonly missing: Missing
  /** The instant a timer should be waiting for; none while one that has rung may be on its way, to arm the next. */
  readonly arm?: string
  /** The version up to which every reaction was seen to have happened. */
  readonly settled: number
  readonly checkAt: string | undefined
}

const nothing: Missing = { routing: [], notices: [], statistics: [] }

/** Checks a case at an instant (ISO, UTC); what has just happened is given time to be reacted to. */
export function checkup(region: Region, file: CaseFile, at: string): Checkup {
  const { state, settled, armedAt } = file
  if (later(state.updatedAt, REACTION_GRACE_MS) > at)
    return { missing: nothing, settled, checkAt: checkInstant(state, settled, state.updatedAt) }

  const missing = missingReactions(region, file, at)
  const ticking = armedAt && armedAt <= at && later(armedAt, TIMER_GRACE_MS) > at ? armedAt : undefined
  const arm = ticking ? undefined : instantArmed(state, armedAt, at)
  const found = { missing, ...(arm && { arm }) }
  const lookAfter = (upTo: number, ...instants: (string | undefined)[]) =>
    earliest(checkInstant(state, upTo, at), ticking && later(ticking, TIMER_GRACE_MS), ...instants)
  if (missing.routing.length + missing.notices.length + missing.statistics.length > 0)
    return { ...found, settled, checkAt: lookAfter(settled) }

  const morning = waitingUntil(file)
  if (!morning) return { ...found, settled: state.version, checkAt: lookAfter(state.version) }
  return { ...found, settled, checkAt: lookAfter(state.version, later(morning, REACTION_GRACE_MS)) }
}
