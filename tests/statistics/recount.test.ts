// The counters are exact: whatever lives cases have, and however often and in whatever order their events are delivered,
// what is counted is what a recount by hand finds in the events of real cases.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../functions/case/actor.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { Counter, Counts } from '../../functions/statistics/counters.ts'
import { figuresOf } from '../../functions/statistics/figures.ts'
import { boundsInHours } from '../../functions/statistics/histogram.ts'
import { type CaseCounter, caseChanges, isCaseCounted, NOW } from '../../functions/statistics/cases.ts'
import { countedIn, incrementsOf } from '../../functions/statistics/counting.ts'
import type { Region } from '../../regions/schema.ts'
import { live, steps } from '../case/random-case.ts'
import { littleRegion } from '../little-region.ts'
import { recountCases } from './naive-cases.ts'
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
  [assign, { type: 'CorrectTopic', by, topic: 'roads.manhole' }],
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
  [{ type: 'Rate', by: { role: 'citizen' }, score: 2, solved: false, reopen: false }],
  [{ type: 'Rate', by: { role: 'citizen' }, score: 5, solved: true, reopen: false }],
  [{ type: 'Reject', by, reason: 'Не по адресу.' }],
  [{ type: 'Tick', by: { role: 'system' } }],
]
const helped = fc
  .array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 0, max: 1_500 })), { minLength: 3, maxLength: 25 })
  .map((plan) => plan.flatMap(([commands, minutes]) => commands.map((command) => ({ command, minutes }))))
/** What was known when the message came. */
const known = fc.record(
  { channel: fc.constantFrom('form' as const, 'api' as const), topic: fc.constant('roads.manhole') },
  { requiredKeys: ['channel'] },
)
const histories = fc
  .array(
    fc.record({
      author: fc.boolean(),
      plan: fc.oneof(steps, helped, helped),
      test: fc.oneof(fc.constant(false), fc.constant(false), fc.boolean()),
      known,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((lives) =>
    fc.constantFrom(...regions).map((region) => ({
      region,
      cases: lives.map(({ author, plan, test, known }) =>
        live(region, author, plan, test)
          .flatMap((step) => step.events)
          .map((event) => (event.type === 'received' ? { ...event, ...known } : event)),
      ),
    })),
  )
/** Every event that counts is delivered twice, in any order. */
const deliveries = histories.chain(({ region, cases }) => {
  const all = cases.flatMap((events, index) => countedIn('C', events).map((seq) => ({ index, seq })))
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
function countersFrom({ region, cases, order }: World) {
  const marks = new Set<string>()
  const counters = new Map<string, Counts>()
  const ofCases = new Map<string, Counts>()
  for (const { index, seq } of order) {
    if (marks.has(`${index}#${seq}`)) continue
    marks.add(`${index}#${seq}`)
    const events = cases[index]!
    const { clocks, cases: own, labels } = incrementsOf(region, 'C', events.slice(0, seq))
    const named = [...clocks.map(keyOf), ...own.map(caseKeyOf), ...labels.map(({ month }) => month)]
    expect(new Set(named).size, 'a transaction names no counter twice').toBe(named.length)
    expect(named.length, 'what is asked for is counted').toBeGreaterThan(0)
    for (const one of clocks) counters.set(keyOf(one), sum([counters.get(keyOf(one)) ?? {}, one.counts]))
    for (const one of own) ofCases.set(caseKeyOf(one), sum([ofCases.get(caseKeyOf(one)) ?? {}, one.counts]))
  }
  return { counters, ofCases }
}

const isTest = ([first]: readonly CaseEvent[]) => first?.type === 'received' && first.test === true

const keyOf = ({ date, of }: Counter) =>
  [date, of.clock, of.organisation ?? '-', of.topic ?? '-', of.municipality ?? '-'].join('#')

const caseKeyOf = ({ date, of }: CaseCounter) => [date, of.channel, of.topic ?? '-', of.municipality ?? '-'].join('#')

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
    let [tests, corrected] = [0, 0]
    fc.assert(
      fc.property(deliveries, (world) => {
        const byHand = world.cases.filter((events) => !isTest(events)).flatMap((events) => recount(events))
        corrected += world.cases.flat().filter(({ type }) => type === 'topic_corrected').length
        tests += world.cases.filter(isTest).length
        const { counters } = countersFrom(world)
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
    expect(corrected).toBeGreaterThan(20)
    const clocks = ['moderation', 'assignment', 'acceptance', 'firstResponse', 'finalAnswer', 'finalAfterInterim']
    const outcomes = ['answerReview', 'on time', 'late', 'cancelled', 'paused', 'extended', 'calendar']
    expect([...seen].sort()).toEqual([...clocks, ...outcomes].sort())
  })

  it('of cases equal a recount of the whole histories, whatever moved meanwhile', () => {
    const seen = new Set<string>()
    const moved = new Set<string>()
    fc.assert(
      fc.property(deliveries, (world) => {
        const byHand = new Map<string, number>()
        for (const [key, amount] of world.cases
          .filter((events) => !isTest(events))
          .flatMap((events) => [...recountCases(events)]))
          byHand.set(key, (byHand.get(key) ?? 0) + amount)
        const counted = [...countersFrom(world).ofCases].flatMap(([key, counts]) =>
          Object.entries(counts).flatMap(([name, amount]) =>
            amount === 0 ? [] : [[`${key}#${name}`, amount] as const],
          ),
        )
        expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(byHand))
        for (const key of byHand.keys()) seen.add(key.startsWith(NOW) ? NOW : key.split('#').at(-1)!)
        for (const events of world.cases) {
          let state = initialCase('C')
          for (const [index, event] of events.entries()) {
            const changes = caseChanges(world.region, 'C', events.slice(0, index + 1))
            const after = evolve(state, event)
            expect(isCaseCounted(state, event, after), event.type).toBe(changes.length > 0)
            for (const { counts } of changes)
              for (const [name, amount] of Object.entries(counts)) if (amount < 0) moved.add(name)
            state = after
          }
        }
      }),
      { numRuns: 300 },
    )
    const names = [...seen].filter((name) => !/^c\d+$/.test(name))
    expect(names.sort()).toEqual([NOW, 'received', 'reopened', 'rated', 'score', 'solved', 'unanswered'].sort())
    // Some were given another topic after they were counted, and some came back after their end.
    expect([...moved]).toEqual(expect.arrayContaining(['open', 'received', 'unanswered']))
  })
})
