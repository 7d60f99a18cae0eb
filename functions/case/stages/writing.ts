// What people may add to a case without moving it: a note, more words of the citizen, the request for a fresh link or a code. All are
// limited, because whoever holds an old link can send them; and the citizen may take the case back. Called by `decide`.
import type { Milliseconds } from '../../calendar/instant.ts'
import { closed } from '../closing.ts'
import type { CommandOf } from '../commands.ts'
import { happened, refuse, type Decision, type Situation } from '../decision.ts'
import { isInvolved } from '../people.ts'
import { open } from '../statuses.ts'

const NOTES_PER_PERSON = 5
/** In a dialog of a social network people write a line at a time, and nobody else writes there. */
const LINES_IN_DIALOG = 40
const LINK_INTERVAL_MS: Milliseconds = 10 * 60_000
const CODE_INTERVAL_MS: Milliseconds = 60_000

/** Keeps a text on the case, a few of each person in a round. */
export function note({ state, at }: Situation, { by, text }: CommandOf<'Note'>): Decision {
  if (!text.trim()) return refuse('empty text')
  if ((state.round.notes[by.id ?? by.role] ?? 0) >= NOTES_PER_PERSON) return refuse('too many notes')
  return happened({ type: 'noted', at, by, text })
}

/** A colleague of the control centre is asked first from now on; whoever else may decide about the case still may. */
export function passOn({ state, region, at }: Situation, { by, to }: CommandOf<'PassOn'>): Decision {
  const colleagues = [...region.operators, ...region.moderators]
  if (!colleagues.some(({ id }) => id === to)) return refuse('unknown colleague')
  return state.passedTo === to ? refuse('same colleague') : happened({ type: 'passed_on', at, by, contact: to })
}

/** The citizen says more, or where it really is, a few times in a round; whoever works on the case is told, and decides whether it is theirs. */
export function addWords({ state, at, region }: Situation, command: CommandOf<'AddWords'>): Decision {
  const { by, messageId, municipality } = command
  const most = state.reach === 'dialog' && by.role === 'citizen' ? LINES_IN_DIALOG : NOTES_PER_PERSON
  if ((state.round.notes[by.id ?? by.role] ?? 0) >= most) return refuse('too many notes')
  if (municipality && !region.municipalities.some(({ id }) => id === municipality))
    return refuse('unknown municipality')
  const moved = municipality !== state.municipality && municipality
  return happened({ type: 'added', at, by, messageId, ...(moved && { municipality }) })
}

/** The citizen wants no answer any more; of an appeal this is their right, too (59-FZ, art. 5, 5). */
export function withdraw({ state, at }: Situation, { by }: CommandOf<'Withdraw'>): Decision {
  return happened(closed(state, at, by, 'withdrawn'))
}

/**
 * Sends somebody of the organisation that has the case a fresh link, not more often than every ten minutes: themselves, while it is open,
 * or an operator, who may send one to the citizen, too.
 */
export function requestLink({ state, at, region }: Situation, { by, contact }: CommandOf<'RequestLink'>): Decision {
  const isCitizens = by.role === 'operator' && contact === 'citizen'
  if (by.role === 'responder' && contact !== by.id) return refuse('not yours')
  if (!isCitizens && !isInvolved(region, state.organisation, contact)) return refuse('not yours')
  if (isCitizens ? state.reach === 'none' : !open.includes(state.status))
    return refuse(isCitizens ? 'citizen unreachable' : 'not now')
  const last = state.linkRequests[contact]
  if (last && Date.parse(at) - Date.parse(last) < LINK_INTERVAL_MS) return refuse('too soon')
  return happened({ type: 'link_requested', at, by, contact })
}

/** Has a code mailed to whoever came by a link, not more often than every minute. */
export function requestCode({ state, at }: Situation, { by, contact }: CommandOf<'RequestCode'>): Decision {
  if (contact !== by.id) return refuse('not yours')
  const last = state.codeRequests?.[contact]
  if (last && Date.parse(at) - Date.parse(last) < CODE_INTERVAL_MS) return refuse('too soon')
  return happened({ type: 'code_requested', at, by, contact })
}
