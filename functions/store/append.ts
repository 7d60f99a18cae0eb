// The one writer of cases: one transaction puts the snapshot on condition of its version, the events on condition that
// they are new, and whatever must be true together with them. Two writers can never both succeed.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/events.ts'
import { evolve } from '../case/evolve.ts'
import { checkInstant, instantToArm } from '../case/clocks/waking.ts'
import { endedBy } from '../statistics/measure.ts'
import type { StoredCase } from '../case/case-file.ts'
import { type Key, keys, OPEN, table, ttlAfter } from './table.ts'

export type Item = Key & Record<string, unknown>
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const RECEIPT_DAYS = 16

export type Appended =
  | { readonly outcome: 'done'; readonly state: Case }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'repeated' }
  /** One of the new items was there already, e.g. an idempotency key. */
  | { readonly outcome: 'exists'; readonly item: Item }

export interface Append {
  readonly stored: StoredCase
  readonly events: readonly CaseEvent[]
  readonly tableName: string
  /** Makes a repeated command change nothing. */
  readonly commandId?: string
  /** Items that come into being with the events: personal data, links, idempotency keys. */
  readonly items?: readonly Item[]
}

/** Appends events to a case. @throws whatever DynamoDB throws, except a condition that did not hold. */
export async function append({ stored, events, tableName, commandId, items = [] }: Append): Promise<Appended> {
  const last = events.at(-1)
  if (!last) return { outcome: 'done', state: stored.state }
  let state = stored.state
  const written = events.map((event) => {
    const ends = endedBy(state, event).length > 0
    state = evolve(state, event)
    return { event, ...(ends && { ends }) }
  })
  const arm = instantToArm(state, stored.armedAt, last.at)
  const put = (item: Item): Write => ({
    Put: {
      TableName: tableName,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  })
  const receipt = commandId
    ? [put({ ...keys.receipt(state.id, commandId), ttl: ttlAfter(Date.parse(last.at), RECEIPT_DAYS) })]
    : []
  const writes: Write[] = [
    ...receipt,
    {
      Put: {
        TableName: tableName,
        Item: snapshotItem(state, arm ?? stored.armedAt, stored.settled, last.at),
        ConditionExpression: stored.state.version === 0 ? 'attribute_not_exists(pk)' : 'version = :expected',
        ...(stored.state.version > 0 && { ExpressionAttributeValues: { ':expected': stored.state.version } }),
      },
    },
    ...items.map(put),
    ...written.map((record, index) =>
      put({
        ...keys.event(state.id, stored.state.version + index + 1),
        ...record,
        ...(record.event === last && arm && { arm }),
      }),
    ),
  ]
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }))
    return { outcome: 'done', state }
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    return outcomeOf(error, { receipts: receipt.length, items })
  }
}

/** The snapshot as it is stored; it stays in the index of checks until nothing is due and every reaction was seen to have happened. */
export function snapshotItem(state: Case, armedAt: string | undefined, settled: number, at: string): Item {
  const checkAt = checkInstant(state, settled, at)
  return {
    ...keys.snapshot(state.id),
    version: state.version,
    state,
    settled,
    ...(armedAt && { armedAt }),
    ...(checkAt && { check: OPEN, checkAt }),
  }
}

function outcomeOf(error: TransactionCanceledException, sent: { receipts: number; items: readonly Item[] }): Appended {
  const failed = (error.CancellationReasons ?? []).map((reason) => reason.Code === 'ConditionalCheckFailed')
  if (sent.receipts === 1 && failed[0]) return { outcome: 'repeated' }
  const index = sent.items.findIndex((_, position) => failed[sent.receipts + 1 + position])
  const item = sent.items[index]
  if (item) return { outcome: 'exists', item }
  const conflict = (error.CancellationReasons ?? []).some(
    (reason) => reason.Code === 'ConditionalCheckFailed' || reason.Code === 'TransactionConflict',
  )
  if (!conflict) throw error
  return { outcome: 'conflict' }
}
