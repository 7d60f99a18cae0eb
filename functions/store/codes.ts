// Codes that were mailed, one a person, and the sessions of those who typed theirs: both hashed, both over at their instant, deleted or
// not. Called by the pages that ask for codes; keep-code.ts keeps what notify mails.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { isExpired, ttlAfter } from './expiry.ts'
import { keys, table } from './table.ts'

/** How long a code holds, and how long wrong tries and mailed codes are remembered after it (ms). */
export const CODE_MS = 10 * 60_000
export const REMEMBERED_MS = 15 * 60_000
/** Wrong tries until no code of this person is taken any more, and codes that are mailed to them, while they are remembered. */
export const TRIES = 5
export const CODES = 5
/** How long whoever typed a code need not type another (hours). */
export const SESSION_HOURS = 8

export interface Code {
  readonly salt: string
  readonly hash: string
  /** ISO, UTC. */
  readonly expiresAt: string
  readonly rememberedUntil: string
  readonly tries: number
  readonly made: number
  readonly usedAt?: string
}

/** The code of a person that was made last, where anything is remembered of it at an instant (ISO, UTC). */
export async function findCode(tableName: string, recipient: string, at: string): Promise<Code | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.code(recipient), ConsistentRead: true }),
  )
  return Item && String(Item['rememberedUntil']) > at ? (Item as Code) : undefined
}

/** Until when a person gets no code any more (ISO, UTC); undefined when they may have one. */
export function barredUntil(code: Code | undefined): string | undefined {
  return code && (code.tries >= TRIES || code.made >= CODES) ? code.rememberedUntil : undefined
}

/** Whether a code may still be typed at an instant (ISO, UTC). */
export function isTypeable({ expiresAt, usedAt, tries }: Code, at: string): boolean {
  return expiresAt > at && usedAt === undefined && tries < TRIES
}

/** Counts a try of a code before it is compared. @returns false when it may not be tried any more. */
export function countTry(tableName: string, recipient: string, { hash }: Pick<Code, 'hash'>, at: string) {
  return writeTogether([
    {
      Update: {
        TableName: tableName,
        Key: keys.code(recipient),
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: '#hash = :hash AND expiresAt > :at AND tries < :tries AND attribute_not_exists(usedAt)',
        ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':one': 1, ':hash': hash, ':at': at, ':tries': TRIES },
      },
    },
  ])
}

/** Uses a code up and begins the session. @returns false when another was faster. */
export async function beginSession(
  tableName: string,
  recipient: string,
  { hash }: Pick<Code, 'hash'>,
  session: string,
  at: string,
): Promise<boolean> {
  const Item = { ...keys.session(session), recipient, startedAt: at, ttl: ttlAfter(at, SESSION_HOURS / 24) }
  return writeTogether([
    {
      Update: {
        TableName: tableName,
        Key: keys.code(recipient),
        UpdateExpression: 'SET usedAt = :at, tries = :none, made = :none',
        ConditionExpression: '#hash = :hash AND attribute_not_exists(usedAt)',
        ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':at': at, ':none': 0, ':hash': hash },
      },
    },
    { Put: { TableName: tableName, Item } },
  ])
}

/** Whose session it is and since when (ISO, UTC), at an instant; undefined when there is none, or its time is over. */
export async function findSession(
  tableName: string,
  hash: string,
  at: string,
): Promise<{ readonly recipient: string; readonly startedAt: string } | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: keys.session(hash) }))
  if (!Item || isExpired(Item, at)) return undefined
  return { recipient: String(Item['recipient']), startedAt: String(Item['startedAt']) }
}

/** As a transaction, which the pages' bundles carry anyway. @returns whether the conditions held. */
async function writeTogether(TransactItems: TransactWriteCommandInput['TransactItems']): Promise<boolean> {
  try {
    await table.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
    if (reasons.some(({ Code: code }) => code === 'ConditionalCheckFailed')) return false
    throw error
  }
}
