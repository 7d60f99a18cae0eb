// Which term a clock runs by: each condition of an exception, the topic's own terms, the general ones.
import { describe, expect, it } from 'vitest'
import { isOf, ruleFor, type Subject, topicOf } from '../../functions/case/clocks/rules.ts'
import { silenceMeans } from '../../functions/case/clocks/silence.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import type { ClockName, DeadlineRule } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { caseId, utc } from './story.ts'

const MARCH = '2026-03-02T10:00'
const hour = { amount: 1, unit: 'working hours' } as const
const plain: DeadlineRule = {
  id: 'exception',
  name: { ru: 'Исключение' },
  regimes: ['message'],
  topics: ['*'],
  municipalities: ['*'],
  terms: { acceptance: hour },
}
const pothole: Subject = { regime: 'message', topic: 'roads.pothole', municipality: 'north' }

function found(
  rules: Partial<DeadlineRule>[],
  subject: Partial<Subject> = {},
  name: ClockName = 'acceptance',
  at = MARCH,
) {
  const region = littleRegion({ rules: rules.map((one) => ({ ...plain, ...one })) })
  const { source, id } = ruleFor(region, { ...pothole, ...subject }, name, name, Date.parse(utc(at)))
  return `${source} ${id}`
}
const exception = 'rule exception'
const general = 'policy message'

describe('an exception', () => {
  it('is kept whole with the clock', () => {
    const region = littleRegion({ rules: [plain] })
    const rule = ruleFor(region, pothole, 'acceptance', 'acceptance', Date.parse(utc(MARCH)))
    expect(rule).toEqual({ ...hour, version: '99-test.1', source: 'rule', id: 'exception' })
  })

  it.each([
    ['of every case', {}, {}, exception],
    ['of the other regime', { regimes: ['statutory'] }, {}, general],
    ['of both regimes', { regimes: ['message', 'statutory'] }, { regime: 'statutory' }, exception],
    ['of its topic', { topics: ['roads.manhole', 'roads.pothole'] }, {}, exception],
    ['of another topic', { topics: ['roads.manhole'] }, {}, general],
    ['of its group', { topics: ['roads.*'] }, {}, exception],
    ['of another group', { topics: ['health.*'] }, {}, general],
    ['of a topic, where none is known', { topics: ['roads.*'] }, { topic: undefined! }, general],
    ['of its municipality', { municipalities: ['south', 'north'] }, {}, exception],
    ['of another municipality', { municipalities: ['south'] }, {}, general],
    ['of a municipality, where none is known', { municipalities: ['north'] }, { municipality: undefined! }, general],
    ['of important topics, for one', { important: true }, { topic: 'roads.manhole' }, exception],
    ['of important topics, for another', { important: true }, {}, general],
    ['of important topics, where none is known', { important: true }, { topic: undefined! }, general],
    ['of other topics, for one', { important: false }, {}, exception],
    ['of other topics, for an important one', { important: false }, { topic: 'roads.manhole' }, general],
    ['of other topics, where none is known', { important: false }, { topic: undefined! }, exception],
    ['of a season that it is', { season: { from: '03-01', to: '03-31' } }, {}, exception],
    ['of a season that it is not', { season: { from: '11-01', to: '02-28' } }, {}, general],
    ['of another clock', { terms: { finalAnswer: hour } }, {}, general],
  ] as [string, Partial<DeadlineRule>, Partial<Subject>, string][])('%s', (_, rule, subject, expected) => {
    expect(found([rule], subject)).toBe(expected)
  })

  it('counts its season by the local date on which the clock starts', () => {
    const season = { season: { from: '03-03', to: '03-31' } }
    expect(found([season], {}, 'acceptance', '2026-03-02T23:59')).toBe(general)
    expect(found([season], {}, 'acceptance', '2026-03-03T00:30')).toBe(exception)
  })

  it('is the first that fits and names the clock', () => {
    const rules = [{ id: 'a', municipalities: ['south'] }, { id: 'b', terms: {} }, { id: 'c' }, { id: 'd' }]
    expect(found(rules)).toBe('rule c')
  })
})

it('a topic’s own term comes before the general one, in the light channel', () => {
  const queue = { topic: 'health.queue' }
  expect(found([], queue, 'finalAnswer')).toBe('topic health.queue')
  expect(found([], queue)).toBe(general)
  expect(found([], { ...queue, regime: 'statutory' }, 'finalAnswer')).toBe('policy statutory')
  expect(found([{ terms: { finalAnswer: hour } }], queue, 'finalAnswer')).toBe(exception)
})

it('a term that is another clock’s says whose', () => {
  const rule = ruleFor(littleRegion(), pothole, 'finalAnswer', 'finalAfterInterim', Date.parse(utc(MARCH)))
  expect(rule).toMatchObject({ amount: 7, of: 'finalAfterInterim' })
  expect(ruleFor(littleRegion(), pothole, 'finalAnswer', 'finalAnswer', 0)).not.toHaveProperty('of')
})

it('a topic is meant by all, by its group, by its name', () => {
  const meant = ['*', 'roads.*', 'roads.pothole', 'roads', 'roads.pothole.*', 'road.*', 'pothole'].filter((pattern) =>
    isOf(pattern, 'roads.pothole'),
  )
  expect(meant).toEqual(['*', 'roads.*', 'roads.pothole'])
  expect([isOf('*', undefined), isOf('roads.*', undefined)]).toEqual([true, false])
  expect(topicOf(littleRegion(), { topic: 'roads.manhole' })?.important).toBe(true)
})

describe('silence means', () => {
  const state = { ...initialCase(caseId), reach: 'email' } as const
  const region = littleRegion()

  it('the end, for good when the case may not be reopened; work, where it is not the citizen’s', () => {
    expect(silenceMeans(region, state)).toBe('close')
    expect(silenceMeans(region, { ...state, reopenings: 1 })).toBe('close')
    expect(silenceMeans(region, { ...state, reopenings: 2 })).toBe('close for good')
    expect(silenceMeans(region, { ...state, regime: 'statutory', reopenings: 2 })).toBe('resume')
    expect(silenceMeans(region, { ...state, reach: 'none' })).toBe('resume')
    const question = { text: 'Где?', at: utc(MARCH), seq: 2 }
    const asked = (bounced: boolean) => ({
      ...state,
      round: { ...state.round, question: { ...question, ...(bounced && { bounced: true as const }) } },
    })
    expect([silenceMeans(region, asked(false)), silenceMeans(region, asked(true))]).toEqual(['close', 'resume'])
  })
})
