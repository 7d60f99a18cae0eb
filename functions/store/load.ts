// Reading a case: its snapshot alone where a decision is made, its whole partition where it is shown or reacted to.
import type { CaseFile, NoticeRecord, Personal, StoredCase } from '../case/case-file.ts'
import { initialCase } from '../case/evolve.ts'
import { keys, table } from './table.ts'
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseEvent } from '../case/events.ts'
import type { Case } from '../case/case.ts'

/** A case nobody has written yet. */
export function newCase(caseId: string): StoredCase {
  return { state: initialCase(caseId), settled: 0 }
}

/** The case's snapshot, read consistently; undefined when there is no such case. */
export async function loadCase(tableName: string, caseId: string): Promise<StoredCase | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.snapshot(caseId), ConsistentRead: true }),
  )
  return Item ? storedCase(Item) : undefined
}

/** Whether a command of this id was carried out already. */
export async function hasReceipt(tableName: string, caseId: string, commandId: string): Promise<boolean> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.receipt(caseId, commandId), ConsistentRead: true }),
  )
  return Item !== undefined
}

/** The case with its history, its texts and its notices, read consistently; undefined when there is no such case. */
export async function loadCaseFile(tableName: string, caseId: string): Promise<CaseFile | undefined> {
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.snapshot(caseId).pk },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  const snapshot = items.find((item) => item['sk'] === 'S')
  if (!snapshot) return undefined
  const kind = (prefix: string) => items.filter((item) => String(item['sk']).startsWith(prefix))
  const personal = kind('P#').map((item) => item as unknown as Personal)
  return {
    ...storedCase(snapshot),
    events: kind('E#').map((item) => item['event'] as CaseEvent),
    personal: new Map(personal.map((one) => [one.messageId, one])),
    notices: kind('N#') as unknown as NoticeRecord[],
    counted: kind('D#').map((item) => Number(String(item['sk']).slice(2))),
  }
}

function storedCase(item: Record<string, unknown>): StoredCase {
  const armedAt = item['armedAt'] as string | undefined
  return { state: item['state'] as Case, settled: Number(item['settled']), ...(armedAt && { armedAt }) }
}
