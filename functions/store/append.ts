// The one writer of cases: one transaction puts each snapshot on condition of its version, the events on condition that
// they are new, and whatever must be true together with them. Two writers can never both succeed. Called by `handle` and
// intake.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { table } from './table.ts'
import { type CaseWrite, type Change, type Item, writesOf } from './writes.ts'

type NotAppended =
  /** Somebody else was faster. */
  | { readonly outcome: 'conflict' }
  /** One of the new items was there already, e.g. an idempotency key. */
  | { readonly outcome: 'exists'; readonly item: Item }

export type Appended = { readonly outcome: 'done'; readonly state: Case } | NotAppended
export type AppendedTogether = { readonly outcome: 'done'; readonly states: readonly Case[] } | NotAppended

/**
 * Appends events to a case. @throws whatever DynamoDB throws, except a condition that did not hold.
 * @example
 * const stored = await loadCase(tableName, '95-260302-7K4QF', at)
 * const decision = decide(stored.state, { type: 'Accept', by, assignment: 1 }, at, region)
 * if ('events' in decision) await append(tableName, { stored, events: decision.events, commandId: nonce, textDays: 365 })
 * // { outcome: 'done', state } or { outcome: 'conflict' }: load and decide again
 */
export async function append(tableName: string, change: Change): Promise<Appended> {
  const appended = await appendTogether(tableName, [change])
  return appended.outcome === 'done' ? { outcome: 'done', state: appended.states[0]! } : appended
}

/** Appends to several cases what happened to them by one act: all of it or nothing. @throws like `append`. */
export async function appendTogether(tableName: string, changes: readonly Change[]): Promise<AppendedTogether> {
  const parts = changes.map((change) => writesOf(tableName, change))
  const writes = parts.flatMap((part) => part.writes)
  const states = parts.map(({ state }) => state)
  if (writes.length === 0) return { outcome: 'done', states }
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) }))
    return { outcome: 'done', states }
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    return outcomeOf(error, writes)
  }
}

/** Which of several failed conditions counts: an item before a snapshot. What was done before is no conflict. */
function outcomeOf(error: TransactionCanceledException, writes: readonly CaseWrite[]): NotAppended {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
  const taken = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed').map(({ of }) => of)
  const item = taken.find((of) => typeof of === 'object')
  if (item) return { outcome: 'exists', item }
  if (taken.length > 0 || codes.includes('TransactionConflict')) return { outcome: 'conflict' }
  throw error
}
