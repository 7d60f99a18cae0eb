// Passkeys of those who work for the region, and the challenges that are put to them. The table has public keys only: with them nobody can
// sign in. Called by the pages of passkeys, and by the console's page of a person, which lists those that they have.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { type NewSession, sessionItem } from './staff-sessions.ts'
import { consoleKeys, table } from './table.ts'
import { type TransactWrite, writeAllIfHold } from './write-all-if.ts'
import { writeIfHolds } from './write-if.ts'
import type { Item } from './writes.ts'

/** How long a challenge waits for its answer (ms). */
const CHALLENGE_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** A passkey that was used by nobody for so long opens nothing any more (days). */
const UNUSED_DAYS = 400
/** How long what is over is kept, so that nothing of it can be used anew (days). */
const REMEMBERED_DAYS = 1
/** Of one person. */
export const MOST_PASSKEYS = 10

export interface Passkey {
  readonly contact: string
  /** The credential's id, base64url, as its device made it. */
  readonly id: string
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often the device said it was used; 0 where it does not count. */
  readonly counter: number
  /** Whether it may be on several devices (WebAuthn 3, 6.1.3, "backup eligible"): their counters do not agree. */
  readonly synced: boolean
  /** The address of the directory that its person had then, as a hash: another one ends it. */
  readonly address: string
  /** What it was made with: a browser and a system, in two words. */
  readonly device: string
  /** ISO, UTC. */
  readonly addedAt: string
  readonly usedAt: string
}

export interface Challenge {
  /** To make a passkey, or to use one. */
  readonly does: 'create' | 'get'
  /** Whose, where it is to be made. */
  readonly contact?: string
}

/** Keeps a challenge by the hash of its secret. @param at ISO, UTC */
export async function keepChallenge(tableName: string, hash: string, challenge: Challenge, at: string): Promise<void> {
  const expiresAt = new Date(Date.parse(at) + CHALLENGE_MS).toISOString()
  const Item = { ...consoleKeys.signIn(hash), ...challenge, expiresAt, ttl: ttlAfter(at, REMEMBERED_DAYS) }
  await writeIfHolds(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
}

/** Those of a person that open anything at an instant (ISO, UTC), the newest first. @param address of the directory, as a hash */
export async function passkeysOf(tableName: string, contact: string, address: string, at: string): Promise<Passkey[]> {
  const items = await itemsOf(tableName, consoleKeys.passkey(contact, '').pk)
  return items
    .map((item) => passkeyIn(contact, item))
    .filter((passkey) => opens(passkey, address, at))
    .sort((one, other) => other.addedAt.localeCompare(one.addedAt))
}

/** The passkey, if it opens anything at an instant (ISO, UTC). */
export async function findPasskey(
  tableName: string,
  { contact, id, address }: Pick<Passkey, 'contact' | 'id' | 'address'>,
  at: string,
): Promise<Passkey | undefined> {
  const Key = consoleKeys.passkey(contact, id)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  const found = Item && passkeyIn(contact, Item)
  return found && opens(found, address, at) ? found : undefined
}

/**
 * Keeps a passkey, uses its challenge up and notes it in the audit, all or nothing.
 * @returns false where the passkey is there already, or its challenge used or over
 */
export function keepPasskey(tableName: string, challenge: string, passkey: Passkey, noted: Item): Promise<boolean> {
  const Put = { TableName: tableName, Item: itemOf(passkey), ConditionExpression: 'attribute_not_exists(pk)' }
  const asked: Challenge = { does: 'create', contact: passkey.contact }
  const note = { Put: { TableName: tableName, Item: noted } }
  return writeAllIfHold([useUp(tableName, challenge, asked, passkey.addedAt), { Put }, note])
}

/**
 * Uses a challenge up, notes that the passkey was used and begins a session, all or nothing.
 * @param passkey as it is to be from now on, its counter included
 * @returns false where the challenge is used or over, or the passkey was taken away or used meanwhile
 */
export function usePasskey(
  tableName: string,
  challenge: string,
  { before, passkey, session }: { readonly before: Passkey; readonly passkey: Passkey; readonly session: NewSession },
): Promise<boolean> {
  const Put = {
    TableName: tableName,
    Item: itemOf({ ...passkey, usedAt: session.at }),
    ConditionExpression: 'usedAt = :before',
    ExpressionAttributeValues: { ':before': before.usedAt },
  }
  return writeAllIfHold([
    useUp(tableName, challenge, { does: 'get' }, session.at),
    { Put },
    { Put: { TableName: tableName, Item: sessionItem(session) } },
  ])
}

/** Takes a passkey away, for good. @param at ISO, UTC */
export async function removePasskey(tableName: string, passkey: Passkey, at: string): Promise<void> {
  const Item = { ...itemOf(passkey), removedAt: at, ttl: ttlAfter(at, REMEMBERED_DAYS) }
  await writeIfHolds(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_exists(pk)' }))
}

function useUp(tableName: string, hash: string, { does, contact }: Challenge, at: string): TransactWrite {
  return {
    Update: {
      TableName: tableName,
      Key: consoleKeys.signIn(hash),
      UpdateExpression: 'SET usedAt = :at',
      ConditionExpression: `does = :does AND expiresAt > :at AND attribute_not_exists(usedAt)${contact ? ' AND contact = :contact' : ''}`,
      ExpressionAttributeValues: { ':at': at, ':does': does, ...(contact && { ':contact': contact }) },
    },
  }
}

function itemOf({ contact, id, ...passkey }: Passkey): Item {
  return {
    ...consoleKeys.passkey(contact, id),
    ...passkey,
    ttl: ttlAfter(passkey.usedAt, UNUSED_DAYS + REMEMBERED_DAYS),
  }
}

interface Kept extends Passkey {
  readonly removedAt?: string
}

function passkeyIn(contact: string, item: Record<string, unknown>): Kept {
  const { pk: _, sk, ttl: _ttl, ...rest } = item
  return { ...(rest as Omit<Kept, 'contact' | 'id'>), contact, id: String(sk) }
}

/** Deleted by the table or not. */
function opens(passkey: Kept, address: string, at: string): boolean {
  const isUsed = Date.parse(at) - Date.parse(passkey.usedAt) < UNUSED_DAYS * DAY_MS
  return isUsed && passkey.removedAt === undefined && passkey.address === address
}
