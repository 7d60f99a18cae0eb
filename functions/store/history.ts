// Reads what happened to a case up to an event, and nothing else of it: no texts of citizens, no persons. Called by count,
// bounce, and by load where a snapshot was folded by an older `evolve`.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseEvent } from '../case/events.ts'
import { upcast } from '../case/upcast.ts'
import { keys, table } from './table.ts'

/** The events of a case up to one, read consistently. @throws Error when one of them is not there. */
export async function loadHistory(tableName: string, caseId: string, seq: number): Promise<CaseEvent[]> {
  const { pk, sk: first } = keys.event(caseId, 1)
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': keys.event(caseId, seq).sk },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  if (items.length !== seq) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  return eventsIn(items)
}

/** The events of a case from its items, the first one first, as they would be written today. */
export function eventsIn(items: readonly Record<string, unknown>[]): CaseEvent[] {
  return upcast(items.map((item) => ({ v: Number(item['v'] ?? 1), event: item['event'] })))
}
