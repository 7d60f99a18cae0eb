// What is counted as what, by example. The little region works Monday to Friday, 09:00 to 18:00 in Moscow; 2 March 2026
// is a Monday.
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { replay } from '../../functions/case/evolve.ts'
import { addTo, incrementOf } from '../../functions/statistics/counters.ts'
import { countedIn } from '../../functions/statistics/counting.ts'
import { measurementsOf } from '../../functions/statistics/measure.ts'
import {
  answer as answerWith,
  assign as assignTo,
  operator,
  responder,
  submit,
  system,
  tick,
} from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const HOUR = 3_600_000
const by = operator
const assign = assignTo()
const answer: Unshown = { ...answerWith(), text: 'Яма засыпана.' }
const approve: Unshown = { type: 'ApproveAnswer', by }

type At = readonly [moscow: string, command: Unshown]

/** Lives a case through commands at Moscow times, the first being its message; gives what each clock that ended came to. */
function lived(plan: readonly At[], region = littleRegion(), regime: 'message' | 'statutory' = 'message') {
  const story = new Story(region).given('2026-03-02T09:00', submit({ regime }))
  for (const [moscow, command] of plan) story.given(moscow.replace(' ', 'T'), command)
  const measured = story.events.flatMap((event, index) =>
    measurementsOf(region, replay(story.state.id, story.events.slice(0, index)), event),
  )
  return Object.fromEntries(
    measured.map(({ of: { clock, ...of }, ms, ...rest }) => [clock, { ...rest, ...of, hours: ms / HOUR }]),
  )
}

const north = { organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' }
const { organisation: _, ...northern } = north
const plain = { outcome: 'on time', paused: false, extended: false, unit: 'working' }

describe('a life without trouble', () => {
  const measured = lived([
    ['2026-03-02 10:00', assign],
    ['2026-03-02 12:00', { type: 'Accept', by: responder }],
    ['2026-03-03 11:00', answer],
    ['2026-03-03 16:00', approve],
  ])

  it('measures each clock once, in working time, under whose it was', () => {
    expect(measured).toEqual({
      assignment: { ...plain, ...northern, date: '2026-03-02', hours: 1 },
      acceptance: { ...plain, ...north, date: '2026-03-02', hours: 2 },
      firstResponse: { ...plain, ...north, date: '2026-03-02', hours: 2 },
      finalAnswer: { ...plain, ...north, date: '2026-03-03', hours: 10 },
      answerReview: { ...plain, ...northern, date: '2026-03-03', hours: 5 },
    })
  })
})

it('an end that was taken back is subtracted, and counted when it comes', () => {
  const story = new Story(littleRegion()).given('2026-03-02T09:00', submit(), '2026-03-02T10:00', assign)
  story.given('2026-03-02T12:00', { type: 'Accept', by: responder })
  story.given('2026-03-02T12:05', { type: 'Undo', by: responder, history: story.events })
  story.given('2026-03-02T13:00', { type: 'Accept', by: responder })
  const sums: Record<string, Record<string, number>> = {}
  for (const [index, event] of story.events.entries()) {
    const measured = measurementsOf(story.region, replay(story.state.id, story.events.slice(0, index)), event)
    for (const { date, of, counts } of measured.map(incrementOf)) addTo((sums[`${date} ${of.clock}`] ??= {}), counts)
  }
  expect(countedIn(story.state.id, story.events)).toEqual([2, 3, 4, 5])
  const once = { ended: 1, onTime: 1, workingMs: 3 * HOUR, w120: 0, w180: 1 }
  expect(sums).toMatchObject({ '2026-03-02 acceptance': once, '2026-03-02 firstResponse': once })
})

describe('the final answer', () => {
  const accepted: At[] = [
    ['2026-03-02 10:00', assign],
    ['2026-03-02 12:00', { type: 'Accept', by: responder }],
  ]

  it('is given when it is written: a slow moderator makes nobody else late', () => {
    const { finalAnswer, answerReview } = lived([
      ...accepted,
      ['2026-03-05 17:00', answer],
      ['2026-03-10 10:00', approve],
    ])
    expect(finalAnswer).toMatchObject({ outcome: 'on time', hours: 34, paused: false })
    expect(answerReview).toMatchObject({ outcome: 'late' })
    expect(answerReview).not.toHaveProperty('organisation')
  })

  it('is late when it was missed, or written after its due instant before anybody noticed', () => {
    expect(
      lived([...accepted, ['2026-03-06 10:00', answer], ['2026-03-06 11:00', approve]])['finalAnswer'],
    ).toMatchObject({ outcome: 'late', date: '2026-03-06' })
    const noticed = lived([
      ...accepted,
      ['2026-03-05 18:00', tick],
      ['2026-03-05 18:00', answer],
      ['2026-03-06 11:00', approve],
    ])
    expect(noticed['finalAnswer']).toMatchObject({ outcome: 'late' })
  })

  it('rests for a question and for an answer sent back, and says so', () => {
    const asked = lived([
      ...accepted,
      ['2026-03-02 13:00', { type: 'AskCitizen', by: responder, question: 'Где?' }],
      ['2026-03-04 10:00', { type: 'Clarify', by, messageId: 'M2' }],
      ['2026-03-04 12:00', answer],
      ['2026-03-04 12:30', approve],
    ])
    expect(asked['finalAnswer']).toMatchObject({ outcome: 'on time', paused: true, hours: 5 })
    const returned = lived([
      ...accepted,
      ['2026-03-02 13:00', answer],
      ['2026-03-02 15:00', { type: 'ReturnAnswer', by, reason: 'Какая улица?' }],
      ['2026-03-02 16:00', answer],
      ['2026-03-02 17:00', approve],
    ])
    expect(returned['finalAnswer']).toMatchObject({ paused: true, hours: 4 })
  })

  it('extended is on time within its new term, and says so', () => {
    const extended = lived([
      ...accepted,
      ['2026-03-03 10:00', { type: 'RequestExtension', by: responder, reason: 'Нет бригады.' }],
      ['2026-03-03 11:00', { type: 'GrantExtension', by }],
      ['2026-03-10 10:00', answer],
      ['2026-03-10 11:00', approve],
    ])
    expect(extended['finalAnswer']).toMatchObject({ outcome: 'on time', extended: true })
  })

  it('after an interim one has figures of its own', () => {
    const twice = lived([
      ...accepted,
      ['2026-03-03 10:00', answerWith('interim')],
      ['2026-03-03 12:00', approve],
      ['2026-03-04 12:00', answer],
      ['2026-03-04 13:00', approve],
    ])
    expect(twice['finalAnswer']).toMatchObject({ outcome: 'on time', hours: 9, date: '2026-03-03' })
    expect(twice['finalAfterInterim']).toMatchObject({ outcome: 'on time', hours: 9, date: '2026-03-04' })
  })

  it('to an appeal under the law counts plain time from its registration', () => {
    const appeal = lived(
      [
        ['2026-03-02 10:00', assign],
        ['2026-03-12 09:00', answer],
        ['2026-03-12 10:00', approve],
      ],
      undefined,
      'statutory',
    )
    expect(appeal['finalAnswer']).toMatchObject({ outcome: 'on time', unit: 'calendar', hours: 240 })
  })
})

describe('a clock that was no longer owed', () => {
  const merged: At[] = [
    ['2026-03-02 10:00', assign],
    ['2026-03-02 11:00', { type: 'Merge', by, into: '99-260302-BBBBB' }],
  ]
  const shared: Unshown = {
    ...{ type: 'ShareAnswer', by: system, text: 'Готово.' },
    ...{ from: '99-260302-BBBBB', endedAt: '2026-03-20T07:00:00.000Z' },
  }

  it('is cancelled: rejected, merged into another, closed because the citizen was silent', () => {
    expect(lived([['2026-03-02 10:00', { type: 'Reject', by, reason: 'Спам.' }]])['assignment']?.outcome).toBe(
      'cancelled',
    )
    expect(lived([...merged, ['2026-03-20 10:00', shared]])).toMatchObject({
      assignment: { outcome: 'on time' },
      acceptance: { outcome: 'cancelled' },
      firstResponse: { outcome: 'cancelled' },
      finalAnswer: { outcome: 'cancelled' },
    })
    const silent = lived([
      ['2026-03-02 10:00', assign],
      ['2026-03-02 11:00', { type: 'AskCitizen', by: responder, question: 'Где?' }],
      ['2026-03-10 10:00', tick],
    ])
    expect(silent['finalAnswer']?.outcome).toBe('cancelled')
  })

  it('but what was late before stays late: no merge and no rejection hides a breach', () => {
    const late: At[] = [
      ['2026-03-02 10:00', assign],
      ['2026-03-10 10:00', tick],
      ['2026-03-10 11:00', merged[1]![1]],
    ]
    expect(lived([...late, ['2026-03-20 10:00', shared]])['finalAnswer']?.outcome).toBe('late')
    expect(lived([['2026-03-10 10:00', { type: 'Reject', by, reason: 'Спам.' }]])['assignment']?.outcome).toBe('late')
  })

  it('and a moderator’s work is done with a rejection', () => {
    const moderated = littleRegion({ moderateMessages: true })
    const rejected = lived([['2026-03-02 10:00', { type: 'Reject', by, reason: 'Спам.' }]], moderated)
    expect(rejected['moderation']).toEqual({ ...plain, date: '2026-03-02', hours: 1 })
  })
})

describe('an offer', () => {
  const offered: At[] = [['2026-03-02 10:00', assign]]

  it('that is handed on or declined was answered, by the organisation that had it', () => {
    const handed = lived([
      ...offered,
      ['2026-03-02 11:00', { type: 'HandOver', by: responder, organisation: 'south-office', reason: 'Ваш участок.' }],
    ])
    expect(handed['acceptance']).toMatchObject({ ...north, outcome: 'on time', hours: 1 })
    const declined = lived([...offered, ['2026-03-02 11:00', { type: 'Decline', by: responder, reason: 'Не наше.' }]])
    expect(declined['acceptance']).toMatchObject({ ...north, outcome: 'on time' })
  })

  it('that an operator takes away was not', () => {
    const taken = lived([
      ...offered,
      ['2026-03-02 11:00', { type: 'Assign', by, organisation: 'health', topic: 'health.queue' }],
    ])
    expect(taken['acceptance']).toMatchObject({ ...north, outcome: 'cancelled' })
  })
})

it('an evening’s event belongs to the local date', () => {
  expect(lived([['2026-03-03 01:00', assign]])['assignment']?.date).toBe('2026-03-03')
})

describe('a deadline that was missed is counted under who had the case then', () => {
  const offered: At[] = [['2026-03-02 10:00', assign]]
  const declined: At = ['2026-03-02 11:00', { type: 'Decline', by: responder, reason: 'Не наше.' }]
  const missed: At = ['2026-03-06 10:00', tick]
  const toHealth: At = ['2026-03-06 11:00', assignTo({ organisation: 'health' })]
  const other = { role: 'responder', id: 'health-responder' } as const
  const answered: At[] = [
    ['2026-03-06 12:00', { ...answer, by: other }],
    ['2026-03-06 13:00', approve],
  ]
  const late = { ...plain, outcome: 'late' }

  it('nobody, where it had been declined', () => {
    const rejected = lived([
      ...offered,
      declined,
      missed,
      ['2026-03-06 11:00', { type: 'Reject', by, reason: 'Спам.' }],
    ])
    expect(rejected['finalAnswer']).toEqual({ ...late, ...northern, date: '2026-03-06', hours: 37 })
    const { finalAnswer } = lived([...offered, declined, missed, toHealth, ...answered])
    expect(finalAnswer).toEqual({ ...late, ...northern, date: '2026-03-06', hours: 38 })
  })

  it('whoever declined it after they had missed it', () => {
    const story = lived([...offered, missed, ['2026-03-06 10:30', declined[1]], toHealth, ...answered])
    expect(story['finalAnswer']).toEqual({ ...late, ...north, date: '2026-03-06', hours: 38 })
  })
})
