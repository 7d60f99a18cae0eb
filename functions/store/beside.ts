// The record of each answer below a comment that lies beside the one under which a case is answered: claimed before it is said, ended after. Called by notify.
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { itemsOf } from './partition.ts'
import { type Key, keys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a claim holds: longer than a function runs, shorter than a message stays invisible (ms). */
const LEASE_MS = 120_000

/** `sent`: it stands. `over`: it never will. `failed`: it was not said, and may be. */
type Status = 'claimed' | 'sent' | 'over' | 'failed'

/** Which answer: of an event of a case, below the comment of this name. */
export interface BesideName {
  readonly tableName: string
  readonly caseId: string
  readonly seq: number
  readonly name: string
}

export interface BesideRecord {
  readonly name: string
  readonly status: Status
  readonly claimedAt: string
  /** How many texts of it stand. */
  readonly parts: number
}

/** What became of the answers of an event, by name. */
export async function besideRecords(
  tableName: string,
  caseId: string,
  seq: number,
): Promise<ReadonlyMap<string, BesideRecord>> {
  const { pk, sk } = keys.beside(caseId, seq, '')
  const items = await itemsOf(tableName, pk, sk, `${sk}~`)
  return new Map(items.map((item) => [String(item['name']), item as unknown as BesideRecord]))
}

/** @param at now (ISO, UTC) @returns false where somebody else is saying it, or it ended */
export function claimBeside({ tableName, caseId, seq, name }: BesideName, at: string, parts: number): Promise<boolean> {
  const expired = new Date(Date.parse(at) - LEASE_MS).toISOString()
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...keys.beside(caseId, seq, name), name, status: 'claimed', claimedAt: at, parts },
      ConditionExpression:
        'attribute_not_exists(pk) OR #status = :failed OR (#status = :claimed AND claimedAt < :expired)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':failed': 'failed', ':claimed': 'claimed', ':expired': expired },
    }),
  )
}

/** Notes how many texts of a claimed one stand, or how it ended. */
export async function noteBeside(
  { tableName, caseId, seq, name }: BesideName,
  { parts, status = 'claimed' }: { readonly parts: number; readonly status?: Status },
): Promise<void> {
  const Key: Key = keys.beside(caseId, seq, name)
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key,
      UpdateExpression: 'SET #status = :status, parts = :parts',
      ConditionExpression: '#status = :claimed',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status, ':parts': parts, ':claimed': 'claimed' },
    }),
  )
}
