// Keeps a code that is about to be mailed, in the place of the one before. Called by notify.
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Code, CODE_MS, CODES, REMEMBERED_MS, TRIES } from './codes.ts'
import { ttlAfter } from './expiry.ts'
import { keys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

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
