// Sessions of the console: each under its person and the hash of its secret, so that whoever reads the table has none. Over after eight
// idle hours, after seven days, or when it was ended; deleted or not. Called by signin and at every request of the console.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { consoleKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'
import type { Item } from './writes.ts'

const HOUR_MS = 3_600_000
const IDLE_MS = 8 * HOUR_MS
export const SESSION_MS = 7 * 24 * HOUR_MS
/** How often it is noted that a session was used (ms): not at every request. */
const TOUCH_MS = 10 * 60_000
/** How long a session that is over is still known (days): what its person typed is given back to nobody else. */
const KNOWN_DAYS = 30

export interface NewSession {
  readonly contact: string
  /** Of the secret in its cookie. */
  readonly hash: string
  /** The address that it was begun by, as a hash: another one ends it. */
  readonly address: string
  /** What it was begun with: a browser and a system, in two words. */
  readonly device: string
  /** What proved who it is; sessions of before passkeys do not say it, and were begun by mail. */
  readonly by?: 'mail' | 'passkey'
  /** ISO, UTC. */
  readonly at: string
}

export interface StaffSession extends Omit<NewSession, 'at'> {
  /** ISO, UTC. */
  readonly startedAt: string
  readonly seenAt: string
  readonly endedAt?: string
}

export function sessionItem({ at, ...begun }: NewSession): Item {
  return itemOf({ ...begun, startedAt: at, seenAt: at })
}

function itemOf({ contact, hash, ...session }: StaffSession): Item {
  const ttl = ttlAfter(session.startedAt, SESSION_MS / (24 * HOUR_MS) + KNOWN_DAYS)
  return { ...consoleKeys.staffSession(contact, hash), ...session, ttl }
}

/** The session, over or not: `isAlive` says which. Undefined when nobody began it. */
export async function findStaffSession(
  tableName: string,
  contact: string,
  hash: string,
): Promise<StaffSession | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: consoleKeys.staffSession(contact, hash), ConsistentRead: true }),
  )
  return Item && sessionIn(Item)
}

/** Whether a session acts at an instant (ISO, UTC). */
export function isAlive({ startedAt, seenAt, endedAt }: StaffSession, at: string): boolean {
  const since = (instant: string) => Date.parse(at) - Date.parse(instant)
  return endedAt === undefined && since(seenAt) < IDLE_MS && since(startedAt) < SESSION_MS
}

/** Those of a person that act at an instant (ISO, UTC), the one used last first. */
export async function sessionsOf(tableName: string, contact: string, at: string): Promise<StaffSession[]> {
  const items = await itemsOf(tableName, consoleKeys.staffSession(contact, '').pk)
  return items
    .map(sessionIn)
    .filter((session) => isAlive(session, at))
    .sort((one, other) => other.seenAt.localeCompare(one.seenAt))
}

/** Notes that a session is in use, every ten minutes at most. */
export async function touchSession(tableName: string, session: StaffSession, at: string): Promise<void> {
  if (Date.parse(at) - Date.parse(session.seenAt) < TOUCH_MS) return
  await change(tableName, { ...session, seenAt: at })
}

/** Ends a session at an instant (ISO, UTC), for good. */
export async function endSession(tableName: string, session: StaffSession, at: string): Promise<void> {
  await change(tableName, { ...session, endedAt: at })
}

/** One that is over stays as it is. */
async function change(tableName: string, session: StaffSession): Promise<void> {
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: itemOf(session),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(endedAt)',
    }),
  )
}

function sessionIn(item: Record<string, unknown>): StaffSession {
  const { pk, sk, ttl: _, ...rest } = item
  return { ...(rest as Omit<StaffSession, 'contact' | 'hash'>), contact: String(pk).slice(2), hash: String(sk) }
}
