// One line a decision, as JSON: names, codes and counts. No texts and no persons, ever. Metrics ride on the same lines
// in CloudWatch's embedded metric format, so that counting costs no call.
type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes a line of the log. */
export function log(message: string, fields: Fields = {}): void {
  console.log(JSON.stringify({ message, ...fields }))
}

/** Writes an error's line. What looks like an address is left out: SES names those that it refuses. */
export function logError(message: string, error: unknown, fields: Fields = {}): void {
  const { name, message: reason, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(JSON.stringify({ message, ...fields, error: name, reason: masked(reason), stack: masked(stack) }))
}

function masked(text: string | undefined): string | undefined {
  return text?.replaceAll(/[^\s<>"/]+@[^\s<>"/]+\.\w+/g, '…@…')
}

/** Counts something in CloudWatch (namespace Otklik), with a line of the log. */
export function count(metric: string, value = 1, fields: Fields = {}): void {
  const CloudWatchMetrics = [{ Namespace: 'Otklik', Dimensions: [[]], Metrics: [{ Name: metric, Unit: 'Count' }] }]
  console.log(JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, [metric]: value, ...fields }))
}
