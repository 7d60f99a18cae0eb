// Reads a case: its snapshot alone where a decision is made, its whole partition where it is shown or reacted to. Called by
// handle, every page and every consumer.
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import type { CaseFile, NoticeRecord, Personal, StoredCase } from '../case/case-file.ts'
import { FOLD_VERSION, initialCase, replay } from '../case/evolve.ts'
import { isExpired } from './expiry.ts'
import { eventsIn, loadHistory } from './history.ts'
import { keys, table } from './table.ts'

type Stored = Record<string, unknown>

/** A case nobody has written yet. */
export function newCase(caseId: string): StoredCase {
  return { state: initialCase(caseId), settled: 0 }
}

/** The case as it stands, read consistently; undefined when there is no such case. */
export async function loadCase(tableName: string, caseId: string): Promise<StoredCase | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.snapshot(caseId), ConsistentRead: true }),
  )
  return Item && { state: await stateIn(tableName, Item), ...besideState(Item) }
}

/** The state that a snapshot stands for: its own, or its events added up again where another `evolve` had added them up. */
export async function stateIn(tableName: string, snapshot: Stored): Promise<Case> {
  const { id } = snapshot['state'] as Case
  if (isOfThisFold(snapshot)) return snapshot['state'] as Case
  return replay(id, await loadHistory(tableName, id, Number(snapshot['version'])))
}

/** Whether a command of this id was carried out already, and not so long before an instant (ISO, UTC) that it is forgotten. */
export async function hasReceipt(tableName: string, caseId: string, commandId: string, at: string): Promise<boolean> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.receipt(caseId, commandId), ConsistentRead: true }),
  )
  return Item !== undefined && !isExpired(Item, at)
}

/**
 * The case with its history, its notices and the texts whose time is not over at an instant (ISO, UTC), read consistently;
 * undefined when there is no such case.
 */
export async function loadCaseFile(tableName: string, caseId: string, at: string): Promise<CaseFile | undefined> {
  const items = await loadPartition(tableName, caseId)
  const snapshot = items.find((item) => item['sk'] === 'S')
  if (!snapshot) return undefined
  const kind = (prefix: string) => items.filter((item) => String(item['sk']).startsWith(prefix))
  const personal = kind('P#').filter((item) => !isExpired(item, at)) as unknown as Personal[]
  const events = eventsIn(kind('E#'))
  return {
    state: isOfThisFold(snapshot)
      ? (snapshot['state'] as Case)
      : replay(caseId, events.slice(0, Number(snapshot['version']))),
    ...besideState(snapshot),
    events,
    personal: new Map(personal.map((one) => [one.messageId, one])),
    notices: kind('N#') as unknown as NoticeRecord[],
    counted: kind('D#').map((item) => Number(String(item['sk']).slice(2))),
  }
}

async function loadPartition(tableName: string, caseId: string): Promise<Stored[]> {
  const items: Stored[] = []
  let start: Stored | undefined
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
  return items
}

function isOfThisFold(snapshot: Stored): boolean {
  return snapshot['fold'] === FOLD_VERSION
}

/** What a snapshot says beside the state of the case. */
export function besideState(snapshot: Stored): Omit<StoredCase, 'state'> {
  const armedAt = snapshot['armedAt'] as string | undefined
  return { settled: Number(snapshot['settled']), ...(armedAt && { armedAt }) }
}
