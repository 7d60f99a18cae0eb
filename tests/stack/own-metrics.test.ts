// What the functions count and what the alarms look at are one thing: the same names, and the same dimensions, so that no
// region and no stage rings for another in the same account.
import { afterEach, expect, it, vi } from 'vitest'
import { atStage } from '../../regions/stages.ts'
import { counted, written } from './own-metrics.ts'
import { lookAt, stackOf, withAll } from './synthesize.ts'

/**
 * Counted to be looked up: an address that wants no more mails is no fault of ours; anybody can ring at the door of networks; and of what a network may
 * have taken an operator is mailed. That there is too little to train on, time mends; a comment that was missed is found.
 */
const ONLY_COUNTED = [
  'CommentsMissed',
  'NetworkForged',
  'NoticeInDoubt',
  'NoticeUnwanted',
  'NoticeWithheld',
  'TrainingRefused',
]

afterEach(() => vi.restoreAllMocks())

it.each(['prod', 'test'] as const)(
  'every alarm over a metric of ours looks at what the functions write: %s',
  (stage) => {
    const stack = stackOf('95', (region) => atStage(withAll(region), stage))
    const alarms = lookAt(stack)
      .of('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties['Namespace'] === 'Otklik')
      .map(({ Properties: { Namespace, MetricName, Dimensions } }) => ({ Namespace, MetricName, Dimensions }))
    const watched = counted().filter((name) => !ONLY_COUNTED.includes(name))
    expect(watched.length).toBeGreaterThan(4)
    const expected = watched.map((name) => written(name, { code: '95', stage }))
    expect(alarms.sort((a, b) => String(a.MetricName).localeCompare(String(b.MetricName)))).toEqual(expected)
  },
)

it('names region and stage in every metric', () => {
  expect(written('Healed', { code: '95', stage: 'test' }).Dimensions).toEqual([
    { Name: 'region', Value: '95' },
    { Name: 'stage', Value: 'test' },
  ])
})
