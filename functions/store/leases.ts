// Who has a case open in the console: for two minutes from when they opened it or sent something, looking at it or working on it. Told to
// others and asked before somebody is given their next case; nobody is kept from acting by it. Called by desk and by console.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { consoleKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

const LEASE_MS = 2 * 60_000
const KEPT_DAYS = 1

export interface Lease {
  readonly holder: string
  readonly kind: 'viewing' | 'editing'
  /** ISO, UTC. */
  readonly until: string
}

/** The lease of a case that holds at an instant (ISO, UTC). */
export async function leaseOf(tableName: string, caseId: string, at: string): Promise<Lease | undefined> {
  const Key = consoleKeys.lease(caseId)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item && String(Item['until']) > at ? (Item as Lease) : undefined
}

/** Takes or prolongs a lease from an instant (ISO, UTC) on. @returns false while somebody else has it */
export function takeLease(
  tableName: string,
  caseId: string,
  { holder, kind }: Pick<Lease, 'holder' | 'kind'>,
  at: string,
): Promise<boolean> {
  const until = new Date(Date.parse(at) + LEASE_MS).toISOString()
  return writeIfHolds(put(tableName, caseId, { holder, kind, until }, at))
}

/** Gives a lease back, if it is still this person's. */
export async function giveLeaseBack(tableName: string, caseId: string, holder: string, at: string): Promise<void> {
  await writeIfHolds(put(tableName, caseId, { holder, kind: 'viewing', until: at }, at))
}

function put(tableName: string, caseId: string, lease: Lease, at: string): PutCommand {
  return new PutCommand({
    TableName: tableName,
    Item: { ...consoleKeys.lease(caseId), ...lease, ttl: ttlAfter(lease.until, KEPT_DAYS) },
    ConditionExpression: 'attribute_not_exists(pk) OR #until <= :at OR holder = :holder',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':at': at, ':holder': lease.holder },
  })
}
