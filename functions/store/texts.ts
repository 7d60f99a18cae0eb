// What people wrote in the events of a case, as it is stored: one item an event, with a time to live of its own. Called by
// whatever writes or reads events.
import { type Kept, mapKept, named, type Texts } from '../case/texts.ts'
import { isExpired, ttlAfter } from './expiry.ts'
import { keys } from './table.ts'

type Stored = Record<string, unknown>

/** The item of what an event brought. @param at the instant of the event (ISO, UTC) @param days how long it is kept */
export function textsItem(caseId: string, seq: number, texts: readonly Kept[], at: string, days: number) {
  return { ...keys.texts(caseId, seq), texts, ttl: ttlAfter(at, days) }
}

/** The texts in these items whose time is not over at an instant (ISO, UTC); other items are passed over. */
export function textsIn(items: readonly Stored[], at: string): Texts {
  const own = items.filter((item) => String(item['sk']).startsWith('T#') && !isExpired(item, at))
  return new Map(
    own.flatMap((item) => named(Number(String(item['sk']).slice(2)), (item['texts'] as Kept[] | undefined) ?? [])),
  )
}

/** Whether an event still holds its texts itself: it was written before they were kept apart. */
export function hasTextWithin(event: unknown): boolean {
  let found = false
  mapKept(event, (kept) => {
    found ||= kept !== ''
    return kept
  })
  return found
}
