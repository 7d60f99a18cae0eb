// The writes that put an answer on the public pages, change it there or take it off, for the transaction of the events that do: what
// is not published any more is gone for its next reader. Called by handle.
import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../case/case.ts'
import { type PublicAnswer, publicAnswerOf } from '../case/publication.ts'
import { shorten } from '../language/shorten.ts'
import type { Region } from '../../regions/schema.ts'
import { textDaysOf, ttlAfter } from './expiry.ts'
import { keys } from './table.ts'
import { listsWith } from './public-lists.ts'
import type { CaseWrite, Item } from './writes.ts'

/** How much of a text a list shows (characters). */
const EXCERPT = 300

/**
 * What follows on the public pages from a case's change at an instant (ISO, UTC). An answer ends with the words that it was made of: as
 * long after the message as personal data are kept.
 */
export function publishingWrites(
  tableName: string,
  region: Region,
  before: Case,
  after: Case,
  at: string,
): CaseWrite[] {
  const [old, fresh] = [publicAnswerOf(region, before), publicAnswerOf(region, after)]
  if (isDeepStrictEqual(old, fresh)) return []
  const ttl = ttlAfter(after.receivedAt, textDaysOf(region, after))
  const over = { ttl: ttlAfter(at, -1) }
  const items = fresh
    ? itemsOf(fresh).map((item) => ({ ...item, ttl }))
    : itemsOf(old!).map(({ pk, sk }) => ({ pk, sk, ...over }))
  return items.map((item: Item) => ({ of: item, write: { Put: { TableName: tableName, Item: item } } }))
}

function itemsOf(answer: PublicAnswer): Item[] {
  const entry = { ...answer, question: shorten(answer.question, EXCERPT), text: shorten(answer.text, EXCERPT) }
  return [
    { ...keys.publicAnswer(answer.as), answer },
    ...listsWith(answer).map((list) => ({ ...keys.publicEntry(list, answer.since, answer.as), answer: entry })),
  ]
}
