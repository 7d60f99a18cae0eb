// Finds the open cases that a message may be about as well. Called by the handler for the page that is shown before sending.
import type { Region } from '../../regions/schema.ts'
import { isOpenToOthers, isShownTopic } from '../case/nearby.ts'
import type { Message } from '../contract/message.ts'
import { environment } from '../edge/environment.ts'
import { type NearbyPage, nearbyPage } from '../store/nearby.ts'

const PAGE = 10

/**
 * Of the topic that was chosen, or of any where none was; undefined where there is nothing to look by, or nothing to join: without a
 * point, and where a moderator reads messages first.
 * @param seen how many of them earlier pages have shown, as the form says
 * @param at ISO, UTC
 */
export async function findNearby(
  region: Region,
  { location, topic }: Message,
  seen: string | undefined,
  at: string,
): Promise<NearbyPage | undefined> {
  const shown = region.topics.filter(({ id }) => isShownTopic(region, id) && (topic === undefined || topic === id))
  if (!location || shown.length === 0 || region.policy.moderateMessages) return undefined
  const ids = new Set(shown.map(({ id }) => id))
  const skip = /^\d{1,5}$/.test(seen ?? '') ? Number(seen) : 0
  const isMeant = (one: string) => ids.has(one)
  const found = await nearbyPage({
    tableName: environment('TABLE_NAME'),
    point: location,
    isMeant,
    skip,
    limit: PAGE,
    at,
  })
  return { ...found, cases: found.cases.filter(({ state }) => isOpenToOthers(region, state)) }
}
