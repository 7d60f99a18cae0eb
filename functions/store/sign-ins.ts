// Wishes to sign in to the console: what was mailed for one (a code and a link, hashed), how often the code was tried, whether it was
// used. A wish is kept for any address, known or not, so that both look the same from outside. Called by signin and notify.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { sessionItem, type NewSession } from './staff-sessions.ts'
import { consoleKeys, table } from './table.ts'
import { writeAllIfHold } from './write-all-if.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a code and a link hold after they were asked for (ms). */
const SIGN_IN_MS = 10 * 60_000
/** Tries of a code until it is locked. */
export const SIGN_IN_TRIES = 5
/** Mails to one address in half an hour, and in a day (UTC). */
const MAILS = { half: 5, day: 20 } as const
/** Wishes of one source in a quarter of an hour: a control centre may stand behind one address. */
const OF_SOURCE = 60
const QUARTER_MS = 15 * 60_000
/** How long a wish that is over is remembered, so that its page can say so (days). */
const REMEMBERED_DAYS = 1

export interface SignIn {
  /** Of whom: the keyed hash of an address. */
  readonly person: string
  /** ISO, UTC. */
  readonly askedAt: string
  readonly expiresAt: string
  readonly tries: number
  readonly usedAt?: string
  /** What was mailed, once it was: to this contact. */
  readonly contact?: string
  readonly salt?: string
  readonly code?: string
  readonly mailedAt?: string
}

/** Keeps a wish; the same form that comes again changes nothing. @param hash of the form's secret @param at ISO, UTC */
export async function keepSignIn(tableName: string, hash: string, person: string, at: string): Promise<void> {
  const expiresAt = new Date(Date.parse(at) + SIGN_IN_MS).toISOString()
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: {
        ...consoleKeys.signIn(hash),
        person,
        askedAt: at,
        expiresAt,
        tries: 0,
        ttl: ttlAfter(at, REMEMBERED_DAYS),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  )
}

/** Counts a wish of a source (by keyed hash). @returns false when it had too many of late */
export function countSource(tableName: string, hash: string, at: string): Promise<boolean> {
  const since = new Date(Math.floor(Date.parse(at) / QUARTER_MS) * QUARTER_MS).toISOString()
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.signInSource(hash, since),
      UpdateExpression: 'ADD asked :one SET #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(pk) OR asked < :most',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':most': OF_SOURCE, ':ttl': ttlAfter(since, REMEMBERED_DAYS) },
    }),
  )
}

/** The wish with this hash, over or not; its times have to be compared. */
export async function findSignIn(tableName: string, hash: string): Promise<SignIn | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: consoleKeys.signIn(hash), ConsistentRead: true }),
  )
  return Item?.['person'] ? (Item as unknown as SignIn) : undefined
}

/** The wish for which the link with this hash was mailed, by its hash. */
export async function signInOfLink(tableName: string, linkHash: string): Promise<string | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: consoleKeys.signIn(linkHash), ConsistentRead: true }),
  )
  return Item?.['wish'] as string | undefined
}

/** Whether anything may still be done with a wish at an instant (ISO, UTC). */
export function isUsable({ usedAt, expiresAt }: SignIn, at: string): boolean {
  return usedAt === undefined && expiresAt > at
}

/** Counts a try of a code before it is compared. @returns false when it may not be tried any more */
export function countSignInTry(tableName: string, hash: string, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.signIn(hash),
      UpdateExpression: 'ADD tries :one',
      ConditionExpression: 'expiresAt > :at AND tries < :most AND attribute_not_exists(usedAt)',
      ExpressionAttributeValues: { ':one': 1, ':at': at, ':most': SIGN_IN_TRIES },
    }),
  )
}

/** Claims a mail to an address for a wish: each wish once, however often it is asked. @returns false when the address had enough of late */
export async function claimSignInMail(tableName: string, person: string, wish: string, at: string): Promise<boolean> {
  const half = `${at.slice(0, 14)}${Number(at.slice(14, 16)) < 30 ? '00' : '30'}`
  const claim = (span: string, most: number) =>
    writeIfHolds(
      new UpdateCommand({
        TableName: tableName,
        Key: consoleKeys.signInMails(person, span),
        UpdateExpression: 'ADD wishes :wish SET #ttl = :ttl',
        ConditionExpression: 'attribute_not_exists(pk) OR contains(wishes, :id) OR size(wishes) < :most',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ...{ ':id': wish, ':wish': new Set([wish]), ':most': most },
          ':ttl': ttlAfter(at, REMEMBERED_DAYS + 1),
        },
      }),
    )
  return (await claim(at.slice(0, 10), MAILS.day)) && claim(half, MAILS.half)
}

export interface ToMail {
  readonly contact: string
  readonly salt: string
  readonly code: string
  readonly linkHash: string
}

/** Keeps what is about to be mailed for a wish. @returns false when it was mailed already, is used or over */
export async function keepSignInMail(tableName: string, wish: string, mail: ToMail, at: string): Promise<boolean> {
  const { contact, salt, code, linkHash } = mail
  const kept = await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.signIn(wish),
      UpdateExpression: 'SET contact = :contact, salt = :salt, code = :code',
      ConditionExpression: 'expiresAt > :at AND attribute_not_exists(usedAt) AND attribute_not_exists(mailedAt)',
      ExpressionAttributeValues: { ':contact': contact, ':salt': salt, ':code': code, ':at': at },
    }),
  )
  if (!kept) return false
  const Item = { ...consoleKeys.signIn(linkHash), wish, ttl: ttlAfter(at, REMEMBERED_DAYS) }
  await table.send(new PutCommand({ TableName: tableName, Item }))
  return true
}

/** Notes that it was sent: the same message once more sends nothing. */
export async function noteSignInMailed(tableName: string, wish: string, at: string): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.signIn(wish),
      UpdateExpression: 'SET mailedAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
    }),
  )
}

/** Uses a wish up and begins the session, both or neither. @returns false when another was faster, or its time is over */
export function useSignIn(tableName: string, wish: string, session: NewSession): Promise<boolean> {
  const { at } = session
  const use = {
    TableName: tableName,
    Key: consoleKeys.signIn(wish),
    UpdateExpression: 'SET usedAt = :at',
    ConditionExpression: 'expiresAt > :at AND attribute_not_exists(usedAt)',
    ExpressionAttributeValues: { ':at': at },
  }
  return writeAllIfHold([{ Update: use }, { Put: { TableName: tableName, Item: sessionItem(session) } }])
}
