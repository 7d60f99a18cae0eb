// Reads how many cases stand, without what happened to them and what was written in them. Called by the sweep and the list of the API.
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { stateIn } from './load.ts'
import { keys, table } from './table.ts'

const none = new Map()

/** As many as DynamoDB reads at once. */
const MANY = 100

/** The states of many cases, read in hundreds, a moment old unless read consistently; those that are not there are left out. */
export async function loadStates(
  tableName: string,
  caseIds: readonly string[],
  { consistent = false } = {},
): Promise<Map<string, Case>> {
  const states = new Map<string, Case>()
  let left: Record<string, unknown>[] = [...new Set(caseIds)].map((id) => ({ ...keys.snapshot(id) }))
  while (left.length > 0) {
    const asked = { [tableName]: { Keys: left.slice(0, MANY), ConsistentRead: consistent } }
    const read: BatchGetCommandOutput = await table.send(new BatchGetCommand({ RequestItems: asked }))
    for (const snapshot of read.Responses?.[tableName] ?? []) {
      const state = await stateIn(tableName, snapshot, none)
      states.set(state.id, state)
    }
    left = [...left.slice(MANY), ...(read.UnprocessedKeys?.[tableName]?.Keys ?? [])]
  }
  return states
}
