// Counts the mails of an address in a day (UTC), so that two programs that answer each other come to an end. Called by inbox.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { mailKeys, type Key } from './table.ts'
import { writeIfHolds } from './write-if.ts'

const KEPT_DAYS = 2

interface Counted {
  readonly tableName: string
  /** Of the address, as `addressHash` gives it. */
  readonly hash: string
  /** Names the mail: the same when it comes again. */
  readonly mail: string
  /** ISO, UTC. */
  readonly at: string
}

/** Notes that a mail is read, once however often it comes. @returns false when as many were read that day as may be */
export function noteMailed({ hash, ...mailed }: Counted, isAuthentic: boolean, most: number): Promise<boolean> {
  return note(mailKeys.mailed(hash, mailed.at.slice(0, 10), isAuthentic), mailed, most, 'or again')
}

/** Claims the mail that tells its writer what to do. @returns false when it was claimed before, or as many went there that day as may */
export function claimTelling({ hash, ...mailed }: Counted, most: number): Promise<boolean> {
  return note(mailKeys.told(hash, mailed.at.slice(0, 10)), mailed, most, 'once')
}

/** Gives a claim back: the mail certainly was not sent. */
export async function giveTellingBack({ tableName, hash, mail, at }: Counted): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: mailKeys.told(hash, at.slice(0, 10)),
      UpdateExpression: 'DELETE mails :mail',
      ExpressionAttributeValues: { ':mail': new Set([mail]) },
    }),
  )
}

function note(Key: Key, { tableName, mail, at }: Omit<Counted, 'hash'>, most: number, how: 'once' | 'or again') {
  const isRoom = 'attribute_not_exists(mails) OR size(mails) < :most'
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key,
      ConditionExpression:
        how === 'once' ? `NOT contains(mails, :id) AND (${isRoom})` : `contains(mails, :id) OR ${isRoom}`,
      UpdateExpression: 'ADD mails :mail SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':id': mail,
        ':mail': new Set([mail]),
        ':most': most,
        ':ttl': ttlAfter(at, KEPT_DAYS),
      },
    }),
  )
}
