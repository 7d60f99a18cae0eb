// Puts a case's events at the end of the event feed, in their order, each once, whatever order they are told in. Called by the handler.
import { feedEvents, isFed } from '../case/feed.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Random } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { appendToFeed, fedUpTo, MOST_AT_ONCE } from '../store/feed.ts'

/**
 * Brings the feed up to the last of these events, where it is not up to event `seq` yet: what comes with later events is done then.
 * @param events the history from its start @param at now (ISO, UTC) @throws when the feed does not take them
 */
export async function feedCase(
  caseId: string,
  events: readonly CaseEvent[],
  seq: number,
  at: string,
  random: Random,
): Promise<void> {
  if (!isFed(events[seq - 1]!.type)) return
  const tableName = environment('TABLE_NAME')
  let after = await fedUpTo(tableName, caseId)
  while (after < seq) {
    const waiting = feedEvents(caseId, events, after)
    const some = waiting.slice(0, MOST_AT_ONCE)
    const upTo = some.length < waiting.length ? some.at(-1)!.seq : events.length
    const entries = await appendToFeed({ tableName, caseId, after, upTo, events: some, at, random })
    if (entries) log('events fed', { caseId, events: entries.length, last: entries.at(-1)!.position })
    after = entries ? upTo : await fedUpTo(tableName, caseId)
  }
}
