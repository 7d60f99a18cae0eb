// Fills a table with cases that are due to be checked, made as the functions make them: most have all they need, some are
// to be reminded of, a few cannot be read. Called by sweep.ts.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { decide } from '../../functions/case/decide.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { countedIn } from '../../functions/statistics/counting.ts'
import { CASES_TOO } from '../../functions/store/count.ts'
import { newCase } from '../../functions/store/load.ts'
import { keys, table } from '../../functions/store/table.ts'
import { pack, unpack } from '../../functions/store/packed.ts'
import { type Item, writesOf } from '../../functions/store/writes.ts'
import type { Region } from '../../regions/schema.ts'
import { inParallel } from '../in-parallel.ts'

const HOUR = 3_600_000
const BATCH = 25
/** One in so many is to be reminded of; one in so many cannot be read. */
const REMINDED = 10
const BROKEN = 500
const PATTERN = '95-260302-00000'

/** Writes cases that wait in triage and were last written ten minutes before `at` (ISO, UTC), or 30 hours. */
export async function writeDueCases(tableName: string, region: Region, count: number, at: string): Promise<void> {
  const [fresh, old] = [later(at, -HOUR / 6), later(at, -30 * HOUR)].map((instant) =>
    triaged(tableName, region, instant),
  )
  const itemsOf = (index: number) => {
    const id = PATTERN.slice(0, -5) + index.toString(36).toUpperCase().padStart(5, '0')
    const { text, state, events } = (index % REMINDED === 0 ? old : fresh)!
    // Which of the control centre was told follows from the number.
    const sent = noticesSent(region, { ...state, id }, events)
    const counted = countedIn(id, events).map((seq): Item => ({ ...keys.counted(id, seq), v: CASES_TOO }))
    const fed: Item = { ...keys.fed(id), upTo: events.length }
    const items = [...(JSON.parse(text.replaceAll(PATTERN, id)) as Item[]).map(packed), ...sent, ...counted, fed]
    return index % BROKEN === 0 ? items.map((item) => (item.sk === 'S' ? { ...item, state: { id } } : item)) : items
  }
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => index * BATCH)
  await inParallel(starts, 4, async (start) => {
    const items = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => itemsOf(start + index)).flat()
    for (let from = 0; from < items.length; from += BATCH) {
      const puts = items.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }))
      await table.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts } }))
    }
  })
}

interface Triaged {
  readonly state: Case
  readonly events: readonly CaseEvent[]
  /** What lies in the table of it but its notices, as JSON. */
  readonly text: string
}

function triaged(tableName: string, region: Region, at: string): Triaged {
  const submit = {
    ...{ type: 'Submit', by: { role: 'citizen' }, messageId: 'M1', channel: 'form' },
    ...{ regime: 'message', language: 'ru', reach: 'none' },
  } as const satisfies Unshown
  const route = {
    ...{ type: 'Route', by: { role: 'system' } },
    routing: { outcome: 'triage', why: 'no topic', because: [] },
  } as unknown as Unshown
  let state = newCase(PATTERN).state
  const items = new Map<string, Item>()
  const happened: CaseEvent[] = []
  for (const command of [submit, route]) {
    const decision = decide(state, givenNow(state, command), at, region)
    if ('refused' in decision) throw new Error(decision.refused)
    const written = writesOf(tableName, { stored: { state, settled: 0 }, events: decision.events, textDays: 1 })
    for (const { write } of written.writes)
      if (write.Put) items.set(write.Put.Item!['sk'] as string, write.Put.Item as Item)
    happened.push(...decision.events)
    state = written.state
  }
  const snapshot = items.get('S')!
  items.set('S', { ...snapshot, checkAt: at })
  return { state, events: happened, text: JSON.stringify([...items.values()].map(unpacked)) }
}

/** With its number in letters, to be replaced. */
function unpacked(item: Item): Item {
  return mapPacked(item, unpack)
}

function packed(item: Item): Item {
  return mapPacked(item, (value) => pack(value as object))
}

function mapPacked({ state, event, ...item }: Item, map: (value: unknown) => unknown): Item {
  const parts = { ...(state !== undefined && { state: map(state) }), ...(event !== undefined && { event: map(event) }) }
  return { ...(item as Item), ...parts }
}

function noticesSent(region: Region, state: Case, events: readonly CaseEvent[]): Item[] {
  return events.flatMap((event, index) =>
    noticesFor(region, state, event).map(({ recipient, kind }) => ({
      ...keys.notice(state.id, index + 1, recipient),
      ...{ seq: index + 1, recipient, kind, status: 'sent', claimedAt: event.at, attempts: 1 },
    })),
  )
}
