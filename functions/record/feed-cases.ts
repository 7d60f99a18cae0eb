// Puts cases' events at the end of the event feed, those of a case in their order, each once, whatever order they are told in, and with each what is
// to be posted of it to endpoints of webhooks. Called by the handler.
import { type FeedEvent, feedEvents, isFed } from '../case/feed.ts'
import type { Random } from '../case/ids.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { type Failed, togetherOrEach } from '../edge/together.ts'
import { sendAll } from '../queues/send.ts'
import { appendToFeed, type Feeding, fedUpTo, MOST_ITEMS } from '../store/feed.ts'
import { type Offer, offersOf, subscriptionsAt } from '../webhooks/offer.ts'
import type { Told } from './told.ts'

/** A case whose events up to this one at least are to stand in the feed, and up to which of them they do. */
interface ToFeed {
  readonly told: Told
  readonly after: number
}

/**
 * Brings the feed up to the last event of each case, where it is not up to what is told yet: what comes with later events is done then.
 * @param at now (ISO, UTC) @returns those that are to be told again
 */
export async function feedCases(
  told: readonly Told[],
  at: string,
  random: Random,
  hasTime: () => boolean,
): Promise<Failed<Told>> {
  const fed = told.filter(({ events, seq, fedUpTo: after }) => isFed(events[seq - 1]!.type) && after < seq)
  const byCase = Map.groupBy(fed, ({ caseId }) => caseId)
  const latest = [...byCase.values()].map((some) => some.reduce((one, other) => (other.seq > one.seq ? other : one)))
  const unfed = await togetherOrEach(latest, hasTime, (some) => feed(some, at, random))
  return new Map([...unfed].flatMap(([{ caseId }, error]) => byCase.get(caseId)!.map((one) => [one, error] as const)))
}

async function feed(told: readonly Told[], at: string, random: Random): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const webhooks = environmentIfSet('WEBHOOKS_QUEUE_URL')
  const endpoints = webhooks ? await subscriptionsAt(tableName, at) : []
  let waiting: readonly ToFeed[] = told.map((one) => ({ told: one, after: one.fedUpTo }))
  while (waiting.length > 0) {
    const next = nextOf(waiting, (event) => offersOf(endpoints, [event], at), tableName)
    const entriesOf = await appendToFeed({ tableName, at, random }, next)
    for (const [{ caseId }, entries] of entriesOf)
      log('events fed', { caseId, events: entries.length, last: entries.at(-1)!.position })
    const offers = [...entriesOf.keys()].flatMap((one) => one.offers)
    if (webhooks && offers.length > 0) await queueOffers(webhooks, offers)
    const fed = new Map(next.map((one) => [one.caseId, one]))
    const upTo = async ({ told: one, after }: ToFeed) => {
      const feeding = fed.get(one.caseId)
      if (!feeding) return after
      return entriesOf.has(feeding) ? feeding.upTo : fedUpTo(tableName, one.caseId)
    }
    const moved = await Promise.all(waiting.map(async (one) => ({ ...one, after: await upTo(one) })))
    waiting = moved.filter((one) => one.after < one.told.seq)
  }
}

type FeedingWithOffers = Feeding & { readonly offers: readonly Offer[] }

/** What the next transaction takes of the cases, in their order: of each as many events as there is room for. */
function nextOf(
  waiting: readonly ToFeed[],
  offersOfOne: (event: FeedEvent) => Offer[],
  tableName: string,
): FeedingWithOffers[] {
  let room = MOST_ITEMS
  return waiting.flatMap(({ told: { caseId, events }, after }, index) => {
    const all = feedEvents(caseId, events, after)
    const taken: FeedEvent[] = []
    const offers: Offer[] = []
    let left = room - 1
    for (const event of all) {
      // What is posted of an event is put with it.
      const own = offersOfOne(event)
      left -= 1 + own.length
      // The very first is taken whatever it is told to: it will not have more room later.
      if (left < 0 && (index > 0 || taken.length > 0)) break
      taken.push(event)
      offers.push(...own)
    }
    if (taken.length === 0) return []
    room -= 1 + taken.length + offers.length
    const upTo = taken.length < all.length ? taken.at(-1)!.seq : events.length
    // Without a condition of their own: they are put once, as the events are.
    const beside = offers.map(({ item }) => ({ Put: { TableName: tableName, Item: item } }))
    return [{ caseId, after, upTo, events: taken, offers, beside }]
  })
}

/** What the queue does not take, the digest finds in the table. */
async function queueOffers(queueUrl: string, offers: readonly Offer[]): Promise<void> {
  await sendAll(
    queueUrl,
    offers.map(({ message }) => message),
  ).catch((error: unknown) => logError('webhooks not queued', error))
}
