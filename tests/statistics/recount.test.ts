// The counters are exact: whatever lives cases have, and however often and in whatever order their events are delivered,
// what is counted is what a recount by hand finds in the events of real cases.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../functions/case/actor.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { replay } from '../../functions/case/evolve.ts'
import { type Counter, type Counts, incrementOf } from '../../functions/statistics/counters.ts'
import { figuresOf } from '../../functions/statistics/figures.ts'
import { boundsInHours } from '../../functions/statistics/histogram.ts'
import { endingsIn, measurementsOf } from '../../functions/statistics/measure.ts'
import type { Region } from '../../regions/schema.ts'
import { live, steps } from '../case/random-case.ts'
import { littleRegion } from '../little-region.ts'
import { type Counted, recount } from './naive-recount.ts'
import { sum } from './sum.ts'

const HOUR = 3_600_000
const { policy } = littleRegion()
const { message, statutory } = policy.terms
const regions = [
  littleRegion(),
  littleRegion({
    moderateMessages: true,
    clarification: { ...policy.clarification, message: { max: 2, onSilence: 'resume' } },
    extension: {
      ...policy.extension,
      message: { max: 2, term: { amount: 2, unit: 'working days' }, grantedBy: 'automatic' },
    },
  }),
  littleRegion({ terms: { message: { ...message, finalAnswer: { amount: 30, unit: 'calendar days' } }, statutory } }),
]

/** What brings a case on, by those who may, a few acts at a time: random commands alone seldom reach an answer. */
const by: Actor = { role: 'operator', id: 'operator-1' }
const responder: Actor = { role: 'responder', id: 'north-office-responder' }
const assign: Unshown = {
  type: 'Assign',
  by,
  organisation: 'north-office',
  topic: 'roads.pothole',
  municipality: 'north',
}
const done: Unshown = { type: 'Answer', by, text: 'Сделано.', sort: 'done' }
const promised: Unshown = { type: 'Answer', by, text: 'Начали.', sort: 'promised', promisedFor: '2026-03-10' }
const acts: readonly (readonly Unshown[])[] = [
  [{ type: 'Admit', by }, assign],
  [assign, { type: 'Accept', by }],
  [assign],
  [{ type: 'Assign', by, organisation: 'health', topic: 'health.queue' }],
  [{ type: 'HandOver', by, organisation: 'south-office', reason: 'Ваш участок.' }],
  [{ type: 'Decline', by, reason: 'Не наше.' }],
  [{ type: 'AskCitizen', by, question: 'Где?' }],
  [{ type: 'Clarify', by, messageId: 'M2' }],
  [
    { type: 'RequestExtension', by: responder, reason: 'Нет бригады.' },
    { type: 'GrantExtension', by },
  ],
  [promised, { type: 'ApproveAnswer', by }],
  [done, { type: 'ApproveAnswer', by }],
  [done, { type: 'ReturnAnswer', by, reason: 'Какая улица?' }],
  [{ type: 'Merge', by, into: '99-260302-AAAAA' }],
  [{ type: 'Unmerge', by }],
  [{ type: 'Reopen', by, reason: 'Не помогло.' }],
  [{ type: 'Tick', by: { role: 'system' } }],
]
const helped = fc
  .array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 0, max: 1_500 })), { minLength: 3, maxLength: 25 })
  .map((plan) => plan.flatMap(([commands, minutes]) => commands.map((command) => ({ command, minutes }))))
const histories = fc
  .array(
    fc.record({
      author: fc.boolean(),
      plan: fc.oneof(steps, helped, helped),
      test: fc.oneof(fc.constant(false), fc.constant(false), fc.boolean()),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((lives) =>
    fc.constantFrom(...regions).map((region) => ({
      region,
      cases: lives.map(({ author, plan, test }) => live(region, author, plan, test).flatMap((step) => step.events)),
    })),
  )
/** Every event that ends a clock is delivered twice, in any order. */
const deliveries = histories.chain(({ region, cases }) => {
  const all = cases.flatMap((events, index) => endingsIn('C', events).map((seq) => ({ index, seq })))
  const twice = [...all, ...all]
  return fc.shuffledSubarray(twice, { minLength: twice.length }).map((order) => new World(region, cases, order))
})

class World {
  readonly region
  readonly cases
  readonly order
  constructor(region: Region, cases: readonly CaseEvent[][], order: readonly { index: number; seq: number }[]) {
    this.region = region
    this.cases = cases
    this.order = order
  }
  [fc.toStringMethod]() {
    return this.cases.map((events) => events.map(({ at, type }) => `\n  ${at} ${type}`).join('')).join('\n')
  }
}

/** What the function does, with a table in memory. */
function countersFrom({ region, cases, order }: World): Map<string, Counts> {
  const marks = new Set<string>()
  const counters = new Map<string, Counts>()
  for (const { index, seq } of order) {
    if (marks.has(`${index}#${seq}`)) continue
    marks.add(`${index}#${seq}`)
    const events = cases[index]!
    const increments = measurementsOf(region, replay('C', events.slice(0, seq - 1)), events[seq - 1]!).map(incrementOf)
    expect(new Set(increments.map(keyOf)).size, 'a transaction names no counter twice').toBe(increments.length)
    expect(increments.length, 'what is asked for is counted').toBeGreaterThan(0)
    for (const one of increments) counters.set(keyOf(one), sum([counters.get(keyOf(one)) ?? {}, one.counts]))
  }
  return counters
}

const isTest = ([first]: readonly CaseEvent[]) => first?.type === 'received' && first.test === true

const keyOf = ({ date, of }: Counter) =>
  [date, of.clock, of.organisation ?? '-', of.topic ?? '-', of.municipality ?? '-'].join('#')

function figuresByHand(counted: readonly Counted[]) {
  const ended = counted.filter(({ outcome }) => outcome !== 'cancelled')
  const number = (of: (one: Counted) => boolean) => ended.filter(of).length
  const times = (calendar: boolean) => ended.filter((one) => one.calendar === calendar).map(({ ms }) => ms)
  const summary = (all: number[]) => ({
    medianHours: boundAt(all, 0.5),
    p90Hours: boundAt(all, 0.9),
    meanHours: all.length ? Number((all.reduce((a, b) => a + b, 0) / all.length / HOUR).toFixed(2)) : null,
  })
  const onTime = number(({ outcome }) => outcome === 'on time')
  return {
    ended: ended.length,
    onTime,
    late: ended.length - onTime,
    onTimeShare: ended.length ? Number((onTime / ended.length).toFixed(4)) : null,
    paused: number((one) => one.paused),
    extended: number((one) => one.extended),
    cancelled: counted.length - ended.length,
    ...summary(times(false)),
    inCalendarTime: times(true).length ? { ended: times(true).length, ...summary(times(true)) } : null,
  }
}

/** The bound above the time of rank ⌈share × n⌉. */
function boundAt(times: readonly number[], share: number): number | null {
  const ranked = times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1]
  return ranked === undefined ? null : boundsInHours.find((bound) => ranked <= bound * HOUR)!
}

describe('the counters', () => {
  it('equal a recount from the events, for each day and subject and over all', () => {
    const seen = new Set<string>()
    let tests = 0
    fc.assert(
      fc.property(deliveries, (world) => {
        const byHand = world.cases.filter((events) => !isTest(events)).flatMap((events) => recount(events))
        tests += world.cases.filter(isTest).length
        const counters = countersFrom(world)
        const groups = Map.groupBy(byHand, ({ key }) => key)
        expect([...counters.keys()].sort()).toEqual([...groups.keys()].sort())
        for (const [key, counts] of counters) expect(figuresOf(counts), key).toEqual(figuresByHand(groups.get(key)!))
        expect(figuresOf(sum(counters.values()))).toEqual(figuresByHand(byHand))
        for (const { key, outcome, paused, extended, calendar } of byHand) {
          const flags = [outcome, paused && 'paused', extended && 'extended', calendar && 'calendar']
          for (const flag of [key.split('#')[1], ...flags]) if (flag) seen.add(flag)
        }
      }),
      { numRuns: 300 },
    )
    // The lives were worth counting: every clock and every outcome was among them, and cases that are in no figure.
    expect(tests).toBeGreaterThan(20)
    const clocks = ['moderation', 'assignment', 'acceptance', 'firstResponse', 'finalAnswer', 'finalAfterInterim']
    const outcomes = ['answerReview', 'on time', 'late', 'cancelled', 'paused', 'extended', 'calendar']
    expect([...seen].sort()).toEqual([...clocks, ...outcomes].sort())
  })
})
