// Keeps what was heard in a social network until it is taken (heard.ts). Called by listen.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { ifFree, ttlAfter } from './expiry.ts'
import type { HeardName } from './heard.ts'
import { networkKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** Longer than dead letters are kept (days). */
const KEPT_DAYS = 15

/** Keeps it as it came first; what comes again changes nothing. */
export async function keepHeard({ tableName, channel, key, at }: HeardName, heard: object): Promise<void> {
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: {
        ...networkKeys.heard(channel, key),
        heard: JSON.stringify(heard),
        heardAt: at,
        ttl: ttlAfter(at, KEPT_DAYS),
      },
      ...ifFree(at),
    }),
  )
}
