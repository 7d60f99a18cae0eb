// Reads and writes the federal calendar of years that became known after the region was deployed: the Government
// publishes the next one in autumn. It lies in the table, so that no code has to be deployed for it. Called by
// edge/refresh.ts and npm run calendar.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { FederalCalendar } from '../../regions/schema.ts'
import { keys, table } from './table.ts'

type Year = FederalCalendar[string]

/** Every year that was put into the table. */
export async function loadCalendar(tableName: string): Promise<FederalCalendar> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.calendarYear('').pk },
    }),
  )
  return Object.fromEntries(Items.map((item) => [String(item['sk']), item['days'] as Year]))
}
