// Adds to the counters, once for an event: the mark that it was counted and the additions are one transaction, so a
// message may come many times and in any order. Called by the function `record` and npm run rebuild.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Counts } from '../statistics/counters.ts'
import type { Increments } from '../statistics/counting.ts'
import type { Month } from '../statistics/months.ts'
import { figureKeys, type Key, keys, table } from './table.ts'

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Two cases that end a clock of the same kind at one moment meet in one counter; the second tries again. */
const ATTEMPTS = 4

/** What a mark says was counted. Marks without it are of the time before cases were: they say that clocks were. */
export const CASES_TOO = 2

/**
 * @param changed months whose sums, if there are any, are no longer true
 * @returns false when the event was counted before.
 * @throws when the counters stay taken, so that the queue asks again.
 */
export function countOnce(
  tableName: string,
  caseId: string,
  seq: number,
  increments: Increments,
  changed: readonly Month[] = [],
): Promise<boolean> {
  return write(tableName, markOf(tableName, caseId, seq, 'attribute_not_exists(pk)'), increments, changed)
}

/** Adds what an event counts for its case, where the mark says that its clocks were counted and no more. */
export function countCaseOnce(
  tableName: string,
  caseId: string,
  seq: number,
  { cases }: Increments,
  changed: readonly Month[],
): Promise<boolean> {
  const mark = markOf(tableName, caseId, seq, 'attribute_exists(pk) AND attribute_not_exists(v)')
  return write(tableName, mark, { clocks: [], cases, labels: [] }, changed)
}

async function write(
  tableName: string,
  mark: Write,
  { clocks, cases, labels }: Increments,
  changed: readonly Month[],
): Promise<boolean> {
  const TransactItems = [
    mark,
    ...clocks.map(({ date, of, counts }) =>
      addition(tableName, figureKeys.counter(date, [of.clock, of.organisation, of.topic, of.municipality]), counts),
    ),
    ...cases.map(({ date, of, counts }) =>
      addition(tableName, figureKeys.caseCounter(date, [of.channel, of.topic, of.municipality]), counts),
    ),
    ...labels.map(({ month, model, counts }) => addition(tableName, figureKeys.labels(month, model), counts)),
    ...changed.map((month) => addition(tableName, figureKeys.month(month), { changes: 1 })),
  ]
  for (let attempt = 1; ; attempt += 1) {
    try {
      await table.send(new TransactWriteCommand({ TransactItems }))
      return true
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code)
      if (reasons[0] === 'ConditionalCheckFailed') return false
      if (attempt === ATTEMPTS || !reasons.includes('TransactionConflict')) throw error
    }
  }
}

function markOf(tableName: string, caseId: string, seq: number, ConditionExpression: string): Write {
  return { Put: { TableName: tableName, Item: { ...keys.counted(caseId, seq), v: CASES_TOO }, ConditionExpression } }
}

function addition(tableName: string, key: Key, counts: Counts): Write {
  const entries = Object.entries(counts)
  return {
    Update: {
      TableName: tableName,
      Key: key,
      UpdateExpression: `ADD ${entries.map((_, index) => `#${index} :${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, amount], index) => [`:${index}`, amount])),
    },
  }
}
