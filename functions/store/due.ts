// Reads the sparse index of what somebody still has to look at, by the instant when: open cases, and notices that wait
// for the morning, and webhooks that wait for their next try. Its size is that of the open work, never that of all cases. Called by
// the sweep, digest and npm run reschedule.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { CHECKS_INDEX, DELIVERY, type Key, OPEN, table, WAITING } from './table.ts'

/** The cases whose check is due at an instant (ISO, UTC), longest overdue first. */
export async function* dueChecks(tableName: string, at: string): AsyncGenerator<string> {
  for await (const { pk } of due(tableName, OPEN, at)) yield pk.slice(2)
}

/** Every case that somebody still has to look at, in no order that matters. */
export async function* openCases(tableName: string): AsyncGenerator<string> {
  yield* dueChecks(tableName, '9999')
}

/** The notices that have waited until an instant (ISO, UTC), longest waiting first. */
export async function* dueNotices(tableName: string, at: string): AsyncGenerator<WaitingNotice> {
  for await (const { pk, sk } of due(tableName, WAITING, at)) {
    const [, seq = '', recipient = ''] = sk.split('#')
    yield { caseId: pk.slice(2), seq: Number(seq), recipient }
  }
}

export interface WaitingNotice {
  readonly caseId: string
  readonly seq: number
  readonly recipient: string
}

/** The webhooks to post and the mails about them that are due at an instant (ISO, UTC), longest overdue first. */
export async function* dueDeliveries(tableName: string, at: string): AsyncGenerator<Key> {
  for await (const { pk, sk } of due(tableName, DELIVERY, at)) yield { pk, sk }
}

/** While a page is worked on, the next is fetched. */
async function* due(tableName: string, partition: string, at: string): AsyncGenerator<Key> {
  let coming: Promise<Page> | undefined = pageOf(tableName, partition, at)
  while (coming) {
    const { keys, last }: Page = await coming
    coming = last && pageOf(tableName, partition, at, last)
    // Whoever stops before the end does not hear that the next page failed; whoever goes on does.
    coming?.catch(() => {})
    yield* keys
  }
}

interface Page {
  readonly keys: readonly Key[]
  readonly last: Record<string, unknown> | undefined
}

async function pageOf(tableName: string, partition: string, at: string, start?: Page['last']): Promise<Page> {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: CHECKS_INDEX,
      KeyConditionExpression: '#check = :partition AND checkAt <= :at',
      ExpressionAttributeNames: { '#check': 'check' },
      ExpressionAttributeValues: { ':partition': partition, ':at': at },
      Limit: 200,
      ...(start && { ExclusiveStartKey: start }),
    }),
  )
  return { keys: Items as Key[], last: LastEvaluatedKey }
}
