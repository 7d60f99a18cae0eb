// Adds to the counters, once for an event: the marks that events were counted and what they add are one transaction, so a
// message may come many times and in any order. Called by the function `record` and npm run rebuild.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { addTo, type Counts } from '../statistics/counters.ts'
import type { Increments } from '../statistics/counting.ts'
import type { Month } from '../statistics/months.ts'
import { idOf } from './read-many.ts'
import { figureKeys, type Key, keys, table } from './table.ts'

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Those who end clocks of the same kind at one moment meet in one counter; the second tries again. */
const ATTEMPTS = 4
/** As much as DynamoDB writes in one transaction. */
const MOST_ITEMS = 100

/** What a mark says was counted. Marks without it are of the time before cases were: they say that clocks were. */
export const CASES_TOO = 2

/** An event, and what it adds. */
export interface Counting {
  readonly caseId: string
  readonly seq: number
  readonly increments: Increments
  /** Months whose sums, if there are any, are no longer true. */
  readonly changed: readonly Month[]
  /** The mark says that its clocks were counted, and no more: what it adds for its case is added, and nothing else. */
  readonly isMarked?: boolean
}

interface Addition {
  readonly key: Key
  readonly counts: Counts
}

/**
 * Counts events that differ, in as few transactions as they fit into.
 * @returns those of them that were not counted before.
 * @throws when the counters stay taken, so that the queue asks again; some of the events may be counted.
 */
export async function countAll<C extends Counting>(tableName: string, countings: readonly C[]): Promise<C[]> {
  const counted: C[] = []
  for (const some of transactionsOf(countings)) counted.push(...(await countAtOnce(tableName, some)))
  return counted
}

async function countAtOnce<C extends Counting>(tableName: string, countings: readonly C[]): Promise<readonly C[]> {
  let left = countings
  for (let attempt = 1; left.length > 0;) {
    const marks = left.map((one) => markOf(tableName, one))
    const additions = sumOf(left.flatMap(additionsOf)).map((one) => update(tableName, one))
    try {
      await table.send(new TransactWriteCommand({ TransactItems: [...marks, ...additions] }))
      return left
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code)
      const uncounted = left.filter((_, index) => reasons[index] !== 'ConditionalCheckFailed')
      if (uncounted.length === left.length) {
        if (attempt === ATTEMPTS || !reasons.includes('TransactionConflict')) throw error
        attempt += 1
      }
      left = uncounted
    }
  }
  return []
}

/** As many events for each transaction as it takes with what they add together. */
function transactionsOf<C extends Counting>(countings: readonly C[]): C[][] {
  const transactions: C[][] = []
  let counters = new Set<string>()
  for (const one of countings) {
    const own = additionsOf(one).map(({ key }) => idOf(key))
    const last = transactions.at(-1)
    const together = counters.union(new Set(own))
    if (last && last.length + 1 + together.size <= MOST_ITEMS) {
      last.push(one)
      counters = together
    } else {
      transactions.push([one])
      counters = new Set(own)
    }
  }
  return transactions
}

function additionsOf({ increments: { clocks, cases, labels }, changed, isMarked = false }: Counting): Addition[] {
  const own = cases.map(({ date, of, counts }) => ({
    key: figureKeys.caseCounter(date, [of.channel, of.topic, of.municipality]),
    counts,
  }))
  const months = changed.map((month) => ({ key: figureKeys.month(month), counts: { changes: 1 } }))
  if (isMarked) return [...own, ...months]
  return [
    ...clocks.map(({ date, of, counts }) => ({
      key: figureKeys.counter(date, [of.clock, of.organisation, of.topic, of.municipality]),
      counts,
    })),
    ...own,
    ...labels.map(({ month, model, counts }) => ({ key: figureKeys.labels(month, model), counts })),
    ...months,
  ]
}

/** One addition to each counter; none where the sum is nothing. */
function sumOf(additions: readonly Addition[]): Addition[] {
  const sums = new Map<string, { readonly key: Key; readonly counts: Record<string, number> }>()
  for (const { key, counts } of additions) {
    const sum = sums.get(idOf(key)) ?? { key, counts: {} }
    sums.set(idOf(key), sum)
    addTo(sum.counts, counts)
  }
  return [...sums.values()].flatMap(({ key, counts: all }) => {
    const counts = Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0))
    return Object.keys(counts).length > 0 ? [{ key, counts }] : []
  })
}

function markOf(tableName: string, { caseId, seq, isMarked = false }: Counting): Write {
  const ConditionExpression = isMarked ? 'attribute_exists(pk) AND attribute_not_exists(v)' : 'attribute_not_exists(pk)'
  return { Put: { TableName: tableName, Item: { ...keys.counted(caseId, seq), v: CASES_TOO }, ConditionExpression } }
}

function update(tableName: string, { key, counts }: Addition): Write {
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
