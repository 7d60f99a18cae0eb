// What must be true of every life a case can have, whatever is asked of it and whenever.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { clocksOf, isOfficial, isPaused } from '../../functions/case/clocks/clock.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { publicAnswerOf } from '../../functions/case/publication.ts'
import { open } from '../../functions/case/statuses.ts'
import { evolve, initialCase, replay } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import type { Region } from '../../regions/schema.ts'
import { clockNames } from '../../regions/vocabulary.ts'
import { littleRegion } from '../little-region.ts'
import { live, steps } from './random-case.ts'

const { policy } = littleRegion()
const opened: Region['public'] = { topics: ['roads.*'], answers: ['roads.pothole'], atLeast: 5, embeddedBy: [] }
const regions: Region[] = [
  { ...littleRegion(), public: opened },
  littleRegion({
    moderateMessages: true,
    clarification: { ...policy.clarification, message: { max: 2, onSilence: 'resume' } },
    extension: {
      ...policy.extension,
      message: { max: 2, term: { amount: 2, unit: 'working days' }, grantedBy: 'automatic' },
    },
  }),
]
/** A life of a case; prints as its commands, because a region is too long to read. */
class Life {
  readonly region
  readonly author
  readonly lived
  constructor(index: number, author: boolean, plan: Parameters<typeof live>[2]) {
    this.region = regions[index]!
    this.author = author
    this.lived = live(this.region, author, plan)
  }
  [fc.toStringMethod]() {
    return this.lived
      .map(({ at, command, after }) => `\n  ${at} ${JSON.stringify(command)} -> ${after.status}`)
      .join('')
  }
}
const lives = fc.tuple(fc.nat(regions.length - 1), fc.boolean(), steps).map((args) => new Life(...args))
const many = { numRuns: 600 }

const by = { role: 'system' } as const
const operator = { role: 'operator', id: 'operator-1' } as const
const last = (lived: ReturnType<typeof live>) => lived.at(-1)!.after

describe('every life of a case', () => {
  it('replays to the stored state', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        expect(
          replay(
            last(lived).id,
            lived.flatMap((step) => step.events),
          ),
        ).toEqual(last(lived))
      }),
      many,
    )
  })

  it('survives being stored as JSON', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        expect(JSON.parse(JSON.stringify(last(lived)))).toEqual(last(lived))
      }),
      many,
    )
  })

  it('has a running clock while somebody owes something', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        for (const { after } of lived) {
          const running = Object.entries(after.clocks).filter(([, clock]) => !isPaused(clock))
          if (open.includes(after.status)) expect(running, after.status).not.toEqual([])
          if (['assigned', 'in_progress', 'rework'].includes(after.status)) {
            expect(after.clocks.finalAnswer, after.status).toBeDefined()
            expect(isPaused(after.clocks.finalAnswer!), after.status).toBe(false)
          }
        }
      }),
      many,
    )
  })

  it('wakes nobody once nothing is owed', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        const over = lived.filter(({ after }) => !open.includes(after.status))
        const owed = (state: Case) => clocksOf(state).filter(([name, clock]) => isOfficial(name) && !isPaused(clock))
        for (const { after } of over) expect(owed(after)).toEqual([])
      }),
      many,
    )
  })

  it('never loses its author (but by mail that does not reach them), its messages or its place in the history', () => {
    fc.assert(
      fc.property(lives, ({ lived, author }) => {
        expect(lived.every(({ after }) => after.receivedAt === lived[0]!.at)).toBe(true)
        let arrives = author
        let wanted = true
        for (const event of lived.flatMap(({ events }) => events)) {
          if (event.type === 'mails_stopped' && event.scope === 'course') continue
          if (event.type === 'mails_stopped' || isUnwanted(event)) wanted = false
          else if (event.type === 'address_confirmed') wanted = true
          else arrives &&= !losesAuthor(event)
        }
        expect(last(lived).reach).toBe(arrives && wanted ? 'email' : 'none')
        expect(last(lived).version).toBe(lived.flatMap((step) => step.events).length)
      }),
      many,
    )
  })

  it('keeps its final deadline unless an event that may move it does', () => {
    const moving: CaseEvent['type'][] = [
      'extended',
      'clarified',
      'clarification_expired',
      'answer_returned',
      'answer_approved',
      'reopened',
      'unmerged',
      'joined',
      'rejected',
      'closed',
      'answer_shared',
      'rescheduled',
      'topic_corrected',
    ]
    fc.assert(
      fc.property(lives, ({ lived }) => {
        for (const { before, after, events } of lived) {
          const due = before.clocks.finalAnswer?.due
          const takenUp = before.status === 'clarification' && after.status !== 'clarification'
          if (due && !takenUp && !events.some((event) => moving.includes(event.type)))
            expect(after.clocks.finalAnswer?.due).toBe(due)
        }
      }),
      many,
    )
  })

  it('keeps who has it, its round and its texts when its topic is corrected, and every clock that both topics have one term for', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        for (const { before, after, events } of lived) {
          const [event] = events
          if (events.length > 1 || event?.type !== 'topic_corrected') continue
          const { topic: _, clocks, version: __, updatedAt: ___, ...rest } = after
          const { topic: ____, clocks: was, version: _____, updatedAt: ______, ...same } = before
          expect(rest).toEqual(same)
          expect(after.topic).toBe(event.topic)
          const moved = event.moved.map(({ clock }) => clock)
          for (const name of clockNames)
            expect([name, clocks[name]?.due !== was[name]?.due]).toEqual([name, moved.includes(name)])
        }
      }),
      many,
    )
  })

  it('is left as it stands by a mail that came to nothing, but for a question that waits', () => {
    fc.assert(
      fc.property(lives, ({ lived }) => {
        for (const { before, after, command } of lived.filter((step) => step.command.type === 'ReportBounce')) {
          if (before.status === 'clarification' && JSON.stringify(command).includes('"citizen"')) continue
          expect([after.status, after.clocks, after.assignment]).toEqual([
            before.status,
            before.clocks,
            before.assignment,
          ])
        }
      }),
      many,
    )
  })

  it.each([
    ['whatever happened', many],
    [
      'where a question ended without an answer, and a reminder of before it fell due at once',
      { numRuns: 300, seed: 1280586608 },
    ],
  ])('finds nothing on a second tick at the same instant: %s', (_, runs) => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 60 * 24 * 60 }), ({ region, lived }, minutes) => {
        const at = new Date(Date.parse(last(lived).updatedAt) + minutes * 60_000).toISOString()
        const ticked = tick(last(lived), at, region)
        expect(tick(ticked.state, at, region).events).toEqual([])
      }),
      runs,
    )
  })

  it('misses alike whether the clock ticks once late or many times in between; late it reminds of the answer alike, of the rest no more', () => {
    fc.assert(
      fc.property(lives, fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 8 }), ({ region, lived }, gaps) => {
        const state = last(lived)
        if (!open.includes(state.status) || state.status === 'clarification') return
        let often = state
        let now = Date.parse(state.updatedAt)
        for (const gap of gaps) often = tick(often, new Date((now += gap * 60_000)).toISOString(), region).state
        const at = new Date(now).toISOString()
        const [inTime, late] = [marks(tick(often, at, region).state), marks(tick(state, at, region).state)]
        const least = inTime.map(({ name, escalated, ...mark }, index) => ({
          name,
          ...mark,
          escalated: name === 'finalAnswer' ? escalated : Math.min(escalated, late[index]!.escalated),
        }))
        expect(late).toEqual(least)
      }),
      many,
    )
  })

  it('has a way out of every open state', () => {
    fc.assert(
      fc.property(lives, ({ region, lived }) => {
        const final = bringToEnd(last(lived), region)
        expect(['closed', 'rejected', 'resolved']).toContain(final.status)
      }),
      many,
    )
  })

  it('asks its citizen once what is missing, and takes what they say only while it is asked', () => {
    fc.assert(
      fc.property(lives, ({ region, lived }) => {
        expect(lived.flatMap(({ events }) => events).filter((event) => 'asks' in event).length).toBeLessThanOrEqual(1)
        for (const { before, after, command, events } of lived) {
          if (command.type === 'Supply') expect([before.status, after.missing]).toEqual(['triage', undefined])
          if (before.missing && after.status !== 'triage' && after.status !== 'merged')
            expect(after.missing).toBeUndefined()
          const again = decide(after, givenNow(before, command), after.updatedAt, region)
          if (command.type === 'Supply') expect([events.length, again]).toEqual([1, { refused: 'superseded' }])
        }
      }),
      many,
    )
  })

  it('shows the public nothing but a final answer that still stands, to a topic that is open', () => {
    fc.assert(
      fc.property(lives, ({ region, lived }) => {
        for (const { after } of lived) {
          const shown = publicAnswerOf(region, after)
          expect(shown === undefined).toBe(after.publication === undefined)
          if (!shown) continue
          expect([after.round.answer?.kind, after.erasedAt, shown.topic]).toEqual(['final', undefined, 'roads.pothole'])
          expect(['resolved', 'closed']).toContain(after.status)
        }
      }),
      many,
    )
  })

  it('tells only people the region knows, each once for one event', () => {
    fc.assert(
      fc.property(lives, ({ region, lived }) => {
        for (const { events, after } of lived) {
          for (const event of events) {
            const recipients = noticesFor(region, after, event).map((notice) => notice.recipient)
            expect(new Set(recipients).size).toBe(recipients.length)
            if (after.reach === 'none') expect(recipients).not.toContain('citizen')
          }
        }
      }),
      many,
    )
  })
})

it('evolve takes any event in any state', () => {
  fc.assert(
    fc.property(lives, lives, (one, other) => {
      const events = other.lived.flatMap((step) => step.events)
      expect(events.reduce(evolve, last(one.lived)).version).toBe(last(one.lived).version + events.length)
    }),
    { numRuns: 200 },
  )
})

it('a command before the message is refused', () => {
  expect(
    decide(initialCase('99-260302-CCCCC'), { type: 'Tick', by }, '2026-03-02T06:00:00.000Z', littleRegion()),
  ).toEqual({ refused: 'unknown case' })
})

function isUnwanted(event: CaseEvent): boolean {
  return event.type === 'undelivered' && event.recipient === 'citizen' && event.why === 'unwanted' && event.permanent
}

function losesAuthor(event: CaseEvent): boolean {
  return event.type === 'undelivered' && event.recipient === 'citizen' && (event.permanent || event.why === 'complaint')
}

function tick(state: Case, at: string, region: (typeof regions)[number]) {
  const decision = decide(state, { type: 'Tick', by }, at, region)
  const events = 'events' in decision ? decision.events : []
  return { events, state: events.reduce(evolve, state) }
}

function marks(state: Case) {
  return Object.entries(state.clocks)
    .filter(([name]) => isOfficial(name as never))
    .map(([name, { due, missed, escalated = 0 }]) => ({ name, due, missed, escalated }))
}

/** What a patient operator would do next in each status. */
function bringToEnd(start: Case, region: (typeof regions)[number]): Case {
  let state = start
  for (let turn = 0; turn < 10 && open.concat('merged').includes(state.status); turn += 1) {
    const next: Partial<Record<Case['status'], Unshown>> = {
      received: { type: 'Admit', by: operator },
      routing: { type: 'Assign', by: operator, organisation: 'north-office', topic: 'roads.pothole' },
      triage: { type: 'Assign', by: operator, organisation: 'north-office', topic: 'roads.pothole' },
      assigned: { type: 'Accept', by: operator },
      in_progress: { type: 'Answer', by: operator, text: 'Сделано.', sort: 'done' },
      rework: { type: 'Answer', by: operator, text: 'Сделано.', sort: 'done' },
      clarification: { type: 'Clarify', by: operator, messageId: 'M3' },
      answer_review: { type: 'ApproveAnswer', by: operator },
      merged: { type: 'Unmerge', by: operator },
    }
    const decision = decide(state, givenNow(state, next[state.status]!), state.updatedAt, region)
    if ('refused' in decision) throw new Error(`${state.status}: ${decision.refused}`)
    state = decision.events.reduce(evolve, state)
  }
  return state
}
