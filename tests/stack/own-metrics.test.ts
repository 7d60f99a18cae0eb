// What the functions count and what the alarms look at are one thing: the same names, and the same dimensions, so that no
// region and no stage rings for another in the same account.
import { globSync, readFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { count } from '../../functions/edge/log.ts'
import { atStage } from '../../regions/stages.ts'
import { lookAt, stackOf } from './synthesize.ts'

/** Counted to be looked up: an address that wants no more mails is no fault of ours. */
const ONLY_COUNTED = ['NoticeUnwanted', 'NoticeWithheld']

afterEach(() => vi.restoreAllMocks())

/** The names of all metrics that the functions write. */
function counted(): string[] {
  const sources = globSync('functions/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
  const names = sources.flatMap((text) => [...text.matchAll(/\bcount\('(\w+)'/g)].map(([, name]) => name!))
  return [...new Set(names)].sort()
}

interface Line {
  readonly _aws: { readonly CloudWatchMetrics: [{ readonly Namespace: string; readonly Dimensions: [string[]] }] }
  readonly [field: string]: unknown
}

/** A metric as CloudWatch takes it from the line that a function of a region writes. */
function written(name: string, region: Parameters<typeof count>[2]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  count(name, 1, region)
  const line = JSON.parse(log.mock.lastCall![0] as string) as Line
  const [{ Namespace, Dimensions }] = line._aws.CloudWatchMetrics
  return { Namespace, MetricName: name, Dimensions: Dimensions[0].map((Name) => ({ Name, Value: line[Name] })) }
}

it.each(['prod', 'test'] as const)(
  'every alarm over a metric of ours looks at what the functions write: %s',
  (stage) => {
    const stack = stackOf('95', (region) => atStage(region, stage))
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
