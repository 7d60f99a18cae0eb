// What one case adds to a transaction: its snapshot with its receipts, its events and whatever must be true together with them.
// Called by append.
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import type { StoredCase } from '../case/case-file.ts'
import type { CaseEvent } from '../case/events.ts'
import { evolve, FOLD_VERSION } from '../case/evolve.ts'
import { EVENT_VERSION } from '../case/upcast.ts'
import { listingEntry } from '../case/listing.ts'
import { nearbyEntry } from '../case/nearby.ts'
import { textShelf } from '../case/texts.ts'
import { sideEntry, sideLists, worklistEntry } from '../case/worklist.ts'
import { checkInstant, instantToArm } from '../case/clocks/waking.ts'
import { isCounted } from '../statistics/counting.ts'
import { ifFree } from './expiry.ts'
import { pack } from './packed.ts'
import { withReceipt } from './receipts.ts'
import { type Key, keys, OPEN } from './table.ts'
import { textsItem } from './texts.ts'

export type Item = Key & Record<string, unknown>

/** A write of a transaction, with what it stands for. */
export interface CaseWrite {
  readonly of: 'snapshot' | 'event' | 'texts' | Item
  readonly write: NonNullable<TransactWriteCommandInput['TransactItems']>[number]
}

export interface Change {
  readonly stored: StoredCase
  readonly events: readonly CaseEvent[]
  /** Makes a repeated command change nothing. */
  readonly commandId?: string
  /** Items that come into being with the events: personal data, links, idempotency keys. */
  readonly items?: readonly Item[]
  /** What else the transaction writes. */
  readonly beside?: readonly CaseWrite[]
  /** How long what was written in the events is kept (days): as long as personal data. */
  readonly textDays: number
}

/** The writes of a change, and the case after it; without events nothing is written, no receipt either. */
export function writesOf(tableName: string, change: Change): { state: Case; writes: CaseWrite[] } {
  const { stored, events, commandId, items = [], beside = [], textDays } = change
  const last = events.at(-1)
  if (!last) return { state: stored.state, writes: [] }
  let state = stored.state
  const shelf = textShelf(stored.texts)
  const records = events.map((event) => {
    const before = state
    state = evolve(before, event)
    const counts = isCounted(before, event, state)
    const bare = shelf.takeOut(event, state.version)
    return {
      ...keys.event(state.id, state.version),
      v: EVENT_VERSION,
      event: pack(bare),
      ...(counts && { counts }),
      ...(state.test && { test: true }),
    }
  })
  const arm = instantToArm(state, stored.armedAt, last.at)
  const armedAt = arm ?? stored.armedAt
  const put = (of: CaseWrite['of'], item: Item): CaseWrite => ({
    of,
    write: { Put: { TableName: tableName, Item: item, ...ifFree(last.at) } },
  })
  const receipts = withReceipt(stored.receipts, commandId, last.at)
  const besideIt = { settled: stored.settled, ...(receipts && { receipts }), ...(armedAt && { armedAt }) }
  const { version } = stored.state
  const snapshot = {
    TableName: tableName,
    Item: snapshotItem(state, shelf.takeOut(state, state.version), besideIt, last.at),
    ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :expected',
    ...(version > 0 && { ExpressionAttributeValues: { ':expected': version } }),
  }
  return {
    state,
    writes: [
      { of: 'snapshot', write: { Put: snapshot } },
      ...items.map((item) => put(item, item)),
      ...beside,
      ...records.map((record, index) =>
        put('event', { ...record, ...(index === records.length - 1 && arm && { arm }) }),
      ),
      ...sideWrites(tableName, stored.state, state),
      ...[...shelf.added].map(([seq, texts]) => put('texts', textsItem(state.id, seq, texts, last.at, textDays))),
    ],
  }
}

/** Puts a case on the side lists that it came to, and takes it off those that it left: of a plain life none. */
function sideWrites(tableName: string, before: Case, after: Case): CaseWrite[] {
  return sideLists.flatMap((list): CaseWrite[] => {
    const is = sideEntry(after, list)
    if (sideEntry(before, list)?.workDue === is?.workDue) return []
    const item = { ...keys.onSide(after.id, list), ...is }
    return [{ of: item, write: { Put: { TableName: tableName, Item: item } } }]
  })
}

/** The snapshot as it is stored, of a state and the same without what is kept apart; it stays in the index of checks until nothing is due and every reaction was seen to have happened, in that of worklists while somebody has to act, in that of cells while others may join it, in that of lists for ever. */
export function snapshotItem(state: Case, bare: Case, beside: Omit<StoredCase, 'state' | 'texts'>, at: string): Item {
  const checkAt = checkInstant(state, beside.settled, at)
  return {
    ...keys.snapshot(state.id),
    version: state.version,
    fold: FOLD_VERSION,
    state: pack(bare),
    ...beside,
    ...(checkAt && { check: OPEN, checkAt }),
    ...worklistEntry(state),
    ...nearbyEntry(state),
    ...listingEntry(state),
  }
}
