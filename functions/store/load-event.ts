// Reads one event of a case. Called by route, when the end of a case is to reach one that was merged into it.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseEvent } from '../case/events.ts'
import { keys, table } from './table.ts'

/**
 * One event of a case as it was written, read consistently: of those that end a case, which are alike in every version.
 * @throws Error when it is not there.
 */
export async function loadEvent(tableName: string, caseId: string, seq: number): Promise<CaseEvent> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.event(caseId, seq), ConsistentRead: true }),
  )
  if (!Item) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  return Item['event'] as CaseEvent
}
