// Reading a case: what is past its time is not there, deleted or not, and what an older `evolve` added up is not believed.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { FOLD_VERSION, replay } from '../../functions/case/evolve.ts'
import { EVENT_VERSION, upcast } from '../../functions/case/upcast.ts'
import { append } from '../../functions/store/append.ts'
import { loadHistory } from '../../functions/store/history.ts'
import { loadCase, loadCaseFile } from '../../functions/store/load.ts'
import { unpack } from '../../functions/store/packed.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, freshId, monday, operator, submit, write } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const second = (seconds: number) => new Date(seconds * 1000).toISOString()
const ttl = Date.parse('2026-06-01T00:00:00Z') / 1000

describe('a case’s file', () => {
  it('holds all that is stored of it, in the order it happened', async () => {
    const state = await write(at.tableName, [submit, assign])
    const words = { messageId: 'M1', text: 'Яма.', ttl }
    const record = { seq: 2, recipient: 'citizen', kind: 'assigned', status: 'sent', claimedAt: monday, attempts: 1 }
    await at.put({ ...keys.personal(state.id, 'M1'), ...words })
    await at.put({ ...keys.notice(state.id, 2, 'citizen'), ...record })
    await at.put(keys.counted(state.id, 2))
    const snapshot = (await at.get(keys.snapshot(state.id)))!
    expect(await loadCaseFile(at.tableName, state.id, monday)).toEqual({
      ...{ state, settled: 0, armedAt: snapshot['armedAt'], counted: [2], fedUpTo: 0, photosGoneUpTo: 0 },
      refusedPhotos: [],
      worded: [],
      events: (await at.partition(state.id)).slice(1, 3).map((item) => unpack(item['event'])),
      personal: new Map([['M1', { ...keys.personal(state.id, 'M1'), ...words }]]),
      notices: [{ ...keys.notice(state.id, 2, 'citizen'), ...record }],
    })
    expect(state.clocks.finalAnswer!.due).toBe(snapshot['armedAt'])
  })

  it('has the citizen’s words to the last second of their time', async () => {
    const { id } = await write(at.tableName, [submit])
    await at.put({ ...keys.personal(id, 'M1'), messageId: 'M1', text: 'Яма.', ttl })
    await at.put({ ...keys.personal(id, 'M2'), messageId: 'M2', text: 'Навсегда.' })
    const known = async (instant: string) => [...(await loadCaseFile(at.tableName, id, instant))!.personal.keys()]
    expect(await known(second(ttl))).toEqual(['M1', 'M2'])
    expect(await known(second(ttl + 1))).toEqual(['M2'])
  })

  it('is read whole when it is longer than one answer of the table', async () => {
    const state = await write(at.tableName, [submit, assign])
    for (const messageId of ['M1', 'M2', 'M3', 'M4'])
      await at.put({ ...keys.personal(state.id, messageId), messageId, text: 'я'.repeat(190_000) })
    const file = (await loadCaseFile(at.tableName, state.id, monday))!
    expect([file.events.length, file.personal.size, file.state]).toEqual([2, 4, state])
  })

  it('of a case that is not there is not there', async () => {
    expect(await loadCaseFile(at.tableName, freshId(), monday)).toBeUndefined()
    expect(await loadCase(at.tableName, freshId(), monday)).toBeUndefined()
  })
})

describe('a history', () => {
  it('is read up to an event, and no further', async () => {
    const { id } = await write(at.tableName, [submit, assign, { type: 'Accept', by: operator }])
    expect((await loadHistory(at.tableName, id, 2)).map(({ type }) => type)).toEqual(['received', 'assigned'])
  })

  it('is asked for again when an event is not there', async () => {
    const { id } = await write(at.tableName, [submit, assign])
    await expect(loadHistory(at.tableName, id, 3)).rejects.toThrow(`The event 3 of the case ${id} is not there.`)
  })
})

describe('a case that was written before', () => {
  const lives = JSON.parse(readFileSync(new URL('../case/history-v1.json', import.meta.url), 'utf8')) as {
    readonly id: string
    readonly events: readonly CaseEvent[]
  }[]
  const { id, events } = lives[0]!
  const armedAt = '2026-03-13T15:00:00.000Z'
  const today = upcast(events.map((event) => ({ v: 1, event })))
  const rebuilt = replay(id, today)

  /** As version 1 stored it: no version of events, no version of the fold, another state. */
  const putOld = async () => {
    const state = { ...rebuilt, status: 'closed', author: true, assignment: 99 }
    for (const [index, event] of events.entries()) await at.put({ ...keys.event(id, index + 1), event })
    await at.put({ ...keys.snapshot(id), version: events.length, state, settled: 7, armedAt })
  }

  it('is added up from its events, wherever it is read', async () => {
    await putOld()
    expect(await loadCase(at.tableName, id, monday)).toEqual({ state: rebuilt, settled: 7, armedAt })
    const file = (await loadCaseFile(at.tableName, id, monday))!
    expect([file.state, file.events, file.settled]).toEqual([rebuilt, today, 7])
  })

  it('is added up to the version of its snapshot: a later event belongs to a later one', async () => {
    await putOld()
    const later: CaseEvent = { type: 'noted', at: '2026-03-17T09:00:00.000Z', by: operator, text: 'Позже.' }
    await at.put({ ...keys.event(id, events.length + 1), v: EVENT_VERSION, event: later })
    expect((await loadCaseFile(at.tableName, id, monday))!.state).toEqual(rebuilt)
    expect((await loadCase(at.tableName, id, monday))!.state).toEqual(rebuilt)
    await at.remove(keys.event(id, events.length + 1))
  })

  it('is stored anew by the next who writes', async () => {
    await putOld()
    const stored = (await loadCase(at.tableName, id, monday))!
    const note: CaseEvent = { type: 'noted', at: '2026-03-17T09:00:00.000Z', by: operator, text: 'Позже.' }
    const appended = await append(at.tableName, { stored, events: [note], textDays: 30 })
    expect(await at.get(keys.snapshot(id))).toMatchObject({
      ...{ version: events.length + 1, fold: FOLD_VERSION, settled: 7, armedAt },
    })
    expect((await loadCase(at.tableName, id, monday))!.state).toEqual('state' in appended && appended.state)
    expect(JSON.stringify(await at.get(keys.snapshot(id)))).not.toContain('Заделали')
  })

  it('and whose snapshot is of today is read as it lies there', async () => {
    const state = await write(at.tableName, [submit])
    const snapshot = (await at.get(keys.snapshot(state.id)))!
    await at.put({ ...snapshot, state: { ...state, assignment: 7 } })
    expect((await loadCase(at.tableName, state.id, monday))!.state.assignment).toBe(7)
    expect((await loadCaseFile(at.tableName, state.id, monday))!.state.assignment).toBe(7)
  })
})
