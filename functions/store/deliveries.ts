// Webhooks that are to be posted: claimed before each try, marked after, so that a message that comes twice finds nothing to claim. Called by functions/webhooks and deliver.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import { isExpired } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { DELIVERY, webhookKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** Names a delivery. */
export interface DeliveryName {
  readonly endpoint: string
  /** `caseId.seq`; the header webhook-id, the same at every try. */
  readonly event: string
  /** When the event happened (ISO, UTC). */
  readonly at: string
}

export interface Try {
  readonly at: string
  /** The status that the receiver answered with, or why there was none. */
  readonly result: number | 'timeout' | 'connection' | 'refused address'
}

/** `held`: not posted, because the endpoint was stopped. `failed`: given up after the last try. */
type DeliveryStatus = 'due' | 'claimed' | 'delivered' | 'failed' | 'held'

export interface Delivery {
  readonly type: string
  readonly event: string
  /** What is posted, byte for byte. */
  readonly body: string
  readonly status: DeliveryStatus
  readonly attempts: number
  /** Oldest first, the latest so many. */
  readonly tries: readonly Try[]
  /** When it may be tried (ISO, UTC), where it is due. */
  readonly nextAt?: string
  readonly claimedAt?: string
}

const KEPT_TRIES = 20
/** How long a claim holds (ms): longer than a function runs. */
const CLAIM_MS = 90_000
/** How long a message may be on its way before the table is believed (ms). */
const GRACE_MS = 10 * 60_000
/** SQS counts in seconds, by its own clock (ms). */
const EARLY_MS = 2_000

/** Claims a delivery for a try at an instant (ISO, UTC). @returns undefined when there is nothing to try now. */
export async function claimDelivery(tableName: string, name: DeliveryName, at: string): Promise<Delivery | undefined> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: keyOf(name),
    UpdateExpression: 'SET #status = :claimed, claimedAt = :at, checkAt = :checkAt ADD attempts :one',
    ConditionExpression: '(#status = :due AND nextAt <= :soon) OR (#status = :claimed AND claimedAt < :expired)',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ...{ ':claimed': 'claimed', ':due': 'due', ':at': at, ':checkAt': later(at, GRACE_MS), ':one': 1 },
      ...{ ':soon': later(at, EARLY_MS), ':expired': later(at, -CLAIM_MS) },
    },
    ReturnValues: 'ALL_NEW',
  })
  try {
    const { Attributes } = await table.send(update)
    return Attributes as Delivery | undefined
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** Marks a claimed delivery that is tried again at an instant (ISO, UTC). @param later whether no message will come for it */
export async function putBack(
  tableName: string,
  name: DeliveryName,
  claimed: Delivery,
  tried: Try,
  nextAt: string,
  byIndex: boolean,
): Promise<void> {
  await mark(tableName, name, claimed, tried, 'SET #status = :status, nextAt = :nextAt, checkAt = :checkAt', {
    ...{ ':status': 'due', ':nextAt': nextAt, ':checkAt': byIndex ? nextAt : later(nextAt, GRACE_MS) },
  })
}

/** Marks a claimed delivery that has ended. */
export async function endDelivery(
  tableName: string,
  name: DeliveryName,
  claimed: Delivery,
  tried: Try,
  status: 'delivered' | 'failed' | 'held',
): Promise<void> {
  await mark(tableName, name, claimed, tried, 'SET #status = :status', { ':status': status }, 'nextAt, #check, checkAt')
}

/** Only whoever claimed it marks it. */
async function mark(
  tableName: string,
  name: DeliveryName,
  { claimedAt, tries }: Delivery,
  tried: Try,
  set: string,
  values: Record<string, unknown>,
  remove?: string,
): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keyOf(name),
      UpdateExpression: `${set}, tries = :tries REMOVE ${['claimedAt', remove].filter(Boolean).join(', ')}`,
      ConditionExpression: '#status = :claimed AND claimedAt = :claimedAt',
      ExpressionAttributeNames: { '#status': 'status', ...(remove && { '#check': 'check' }) },
      ExpressionAttributeValues: {
        ...{ ':claimed': 'claimed', ':claimedAt': claimedAt, ':tries': [...tries, tried].slice(-KEPT_TRIES) },
        ...values,
      },
    }),
  )
}

/** Puts off a due delivery without a try, until an instant (ISO, UTC). @returns false when it is not due any more. */
export function putOff(tableName: string, name: DeliveryName, until: string, byIndex: boolean): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keyOf(name),
      UpdateExpression: 'SET nextAt = :until, checkAt = :checkAt',
      ConditionExpression: '#status = :due',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ...{ ':until': until, ':due': 'due', ':checkAt': byIndex ? until : later(until, GRACE_MS) },
      },
    }),
  )
}

/** Keeps a due delivery of an endpoint that is stopped or gone: nobody tries it until somebody asks. */
export async function holdDelivery(tableName: string, name: DeliveryName, at: string): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keyOf(name),
      UpdateExpression: 'SET #status = :held REMOVE nextAt, #check, checkAt',
      ConditionExpression: '#status = :due OR (#status = :claimed AND claimedAt < :expired)',
      ExpressionAttributeNames: { '#status': 'status', '#check': 'check' },
      ExpressionAttributeValues: {
        ...{ ':held': 'held', ':due': 'due', ':claimed': 'claimed', ':expired': later(at, -CLAIM_MS) },
      },
    }),
  )
}

/** Makes an ended delivery due anew, with all its tries. @returns false when it is on its way. */
export function repeatDelivery(tableName: string, name: DeliveryName, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keyOf(name),
      UpdateExpression: 'SET #status = :due, attempts = :none, nextAt = :at, #check = :check, checkAt = :at',
      ConditionExpression: '#status IN (:delivered, :failed, :held)',
      ExpressionAttributeNames: { '#status': 'status', '#check': 'check' },
      ExpressionAttributeValues: {
        ...{ ':due': 'due', ':none': 0, ':at': at, ':check': DELIVERY },
        ...{ ':delivered': 'delivered', ':failed': 'failed', ':held': 'held' },
      },
    }),
  )
}

/** The deliveries of an endpoint by the instants of their events (ISO, UTC), oldest first. */
export async function deliveriesSince(tableName: string, endpoint: string, since: string, at: string) {
  const { pk } = webhookKeys.delivery(endpoint, '', '')
  const items = await itemsOf(tableName, pk, `D#${since}`, 'D#:')
  return items
    .filter((item) => !isExpired(item, at))
    .map((item) => ({ ...(item as unknown as Delivery), endpoint, at: String(item['sk']).split('#')[1]! }))
}

function keyOf({ endpoint, at, event }: DeliveryName) {
  return webhookKeys.delivery(endpoint, at, event)
}
