// Writes a case's snapshot anew where it is not what today's `evolve` makes of its events, after what was written in them
// lies apart. Called by npm run rebuild; readers need it only for speed, for they believe no snapshot of another fold.
import { isDeepStrictEqual } from 'node:util'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { FOLD_VERSION, replay } from '../case/evolve.ts'
import { type Texts, putBack, textShelf } from '../case/texts.ts'
import { loadHistory } from './history.ts'
import { besideState } from './load.ts'
import { unpack } from './packed.ts'
import { itemsOf } from './partition.ts'
import { keys, LAST_SEQ } from './table.ts'
import { hasTextWithin, textsIn } from './texts.ts'
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
  readonly receipts?: Readonly<Record<string, number>>
  readonly state: Case
  readonly texts: Texts
}

/** What a case's snapshot should be at an instant (ISO, UTC); undefined when it is that already, or there is no such case. */
export async function findStale(tableName: string, caseId: string, at: string): Promise<StaleSnapshot | undefined> {
  const { pk, sk } = keys.snapshot(caseId)
  const [snapshot, ...others] = await itemsOf(tableName, pk, sk, keys.texts(caseId, LAST_SEQ).sk)
  if (!snapshot) return undefined
  const texts = textsIn(others, at)
  const state = replay(caseId, await loadHistory(tableName, caseId, Number(snapshot['version']), texts))
  const stored = unpack(snapshot['state']) as object
  const fields = findDifferences(putBack(stored, texts), state)
  const fold = snapshot['fold'] as number | undefined
  if (fold === FOLD_VERSION && fields.length === 0 && !hasTextWithin(stored)) return undefined
  return { caseId, fold, fields, state, texts, ...besideState(snapshot) }
}

/** Rewrites a snapshot at an instant (ISO, UTC). @returns false when the case was changed meanwhile: then look again. */
export function rewrite(tableName: string, stale: StaleSnapshot, at: string): Promise<boolean> {
  const { state, texts, settled, armedAt, receipts } = stale
  const beside = { settled, ...(armedAt && { armedAt }), ...(receipts && { receipts }) }
  const shelf = textShelf(texts)
  const bare = shelf.takeOut(state, state.version)
  // What lies in no event's texts is of events that were not moved: it stays where it is until they are.
  const kept = shelf.added.size > 0 ? state : bare
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: snapshotItem(state, kept, beside, at),
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
