// The one writer of cases: what lies in the table after it, and what it says when a condition did not hold.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { evolve, FOLD_VERSION } from '../../functions/case/evolve.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { EVENT_VERSION } from '../../functions/case/upcast.ts'
import { append, appendTogether } from '../../functions/store/append.ts'
import { newCase } from '../../functions/store/load.ts'
import { pack } from '../../functions/store/packed.ts'
import { integratorKeys, keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
afterEach(() => void vi.restoreAllMocks())

const instant = '2026-03-02T07:00:00.000Z'
const note = (text: string, when = instant): CaseEvent => ({
  type: 'noted',
  at: when,
  by: { role: 'operator', id: 'operator-1' },
  text,
})
const textDays = 30
let cases = 0
const fresh = () => newCase(`99-260302-${String((cases += 1)).padStart(5, '0')}`)

describe('what is written', () => {
  it('is a snapshot with a receipt, each event without its text and each text, and nothing else', async () => {
    const stored = fresh()
    const { id } = stored.state
    const events = [note('Раз.'), note('Два.')]
    const appended = await append(at.tableName, { textDays, stored, events, commandId: 'c1' })
    const state = events.reduce(evolve, stored.state)
    expect(appended).toEqual({ outcome: 'done', state })
    const days = (count: number) => Date.parse(instant) / 1000 + count * 86_400
    expect(await at.partition(id)).toEqual([
      { ...keys.event(id, 1), v: EVENT_VERSION, event: pack({ ...events[0]!, text: { kept: '1.0' } }) },
      { ...keys.event(id, 2), v: EVENT_VERSION, event: pack({ ...events[1]!, text: { kept: '2.0' } }) },
      {
        ...keys.snapshot(id),
        ...{
          version: 2,
          fold: FOLD_VERSION,
          state: pack(state),
          settled: 0,
          receipts: { c1: days(16) },
          check: 'OPEN',
          checkAt: later(instant, 10 * 60_000),
        },
      },
      { ...keys.texts(id, 1), texts: ['Раз.'], ttl: days(30) },
      { ...keys.texts(id, 2), texts: ['Два.'], ttl: days(30) },
    ])
  })

  it('is nothing, and no receipt either, when nothing happened', async () => {
    const stored = fresh()
    expect(await append(at.tableName, { textDays, stored, events: [], commandId: 'c1' })).toEqual({
      outcome: 'done',
      state: stored.state,
    })
    expect(await at.partition(stored.state.id)).toEqual([])
  })
})

describe('a condition that does not hold', () => {
  const begun = async () => {
    const stored = fresh()
    const appended = await append(at.tableName, { textDays, stored, events: [note('Раз.')], commandId: 'first' })
    if (appended.outcome !== 'done') throw new Error(appended.outcome)
    return { before: stored, now: { ...stored, state: appended.state } }
  }

  it('is a conflict when somebody else was faster, for a new case and for an old one', async () => {
    const { before, now } = await begun()
    expect(await append(at.tableName, { textDays, stored: before, events: [note('Два.')] })).toEqual({
      outcome: 'conflict',
    })
    await append(at.tableName, { textDays, stored: now, events: [note('Два.')] })
    expect(await append(at.tableName, { textDays, stored: now, events: [note('Три.')] })).toEqual({
      outcome: 'conflict',
    })
    expect((await at.get(keys.snapshot(now.state.id)))!['version']).toBe(2)
  })

  it('names the item that was there already', async () => {
    const { before, now } = await begun()
    const items = ['a', 'b'].map((key) => ({ ...integratorKeys.idempotency(now.state.id, key), of: key }))
    await at.put(items[1]!)
    const exists = { outcome: 'exists', item: items[1] }
    expect(await append(at.tableName, { textDays, stored: now, events: [note('Два.')], items })).toEqual(exists)
    expect(await append(at.tableName, { textDays, stored: before, events: [note('Два.')], items })).toEqual(exists)
    expect(await at.get(items[0]!)).toBeUndefined()
  })

  it('is a conflict when an event is there that the snapshot does not know', async () => {
    const { now } = await begun()
    await at.put({ ...keys.event(now.state.id, 2), event: note('Чужое.') })
    expect(await append(at.tableName, { textDays, stored: now, events: [note('Два.')] })).toEqual({
      outcome: 'conflict',
    })
  })

  it('holds for an item whose time is over, to the second', async () => {
    const { now } = await begun()
    const ttl = Date.parse(instant) / 1000 + 86_400
    const item = { ...integratorKeys.idempotency(now.state.id, 'key'), ttl, of: 'new' }
    await at.put({ ...item, of: 'old' })
    const change = (when: number) => ({
      ...{ textDays, stored: now, items: [item] },
      events: [note('Два.', new Date(when * 1000).toISOString())],
    })
    expect(await append(at.tableName, change(ttl))).toEqual({ outcome: 'exists', item })
    expect(await append(at.tableName, change(ttl + 1))).toMatchObject({ outcome: 'done' })
    expect((await at.get(item))!['of']).toBe('new')
  })
})

describe('what DynamoDB says', () => {
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      ...{ message: 'cancelled', $metadata: {} },
      CancellationReasons: codes.map((Code) => ({ Code })),
    })
  const refusedWith = (error: Error) => {
    vi.spyOn(table, 'send').mockRejectedValue(error)
    return append('t', { textDays, stored: fresh(), events: [note('Раз.')], commandId: 'c1' })
  }

  it('of two transactions at once is a conflict', async () => {
    expect(await refusedWith(cancelled('None', 'TransactionConflict', 'None'))).toEqual({ outcome: 'conflict' })
  })

  it('of anything else is thrown', async () => {
    await expect(refusedWith(cancelled('None', 'ValidationError', 'None'))).rejects.toThrow('cancelled')
    await expect(refusedWith(new Error('throttled'))).rejects.toThrow('throttled')
  })
})

describe('several cases at once', () => {
  it('are written all or none', async () => {
    const [one, other] = [fresh(), fresh()]
    const changes = [one, other].map((stored) => ({ textDays, stored, events: [note('Раз.')], commandId: 'both' }))
    const states = changes.map(({ stored, events }) => events.reduce(evolve, stored.state))
    expect(await appendTogether(at.tableName, changes)).toEqual({ outcome: 'done', states })
    expect(await appendTogether(at.tableName, changes)).toEqual({ outcome: 'conflict' })

    const moved = changes.map(({ stored }, index) => ({ textDays, stored: { ...stored, state: states[index]! } }))
    await append(at.tableName, { textDays, stored: moved[1]!.stored, events: [note('Два.')] })
    const late = moved.map((each) => ({ ...each, events: [note('Три.')], commandId: 'late' }))
    expect(await appendTogether(at.tableName, late)).toEqual({ outcome: 'conflict' })
    expect((await at.partition(one.state.id)).map(({ sk }) => sk)).toEqual(['E#000001', 'S', 'T#000001'])
  })
})
