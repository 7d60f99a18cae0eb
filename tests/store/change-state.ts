// Changes what a case's snapshot says, as no event would. Used by tests of what is told apart from it.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../functions/case/case.ts'
import { pack, unpack } from '../../functions/store/packed.ts'
import { keys } from '../../functions/store/table.ts'

interface Of {
  readonly document: DynamoDBDocumentClient
  readonly tableName: string
}

/** @param changes of its state; what is undefined is taken away @param beside attributes beside the state */
export async function changeState(
  { document, tableName }: Of,
  caseId: string,
  changes: Readonly<Record<string, unknown>>,
  beside: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { Item } = await document.send(new GetCommand({ TableName: tableName, Key: keys.snapshot(caseId) }))
  const state = pack({ ...(unpack(Item!['state']) as Case), ...changes })
  await document.send(new PutCommand({ TableName: tableName, Item: { ...Item, ...beside, state } }))
}
