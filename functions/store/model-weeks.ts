// Keeps what came of each week's training, for the console and for whoever asks whether a week is done. Called by the functions `learn` and `admin`.
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { modelKeys, table } from './table.ts'
import type { TransactWrite } from './write-all-if.ts'
import { writeIfHolds } from './write-if.ts'

/** How two models fared on the same messages: right ones of each, and those in which only one was right. */
interface NotedPairs {
  readonly rows: number
  readonly current: number
  readonly candidate: number
  readonly better: number
  readonly worse: number
  /** For each day with a difference, by how many more the candidate was right; undefined in weeks of before November 2026. */
  readonly byDay?: readonly number[]
}

/** Of how many, and how many times. */
interface NotedShare {
  readonly of: number
  readonly times: number
}

/** Figures alone: no text, no author, no case. */
export interface ModelWeek {
  /** ISO 8601, "2026-W48". */
  readonly week: string
  /** ISO, UTC. */
  readonly at: string
  /** `held back`: better, but somebody said that routing is to do without a model. */
  readonly outcome: 'promoted' | 'held back' | 'not better' | 'too few' | 'seen'
  /** Messages that were learned from, and those of the newest month that it was measured on. */
  readonly learned: number
  readonly unseen: number
  /** The model in force; none where key words decided. */
  readonly current?: string
  readonly candidate?: string
  readonly topics?: NotedPairs
  readonly chance?: number
  readonly organisations?: NotedPairs
  readonly corrected?: NotedShare
  readonly otherwise?: NotedShare
  readonly unknownWords?: NotedShare
  readonly unknownTopics?: NotedShare
  readonly signs?: readonly string[]
}

/** The newest first, at most so many. */
export async function modelWeeks(tableName: string, most: number): Promise<ModelWeek[]> {
  const { pk, sk } = modelKeys.week('')
  const { Items = [] } = await table.send(
    new QueryCommand({
      ...{ TableName: tableName, ScanIndexForward: false, Limit: most, ConsistentRead: true },
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    }),
  )
  return Items.map(({ noted }) => noted as ModelWeek)
}

/** The same as part of a change that happens as a whole. */
export function weekWrite(tableName: string, noted: ModelWeek): TransactWrite {
  return { Put: weekItem(tableName, noted) }
}

/** @returns false where the week was noted before */
export function noteWeek(tableName: string, noted: ModelWeek): Promise<boolean> {
  return writeIfHolds(new PutCommand(weekItem(tableName, noted)))
}

function weekItem(tableName: string, noted: ModelWeek) {
  return {
    TableName: tableName,
    Item: { ...modelKeys.week(noted.week), noted },
    ConditionExpression: 'attribute_not_exists(pk)',
  }
}
