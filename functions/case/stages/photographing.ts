// Photos come to a case and are taken off it. The pictures were drawn anew and lie in the bucket before the case hears of them.
// Called by `decide`.
import type { Milliseconds } from '../../calendar/instant.ts'
import type { CommandOf } from '../commands.ts'
import { happened, refuse, type Decision, type Situation } from '../decision.ts'
import { isCitizens } from '../photo.ts'

/** Of each side: the citizen's, and the officials'. */
const MOST_PHOTOS = 10
/** Photos come in rows, and often right after the message: whoever works on the case is told of the first. */
const NEWS_AFTER_MS: Milliseconds = 60 * 60_000

export function addPhoto({ state, at }: Situation, command: CommandOf<'AddPhoto'>): Decision {
  const { by, photo } = command
  const { photos = {} } = state
  if (photos[photo]) return happened()
  const same = Object.values(photos).filter((one) => isCitizens(one.by) === isCitizens(by.role))
  if (same.length >= MOST_PHOTOS) return refuse('too many photos')
  const last = [state.receivedAt, ...same.map((one) => one.at)].toSorted().at(-1)!
  const isNews = isCitizens(by.role) && Date.parse(at) - Date.parse(last) > NEWS_AFTER_MS
  return happened({ ...command, type: 'photo_added', at, ...(isNews && { news: true }) })
}

/** Whoever added it takes it off again; moderators and operators any. One that is not there is off. */
export function removePhoto({ state, at }: Situation, { by, photo }: CommandOf<'RemovePhoto'>): Decision {
  const found = state.photos?.[photo]
  if (!found) return happened()
  const isTheirs = isCitizens(by.role) ? isCitizens(found.by) : by.role !== 'responder' || found.by === by.role
  return isTheirs ? happened({ type: 'photo_removed', at, by, photo }) : refuse('not yours')
}
