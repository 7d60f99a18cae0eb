// What a sender calls a message: the same name is the same message, for ever. Called by submit and the list of the API.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { integratorKeys, type Key, table } from '../store/table.ts'

/** Where the case of a name is noted; no idempotency key has a blank in it. */
export function externalKey(sender: string, externalId: string, test: boolean): Key {
  return integratorKeys.idempotency(test ? `test ${sender}` : sender, `external ${externalId}`)
}

/** The case of what a sender sent under a name. */
export async function caseOfExternalId(
  tableName: string,
  sender: string,
  externalId: string,
  test: boolean,
): Promise<string | undefined> {
  const Key = externalKey(sender, externalId, test)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item?.['caseId'] as string | undefined
}
