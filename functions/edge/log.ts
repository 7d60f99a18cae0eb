// Writes the log, one JSON line a decision: names, codes and counts, never texts or persons. Metrics are such lines too
// (CloudWatch's embedded metric format), so that counting costs no call. Called by every handler.
import type { Region } from '../../regions/schema.ts'

type Fields = Readonly<Record<string, string | number | boolean | undefined>>
type Counted = Pick<Region, 'code' | 'stage'>

export function log(message: string, fields: Fields = {}): void {
  console.log(JSON.stringify({ message, ...fields }))
}

/** Writes an error's line. Mail addresses in it are masked: SES names those that it refuses. */
export function logError(message: string, error: unknown, fields: Fields = {}): void {
  const { name, message: reason, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(
    JSON.stringify({ message, ...fields, error: name, reason: maskAddresses(reason), stack: maskAddresses(stack) }),
  )
}

/** Domains may be of any script: there is .рф beside .org. */
function maskAddresses(text: string | undefined): string | undefined {
  return text?.replaceAll(/[^\s<>"/]+@[^\s<>"/]+/g, '…@…')
}

/** Counts something in CloudWatch (namespace Otklik), of a region at its stage, with a line of the log. */
export function count(metric: string, value: number, { code, stage }: Counted, fields: Fields = {}): void {
  const CloudWatchMetrics = [
    { Namespace: 'Otklik', Dimensions: [['region', 'stage']], Metrics: [{ Name: metric, Unit: 'Count' }] },
  ]
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics }
  console.log(JSON.stringify({ _aws, [metric]: value, region: code, stage, ...fields }))
}
