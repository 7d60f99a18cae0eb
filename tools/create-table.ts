// Makes a table with the keys and the indexes of lib/case-table.ts, on an engine that holds no stack. Called by the bench
// of the sweep and the store's tests.
import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { CHECKS_INDEX, LISTING_INDEX, NEARBY_INDEX, table, WORKLISTS_INDEX } from '../functions/store/table.ts'

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

export async function createTable(tableName: string): Promise<void> {
  await table.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        'pk',
        'sk',
        'check',
        'checkAt',
        'worklist',
        'workDue',
        'cell',
        'cellOrder',
        'listing',
        'listedAs',
      ].map(text),
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: CHECKS_INDEX, KeySchema: key('check', 'checkAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        {
          IndexName: WORKLISTS_INDEX,
          KeySchema: key('worklist', 'workDue'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        {
          IndexName: LISTING_INDEX,
          KeySchema: key('listing', 'listedAs'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        { IndexName: NEARBY_INDEX, KeySchema: key('cell', 'cellOrder'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    }),
  )
}
