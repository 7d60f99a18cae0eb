// Items past their time are looked for in pages that stay small however large the table: the embedded table engine reads for a
// page without a limit all that is left of it.
import { DescribeTableCommand, DynamoDBClient, type ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, it, vi } from 'vitest'
import { expireItems } from '../../local/time-to-live.ts'

it('a table is gone through page by page', async () => {
  const scans: ScanCommand['input'][] = []
  const client = new DynamoDBClient({ region: 'local' })
  vi.spyOn(client, 'send').mockImplementation(((command: unknown) => {
    if (command instanceof DescribeTableCommand)
      return Promise.resolve({ Table: { KeySchema: [{ AttributeName: 'pk' }] } })
    scans.push((command as ScanCommand).input)
    return Promise.resolve({
      Items: [],
      ...(scans.length < 3 && { LastEvaluatedKey: { pk: { S: String(scans.length) } } }),
    })
  }) as never)
  await expireItems(client, 'Cases', 'ttl', Date.parse('2026-03-02T07:00:00Z'))
  expect(scans.map(({ Limit, ExclusiveStartKey }) => [Limit, ExclusiveStartKey])).toEqual([
    [1_000, undefined],
    [1_000, { pk: { S: '1' } }],
    [1_000, { pk: { S: '2' } }],
  ])
})
