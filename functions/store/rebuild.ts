// Writes a case's snapshot anew where it is not what today's `evolve` makes of its events. Called by npm run rebuild;
// readers need it only for speed, for they believe no snapshot of another fold.
import { isDeepStrictEqual } from 'node:util'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { FOLD_VERSION, replay } from '../case/evolve.ts'
import { loadHistory } from './history.ts'
import { besideState } from './load.ts'
import { keys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'
import { snapshotItem } from './writes.ts'

export interface StaleSnapshot {
  readonly caseId: string
  /** The fold the snapshot was written by; undefined before there were versions of it. */
  readonly fold: number | undefined
  /** The fields of the state that differ from what the events add up to. */
  readonly fields: readonly string[]
  readonly settled: number
  readonly armedAt?: string
  readonly state: Case
}

/** What a case's snapshot should be; undefined when it is that already, or there is no such case. */
export async function findStale(tableName: string, caseId: string): Promise<StaleSnapshot | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.snapshot(caseId), ConsistentRead: true }),
  )
  if (!Item) return undefined
  const state = replay(caseId, await loadHistory(tableName, caseId, Number(Item['version'])))
  const fields = findDifferences(Item['state'] as object, state)
  const fold = Item['fold'] as number | undefined
  if (fold === FOLD_VERSION && fields.length === 0) return undefined
  return { caseId, fold, fields, state, ...besideState(Item) }
}

/** Rewrites a snapshot at an instant (ISO, UTC). @returns false when the case was changed meanwhile: then look again. */
export function rewrite(tableName: string, { state, settled, armedAt }: StaleSnapshot, at: string): Promise<boolean> {
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: snapshotItem(state, armedAt, settled, at),
      ConditionExpression: 'version = :version AND settled = :settled',
      ExpressionAttributeValues: { ':version': state.version, ':settled': settled },
    }),
  )
}

function findDifferences(stored: object, state: Case): string[] {
  const [one, other] = [stored, state].map((each) => JSON.parse(JSON.stringify(each)) as Record<string, unknown>)
  const names = [...new Set([...Object.keys(one!), ...Object.keys(other!)])].sort()
  return names.filter((name) => !isDeepStrictEqual(one![name], other![name]))
}
