// Makes of an event what is to be posted to each endpoint that is told of it: an item, which is put together with the event's place in
// the feed, and a message for the queue. Called by record, and by npm run webhooks to try an endpoint.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { FeedEvent } from '../case/feed.ts'
import { letters, type Random } from '../case/ids.ts'
import { eventView } from '../contract/event-view.ts'
import type { DeliveryMessage } from '../contract/queued.ts'
import type { WebhookBody } from '../contract/replies/webhook.ts'
import { deliveryItem } from '../store/delivery-item.ts'
import { loadSubscriptions, type Subscription } from '../store/subscriptions.ts'
import { writeIfHolds } from '../store/write-if.ts'
import type { Item } from '../store/writes.ts'

export interface Offer {
  readonly item: Item
  readonly message: DeliveryMessage
}

/** How long the list of subscriptions is believed (ms). */
const BELIEVED_MS = 60_000
let believed:
  { readonly until: number; readonly of: string; readonly subscriptions: readonly Subscription[] } | undefined

/** Which endpoints there are, as of a minute before an instant (ISO, UTC) at most. */
export async function subscriptionsAt(tableName: string, at: string): Promise<readonly Subscription[]> {
  const time = Date.parse(at)
  if (!believed || believed.of !== tableName || believed.until <= time) {
    const { endpoints } = await loadSubscriptions(tableName)
    believed = { until: time + BELIEVED_MS, of: tableName, subscriptions: endpoints }
  }
  return believed.subscriptions
}

/** What is to be posted of events from an instant on (ISO, UTC). */
export function offersOf(subscriptions: readonly Subscription[], events: readonly FeedEvent[], now: string): Offer[] {
  return events.flatMap((event) => {
    const told = subscriptions.filter((one) => isTold(one, event))
    if (told.length === 0) return []
    const { type, at } = event
    // Written once: the same bytes are signed and sent at every try.
    const data = eventView(event)
    const body = JSON.stringify({ type, timestamp: at, data } satisfies WebhookBody)
    return told.map(({ id }) => offerOf({ endpoint: id, event: data.id, at }, type, body, now))
  })
}

/** Puts a test that is to be posted to an endpoint at an instant (ISO, UTC). @returns what is to be queued */
export async function ping(tableName: string, endpoint: string, at: string, random: Random): Promise<DeliveryMessage> {
  const type = 'ping'
  const name = { endpoint, event: `ping-${letters(8, random)}`, at }
  const { item, message } = offerOf(
    name,
    type,
    JSON.stringify({ type, timestamp: at, data: {} } satisfies WebhookBody),
    at,
  )
  const put = { TableName: tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }
  await writeIfHolds(new PutCommand(put))
  return message
}

function offerOf(name: Omit<DeliveryMessage, 'v'>, type: string, body: string, now: string): Offer {
  return { item: deliveryItem(name, { type, body }, now), message: { v: 1, ...name } }
}

function isTold({ integrator, types, all, test }: Subscription, event: FeedEvent): boolean {
  return (
    test === (event.test ?? false) && (all || integrator === event.integrator) && (types?.includes(event.type) ?? true)
  )
}
