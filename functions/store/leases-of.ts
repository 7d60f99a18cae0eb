// Reads who has the cases of a page open. Apart from leases.ts, which a page of one case needs. Called by the lists of the console.
import type { Lease } from './leases.ts'
import { readMany } from './read-many.ts'
import { consoleKeys } from './table.ts'

/** The leases of cases that hold at an instant (ISO, UTC), by case. @throws Error when the table did not give them */
export async function leasesOf(tableName: string, caseIds: readonly string[], at: string): Promise<Map<string, Lease>> {
  const items = await readMany(tableName, caseIds.map(consoleKeys.lease), { isConsistent: true })
  const holding = [...items.values()].filter(({ until }) => String(until) > at)
  return new Map(holding.map((item) => [String(item['pk']).slice(2), item as unknown as Lease]))
}
