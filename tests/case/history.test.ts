// What was stored once is read for ever: six lives of schema version 1, as the decider wrote them, add up to these states.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { FOLD_VERSION, replay } from '../../functions/case/evolve.ts'
import { EVENT_VERSION, upcast } from '../../functions/case/upcast.ts'

interface Life {
  readonly id: string
  readonly events: readonly { readonly type: string }[]
}

const lives = JSON.parse(readFileSync(new URL('history-v1.json', import.meta.url), 'utf8')) as Life[]
const eventsOf = (id: string, v = 1) =>
  upcast(lives.find((life) => life.id === id)!.events.map((event) => ({ v, event })))
const one = (id: string, type: CaseEvent['type']) => eventsOf(id).find((event) => event.type === type)
const stored = (id: string, type: CaseEvent['type']) =>
  lives.find((life) => life.id === id)!.events.find((event) => event.type === type)

it('every kind of event there was is in these lives', () => {
  expect(new Set(lives.flatMap(({ events }) => events.map(({ type }) => type))).size).toBe(33)
})

/** A state is the same whatever order its fields were written in. */
const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** What a life adds up to: its last state, and a hash of every state on the way. */
function foldOf({ id }: Life) {
  const events = eventsOf(id)
  const states = events.map((_, index) => replay(id, events.slice(0, index + 1)))
  return { states: createHash('sha256').update(JSON.stringify(states, sorted)).digest('hex'), last: states.at(-1) }
}

it('an old history adds up to what it added up to before', async () => {
  const folds = { version: FOLD_VERSION, lives: lives.map(foldOf) }
  await expect(
    `${JSON.stringify(folds, sorted, 1)}\n`,
    'evolve changed: raise FOLD_VERSION (functions/case/evolve.ts), so that stored cases are added up anew, then write the states again (vitest -u)',
  ).toMatchFileSnapshot('history-v1-states.json')
})

describe('an event of version 1', () => {
  it('received: whether there was an author is how they can be reached', () => {
    const reach = (id: string) => {
      const { author: _, ...rest } = stored(id, 'received') as unknown as { author: boolean }
      return { ...rest, reach: id.endsWith('WAITS') ? 'none' : 'email' }
    }
    for (const id of ['99-260302-PARNT', '99-260302-WAITS']) expect(one(id, 'received')).toEqual(reach(id))
  })

  it('unmerged: it came back to the status before the merge', () => {
    expect(one('99-260302-CHLD2', 'unmerged')).toEqual({ ...stored('99-260302-CHLD2', 'unmerged'), to: 'routing' })
  })

  it('declined: nobody has the case, nobody waits for more time', () => {
    const events = eventsOf('99-260302-DECLN')
    const until = events.findIndex((event) => event.type === 'declined') + 1
    const state = replay('99-260302-DECLN', events.slice(0, until))
    expect(state).toMatchObject({ status: 'triage', assignment: 2 })
    expect([state.organisation, state.responder, state.round.extensionRequest]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('reopened: a declined case went back to whoever had declined it, any other stayed where it was', () => {
    const reopened = stored('99-260302-DECLN', 'reopened')
    expect(one('99-260302-DECLN', 'reopened')).toEqual({ ...reopened, organisation: 'north-office' })
    expect(one('99-260302-PARNT', 'reopened')).toEqual(stored('99-260302-PARNT', 'reopened'))
    expect(replay('99-260302-DECLN', eventsOf('99-260302-DECLN'))).toMatchObject({
      ...{ status: 'in_progress', organisation: 'north-office', responder: 'north-office-responder' },
    })
  })

  it.each(['closed', 'rejected'] as const)('%s: the cases merged into it are named', (type) => {
    const parent = lives.find(({ id }) => id === '99-260302-PARNT')!.events
    const until = parent.findIndex((event) => event.type === 'parted') + 1
    const end = { type, at: '2026-03-05T10:00:00.000Z', by: { role: 'operator', id: 'operator-1' } }
    const events = upcast([...parent.slice(0, until), end].map((event) => ({ v: 1, event })))
    expect(events.at(-1)).toEqual({ ...end, children: ['99-260302-CHLD1'] })
    expect(upcast([parent[0]!, end].map((event) => ({ v: 1, event }))).at(-1)).toEqual(end)
  })
})

it('events of today are read as they are, alone and after older ones', () => {
  const { events } = lives[0]!
  const today = eventsOf(lives[0]!.id).map((event) => ({ v: EVENT_VERSION, event }))
  expect(upcast(today)).toEqual(today.map(({ event }) => event))
  const mixed = [...events.slice(0, 9).map((event) => ({ v: 1, event })), ...today.slice(9)]
  expect(upcast(mixed)).toEqual(today.map(({ event }) => event))
})
