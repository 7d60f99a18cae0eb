// What the functions count, and as CloudWatch takes it from their lines. Called by the tests of alarms and dashboard.
import { globSync, readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { count } from '../../functions/edge/log.ts'

/** The names of all metrics that the functions write. */
export function counted(): string[] {
  const all = globSync('functions/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
  const sources = all.filter((text) => /import \{[^}]*\bcount\b[^}]*\} from '[^']*\/log\.ts'/.test(text))
  const names = sources.flatMap((text) => [...text.matchAll(/\bcount\('(\w+)'/g)].map(([, name]) => name!))
  return [...new Set(names)].sort()
}

interface Line {
  readonly _aws: { readonly CloudWatchMetrics: [{ readonly Namespace: string; readonly Dimensions: [string[]] }] }
  readonly [field: string]: unknown
}

/** A metric as CloudWatch takes it from the line that a function of a region writes. */
export function written(name: string, region: Parameters<typeof count>[2]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  count(name, 1, region)
  const line = JSON.parse(log.mock.lastCall![0] as string) as Line
  const [{ Namespace, Dimensions }] = line._aws.CloudWatchMetrics
  return { Namespace, MetricName: name, Dimensions: Dimensions[0].map((Name) => ({ Name, Value: line[Name] })) }
}
