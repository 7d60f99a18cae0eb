// Says what differs of an entry, a line for each field. Called by npm run directory.
import type { Difference, Entry } from '../../regions/directory.ts'

/** "people/operator/ivanov: away: (nothing) → …" */
export function sayDifference({ key, before, after }: Difference): string[] {
  if (!before) return [`+ ${key}: ${json(after)}`]
  if (!after) return [`− ${key}: ${json(before)}`]
  if (Array.isArray(before) || Array.isArray(after)) return sayList(key, rows(before), rows(after))
  const [one, other] = [before, after] as Readonly<Record<string, unknown>>[]
  const fields = [...new Set([...Object.keys(one!), ...Object.keys(other!)])]
  return fields
    .filter((field) => json(one![field]) !== json(other![field]))
    .map((field) => `~ ${key}: ${field}: ${json(one![field])} → ${json(other![field])}`)
}

function sayList(key: string, before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((row) => !after.includes(row)).map((row) => `− ${key}: ${row}`)
  const come = after.filter((row) => !before.includes(row)).map((row) => `+ ${key}: ${row}`)
  return gone.length + come.length > 0 ? [...gone, ...come] : [`~ ${key}: in another order`]
}

function rows(entry: Entry): string[] {
  return (entry as readonly unknown[]).map(json)
}

function json(value: unknown): string {
  return value === undefined || value === null ? '(nothing)' : JSON.stringify(value)
}
