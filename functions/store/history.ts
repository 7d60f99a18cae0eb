// Reading what happened to a case up to an event, and nothing else of it: no texts of citizens, no persons.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseEvent } from '../case/events.ts'
import { keys, table } from './table.ts'

/** The events of a case up to one, read consistently. @throws Error when one of them is not there. */
export async function loadHistory(tableName: string, caseId: string, seq: number): Promise<CaseEvent[]> {
  const { pk, sk: first } = keys.event(caseId, 1)
  const events: CaseEvent[] = []
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
    events.push(...(page.Items ?? []).map((item) => item['event'] as CaseEvent))
    start = page.LastEvaluatedKey
  } while (start)
  if (events.length !== seq) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  return events
}
