// Puts a case's events at the end of the event feed, in their order, each once, whatever order they are told in, and with each what is
// to be posted of it to endpoints of webhooks. Called by the handler.
import { feedEvents, isFed } from '../case/feed.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Random } from '../case/ids.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { appendToFeed, fedUpTo, MOST_AT_ONCE } from '../store/feed.ts'
import { type Offer, offersOf, subscriptionsAt } from '../webhooks/offer.ts'

/**
 * Brings the feed up to the last of these events, where it is not up to event `seq` yet: what comes with later events is done then.
 * @param events the history from its start @param fedUpTo where the case stood in the feed when they were read @param at now (ISO, UTC) @throws when the feed does not take them
 */
export async function feedCase(
  caseId: string,
  events: readonly CaseEvent[],
  { seq, fedUpTo: before }: { readonly seq: number; readonly fedUpTo: number },
  at: string,
  random: Random,
): Promise<void> {
  if (!isFed(events[seq - 1]!.type)) return
  const tableName = environment('TABLE_NAME')
  const webhooks = environmentIfSet('WEBHOOKS_QUEUE_URL')
  let after = before
  if (after >= seq) return
  const endpoints = webhooks ? await subscriptionsAt(tableName, at) : []
  // What is posted of an event is put with it.
  const most = Math.floor(MOST_AT_ONCE / (1 + endpoints.length))
  while (after < seq) {
    const waiting = feedEvents(caseId, events, after)
    const some = waiting.slice(0, most)
    const upTo = some.length < waiting.length ? some.at(-1)!.seq : events.length
    const offers = offersOf(endpoints, some, at)
    // Without a condition of their own: they are put once, as the events are.
    const beside = () => offers.map(({ item }) => ({ Put: { TableName: tableName, Item: item } }))
    const entries = await appendToFeed({ tableName, caseId, after, upTo, events: some, at, random, beside })
    if (entries) log('events fed', { caseId, events: entries.length, last: entries.at(-1)!.position })
    if (entries && webhooks) await queueOffers(webhooks, offers)
    after = entries ? upTo : await fedUpTo(tableName, caseId)
  }
}

/** What the queue does not take, the digest finds in the table. */
async function queueOffers(queueUrl: string, offers: readonly Offer[]): Promise<void> {
  await sendAll(
    queueUrl,
    offers.map(({ message }) => message),
  ).catch((error: unknown) => logError('webhooks not queued', error))
}
