// Codes that were mailed, one a person, and the sessions of those who typed theirs: both hashed, both over at their instant, deleted or
// not. Called by notify, which makes codes, and by the pages that ask for them.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired, ttlAfter } from './expiry.ts'
import { keys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a code holds, and how long wrong tries and mailed codes are remembered after it (ms). */
export const CODE_MS = 10 * 60_000
const REMEMBERED_MS = 15 * 60_000
/** Wrong tries until no code of this person is taken any more, and codes that are mailed to them, while they are remembered. */
export const TRIES = 5
export const CODES = 5
/** How long whoever typed a code need not type another (hours). */
export const SESSION_HOURS = 8

interface Code {
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

/** Keeps a new code in the place of the one before. @returns false when the person gets none now. */
export async function keepCode(
  tableName: string,
  recipient: string,
  { salt, hash }: Pick<Code, 'salt' | 'hash'>,
  at: string,
): Promise<boolean> {
  const expiresAt = new Date(Date.parse(at) + CODE_MS).toISOString()
  const rememberedUntil = new Date(Date.parse(at) + CODE_MS + REMEMBERED_MS).toISOString()
  const fresh = { salt, hash, expiresAt, rememberedUntil, ttl: ttlAfter(rememberedUntil, 1) }
  const next = new UpdateCommand({
    TableName: tableName,
    Key: keys.code(recipient),
    UpdateExpression: `SET ${Object.keys(fresh)
      .map((name) => `#${name} = :${name}`)
      .join(', ')} ADD made :one REMOVE usedAt`,
    ConditionExpression: '#rememberedUntil > :at AND tries < :tries AND made < :codes',
    ExpressionAttributeNames: Object.fromEntries(Object.keys(fresh).map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(Object.entries(fresh).map(([name, value]) => [`:${name}`, value])),
      ...{ ':at': at, ':one': 1, ':tries': TRIES, ':codes': CODES },
    },
  })
  if (await writeIfHolds(next)) return true
  const first = new PutCommand({
    TableName: tableName,
    Item: { ...keys.code(recipient), ...fresh, tries: 0, made: 1 },
    ConditionExpression: 'attribute_not_exists(pk) OR rememberedUntil <= :at',
    ExpressionAttributeValues: { ':at': at },
  })
  return writeIfHolds(first)
}

/** Counts a try of a code before it is compared. @returns false when it may not be tried any more. */
export function countTry(tableName: string, recipient: string, { hash }: Pick<Code, 'hash'>, at: string) {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.code(recipient),
      UpdateExpression: 'ADD tries :one',
      ConditionExpression: '#hash = :hash AND expiresAt > :at AND tries < :tries AND attribute_not_exists(usedAt)',
      ExpressionAttributeNames: { '#hash': 'hash' },
      ExpressionAttributeValues: { ':one': 1, ':hash': hash, ':at': at, ':tries': TRIES },
    }),
  )
}

/** Uses a code up and begins the session. @returns false when another was faster. */
export async function beginSession(
  tableName: string,
  recipient: string,
  { hash }: Pick<Code, 'hash'>,
  session: string,
  at: string,
): Promise<boolean> {
  const use = {
    TableName: tableName,
    Key: keys.code(recipient),
    UpdateExpression: 'SET usedAt = :at, tries = :none, made = :none',
    ConditionExpression: '#hash = :hash AND attribute_not_exists(usedAt)',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ExpressionAttributeValues: { ':at': at, ':none': 0, ':hash': hash },
  }
  const Item = { ...keys.session(session), recipient, startedAt: at, ttl: ttlAfter(at, SESSION_HOURS / 24) }
  try {
    await table.send(
      new TransactWriteCommand({ TransactItems: [{ Update: use }, { Put: { TableName: tableName, Item } }] }),
    )
    return true
  } catch (error) {
    if (error instanceof TransactionCanceledException) return false
    throw error
  }
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
