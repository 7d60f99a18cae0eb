// Endpoints of webhooks: where each is, its secrets and how it fares, in an item of its own that only deliver and npm run webhooks
// read. Called by functions/webhooks and deliver.
import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import { ttlAfter } from './expiry.ts'
import type { Subscription } from './subscriptions.ts'
import { DELIVERY, webhookKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** `paused`: nothing got through, or whoever runs the region said so. `disabled`: the receiver said that it is gone. */
type EndpointState = 'active' | 'paused' | 'disabled'
/** Why an endpoint is not active. */
type StopReason = 'failed' | 'gone' | 'asked'

export interface Endpoint extends Subscription {
  readonly url: string
  /** Whoever is told when it is paused. */
  readonly email: string
  readonly secrets: readonly { readonly secret: string; readonly until?: string }[]
  /** ISO, UTC, as the others. */
  readonly createdAt: string
  readonly state: EndpointState
  readonly since: string
  readonly why?: StopReason
  /** Tries in a row that failed, whichever event they were of. */
  readonly failures: number
  /** Nothing is tried before. */
  readonly quietUntil?: string
}

/** An endpoint, read consistently; undefined when there is none of this id. */
export async function loadEndpoint(tableName: string, id: string): Promise<Endpoint | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: webhookKeys.endpoint(id), ConsistentRead: true }),
  )
  return Item as Endpoint | undefined
}

/** A lane is held by whoever posts to an endpoint, until it is given back or its time (ISO, UTC) is over. */
export interface Lane {
  /** An endpoint's id; of endpoints that failed lately, `probes`. */
  readonly of: string
  readonly name: 'lane0' | 'lane1'
  readonly until: string
}

/** @returns whether it was free at an instant (ISO, UTC) and is now held. */
export function takeLane(tableName: string, { of, name, until }: Lane, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: of === PROBES ? webhookKeys.probes : webhookKeys.endpoint(of),
      UpdateExpression: 'SET #lane = :until',
      // An endpoint that was removed does not come back as a lane.
      ConditionExpression: `(attribute_not_exists(#lane) OR #lane < :at)${of === PROBES ? '' : ' AND attribute_exists(pk)'}`,
      ExpressionAttributeNames: { '#lane': name },
      ExpressionAttributeValues: { ':until': until, ':at': at },
    }),
  )
}

export const PROBES = 'probes'

/** Nothing if somebody else took it since, because its time was over. */
export async function giveBackLane(tableName: string, { of, name, until }: Lane): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: of === PROBES ? webhookKeys.probes : webhookKeys.endpoint(of),
      UpdateExpression: 'REMOVE #lane',
      ConditionExpression: '#lane = :until',
      ExpressionAttributeNames: { '#lane': name },
      ExpressionAttributeValues: { ':until': until },
    }),
  )
}

/** Notes one more failure in a row; nothing if another try said meanwhile how the endpoint fares. */
export async function noteFailure(tableName: string, { id, failures }: Endpoint, quietUntil: string): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: webhookKeys.endpoint(id),
      UpdateExpression: 'SET failures = :more, quietUntil = :until',
      ConditionExpression: 'failures = :failures AND #state = :active',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ...{ ':more': failures + 1, ':failures': failures, ':until': quietUntil, ':active': 'active' },
      },
    }),
  )
}

/** Something got through. */
export async function noteSuccess(tableName: string, id: string): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: webhookKeys.endpoint(id),
      UpdateExpression: 'SET failures = :none REMOVE quietUntil',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':none': 0 },
    }),
  )
}

/** A mail to whoever has an endpoint: that it was stopped, and why. */
export interface StopMail {
  readonly endpoint: string
  readonly since: string
  readonly integrator: string
  readonly host: string
  readonly email: string
  readonly why: Exclude<StopReason, 'asked'>
  readonly status: 'waiting' | 'claimed' | 'sent' | 'refused'
}

/** How long the mail is on its way before it is asked for again (ms). */
const MAIL_GRACE_MS = 10 * 60_000
const MAIL_DAYS = 90

/** Stops an endpoint, and leaves the mail that says so. @returns false when it was stopped before. */
export async function stopEndpoint(
  tableName: string,
  { id, integrator, url, email }: Endpoint,
  why: StopMail['why'],
  at: string,
): Promise<boolean> {
  const mail: StopMail = {
    ...{ endpoint: id, since: at, integrator, host: new URL(url).host, email, why, status: 'waiting' },
  }
  const stop = {
    TableName: tableName,
    Key: webhookKeys.endpoint(id),
    UpdateExpression: 'SET #state = :state, since = :at, why = :why',
    ConditionExpression: '#state = :active',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ...{ ':state': why === 'gone' ? 'disabled' : 'paused', ':at': at, ':why': why, ':active': 'active' },
    },
  }
  const check = { check: DELIVERY, checkAt: later(at, MAIL_GRACE_MS), ttl: ttlAfter(at, MAIL_DAYS) }
  const leave = { TableName: tableName, Item: { ...webhookKeys.stopMail(id, at), ...mail, ...check } }
  try {
    await table.send(new TransactWriteCommand({ TransactItems: [{ Update: stop }, { Put: leave }] }))
    return true
  } catch (error) {
    if ((error as Error).name !== 'TransactionCanceledException') throw error
    const now = await loadEndpoint(tableName, id)
    if (now?.state === 'active') throw error
    return false
  }
}
