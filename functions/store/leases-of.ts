// Reads who has the cases of a page open. Apart from leases.ts, which a page of one case needs. Called by the lists of the console.
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Lease } from './leases.ts'
import { consoleKeys, table } from './table.ts'

/** As many as DynamoDB reads at once. */
const MANY = 100

/** The leases of cases that hold at an instant (ISO, UTC), by case. */
export async function leasesOf(tableName: string, caseIds: readonly string[], at: string): Promise<Map<string, Lease>> {
  const leases = new Map<string, Lease>()
  let left: Record<string, unknown>[] = caseIds.map((id) => ({ ...consoleKeys.lease(id) }))
  while (left.length > 0) {
    const asked = { [tableName]: { Keys: left.slice(0, MANY), ConsistentRead: true } }
    const read: BatchGetCommandOutput = await table.send(new BatchGetCommand({ RequestItems: asked }))
    for (const item of read.Responses?.[tableName] ?? [])
      if (String(item['until']) > at) leases.set(String(item['pk']).slice(2), item as Lease)
    left = [...left.slice(MANY), ...(read.UnprocessedKeys?.[tableName]?.Keys ?? [])]
  }
  return leases
}
