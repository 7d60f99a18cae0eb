// Which queues an event goes to, with which messages, and what the sweep sees missing of it.
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import {
  awaitedChildren,
  type Glance,
  missingOf,
  type Reaction,
  reactions,
  type Seen,
  unsettledOf,
} from '../../functions/case/reactions.ts'
import { littleRegion } from '../little-region.ts'
import { assign, submit } from './commands.ts'
import { given } from './story.ts'

const parent = '99-260302-AAAAA'
const at = '2026-03-02T09:00:00.000Z'
const children = (count: number) => Array.from({ length: count }, (_, index) => `99-260302-${String(index + 10000)}`)
const sent = (event: Omit<Glance, 'caseId' | 'seq'>) =>
  reactions.flatMap(({ name, concerns, messages }) => {
    const glance = { ...event, caseId: parent, seq: 3 }
    return concerns(glance) ? messages(glance).map((message) => [name, message] as const) : []
  })
const of = (more: object = {}) => ({ v: 1, caseId: parent, seq: 3, ...more })

describe('an event goes to', () => {
  it.each([
    ['received, not moderated', { type: 'received', moderated: false }, ['routing', 'record']],
    ['received, moderated', { type: 'received', moderated: true }, ['notice', 'record']],
    ['admitted', { type: 'admitted' }, ['routing', 'record']],
    ['unmerged to routing', { type: 'unmerged', to: 'routing' }, ['routing', 'notice', 'record']],
    ['unmerged to work', { type: 'unmerged', to: 'in_progress' }, ['notice', 'record']],
    ['rejected alone, which is counted and followed', { type: 'rejected', counts: true }, ['notice', 'record']],
    ['warned, which counts for nothing and is not followed', { type: 'warned' }, ['notice']],
    ['joined, which is counted and not followed', { type: 'joined', counts: true }, ['record']],
    ['noted', { type: 'noted' }, []],
  ] as const)('%s', (_, event, expected) => expect(sent(event)).toEqual(expected.map((name) => [name, of()])))

  it.each(['answer_approved', 'rejected', 'closed'] as const)(
    'the routing queue once for each of the thousand cases merged into one that was %s',
    (type) => {
      const ids = children(1_000)
      expect(sent({ type, children: ids }).filter(([name]) => name === 'routing')).toEqual(
        ids.map((child) => ['routing', of({ child })]),
      )
    },
  )
})

describe('the sweep asks again', () => {
  const approved = {
    type: 'answer_approved',
    at,
    by: { role: 'moderator' },
    text: 'Сделано.',
    kind: 'final',
    edited: false,
  } as const
  const file = (events: readonly CaseEvent[], more: Partial<CaseFile> = {}): CaseFile => ({
    ...{ state: { ...initialCase(parent), status: 'resolved', version: events.length }, settled: 0, events },
    ...{ personal: new Map(), notices: [], counted: [], fedUpTo: 0, ...more },
  })
  const [routing] = reactions
  const seen = (of: CaseFile, states: Record<string, object>) => ({
    ...{ region: littleRegion(), file: of, at },
    children: new Map(Object.entries(states)) as never,
  })

  const missing = (what: Seen, reaction: Reaction = routing) => missingOf(reaction, unsettledOf(what.file), what)

  it('for the one child of 25 that is still merged into the parent, and for no other', () => {
    const ids = children(25)
    const states = Object.fromEntries(ids.map((id) => [id, { status: 'resolved' }]))
    const lost = { status: 'merged', mergedInto: parent }
    const again = { ...lost, mergedAt: later(at, 1) }
    const elsewhere = { status: 'merged', mergedInto: '99-260302-BBBBB' }
    const cluster = file([{ ...approved, children: ids }])
    expect(awaitedChildren(cluster)).toEqual(ids)
    expect(missing(seen(cluster, { ...states, [ids[7]!]: lost, [ids[8]!]: elsewhere, [ids[9]!]: again }))).toEqual([
      { v: 1, caseId: parent, seq: 1, child: ids[7] },
    ])
  })

  it('for no child of an event that is settled', () => {
    const cluster = file([{ ...approved, children: children(2) }], { settled: 1 })
    expect(awaitedChildren(cluster)).toEqual([])
    expect(missing(seen(cluster, {}))).toEqual([])
  })

  it('for a case that came back from a merge to routing and stayed there', () => {
    const unmerged = { type: 'unmerged', at, by: { role: 'operator' }, to: 'routing' } as unknown as CaseEvent
    const stuck = file([unmerged], { state: { ...initialCase(parent), status: 'routing', version: 1 } })
    expect(missing(seen(stuck, {}))).toEqual([{ v: 1, caseId: parent, seq: 1 }])
  })

  it('for what was not counted, or does not stand in the event feed', () => {
    const { events, state } = given(submit(), assign())
    const record = reactions.find(({ name }) => name === 'record')!
    const seqs = (of: Partial<CaseFile>) =>
      missing(seen(file(events, { state, ...of }), {}), record).map(({ seq }) => seq)
    expect([
      seqs({ counted: [1, 2], fedUpTo: 2 }),
      seqs({ counted: [1], fedUpTo: 2 }),
      seqs({ counted: [1, 2], fedUpTo: 1 }),
      seqs({ counted: [1, 2] }),
    ]).toEqual([[], [2], [2], [1, 2]])
  })
})

it('every reaction has a queue of its own', () => {
  expect(reactions.map(({ name, queue }) => [name, queue])).toEqual([
    ['routing', 'ROUTING_QUEUE_URL'],
    ['notice', 'NOTICES_QUEUE_URL'],
    ['record', 'RECORDS_QUEUE_URL'],
    ['photo', 'PHOTOS_QUEUE_URL'],
  ])
})
