// Reads what happened to a case up to an event, and nothing else of it: no texts of anybody, no persons. Called by record,
// bounce, and by load where a snapshot was folded by an older `evolve`.
import type { CaseEvent } from '../case/events.ts'
import { putBack, type Texts } from '../case/texts.ts'
import { upcast } from '../case/upcast.ts'
import { unpack } from './packed.ts'
import { itemsOf, type Stored } from './partition.ts'
import { keys, LAST_SEQ } from './table.ts'

const none: Texts = new Map()

/** All events of a case, read consistently, without anybody's texts. */
export async function loadEvents(tableName: string, caseId: string): Promise<CaseEvent[]> {
  const { pk, sk: first } = keys.event(caseId, 1)
  return eventsIn(await itemsOf(tableName, pk, first, keys.event(caseId, LAST_SEQ).sk), none)
}

/** All events of a case, as above, and up to which of them it stands in the event feed (0 before the first): they lie beside each other. */
export async function loadFedEvents(
  tableName: string,
  caseId: string,
): Promise<{ readonly events: CaseEvent[]; readonly fedUpTo: number }> {
  const { pk, sk: last } = keys.fed(caseId)
  const items = await itemsOf(tableName, pk, keys.event(caseId, 1).sk, last)
  const fed = items.at(-1)?.['sk'] === last ? items.pop() : undefined
  return { events: eventsIn(items, none), fedUpTo: Number(fed?.['upTo'] ?? 0) }
}

/** The events of a case up to one, read consistently, with those texts. @throws Error when one of them is not there. */
export async function loadHistory(tableName: string, caseId: string, seq: number, texts = none): Promise<CaseEvent[]> {
  const { pk, sk: first } = keys.event(caseId, 1)
  const items = await itemsOf(tableName, pk, first, keys.event(caseId, seq).sk)
  if (items.length !== seq) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  return eventsIn(items, texts)
}

/** The events of a case from its items, the first one first, as they would be written today, with those texts. */
export function eventsIn(items: readonly Stored[], texts: Texts): CaseEvent[] {
  return upcast(items.map((item) => ({ v: Number(item['v'] ?? 1), event: putBack(unpack(item['event']), texts) })))
}
