// Which column of a table means what: guessed by its headings, kept by whoever maps it, checked against the table at hand. Called by the
// pages of tables.
import { contactFields, isNamed, type TableField, tableFields } from '../tables/columns.ts'

export type Columns = Readonly<Partial<Record<TableField, string>>>

/** Without these nothing becomes a message. */
export const needed = ['number', 'text'] as const satisfies readonly TableField[]

/** The columns that a message takes, and the facts of its source: what an import asks about. */
export const takenIn = [
  ...['number', 'text', 'topic', 'municipality', 'address', 'registered', 'status', 'stage'],
  ...['moderationDue', 'coordinationDue', 'executionDue', 'approvalDue', 'due', 'fastTrack'],
  ...contactFields,
] as const satisfies readonly TableField[]

/** The columns that only what is given back fills. */
export const givenBack = [
  ...['externalId', 'organisation', 'answer', 'answeredAt', 'kind', 'score', 'solved', 'reopenings'],
  ...['overdue', 'closedAt', 'outcome', 'group', 'channel'],
] as const satisfies readonly TableField[]

/** What was kept of a source, where the table has those columns, and what the headings of the others say; each column once. */
export function columnsFor(headings: readonly string[], kept: Columns = {}): Columns {
  const found = new Map<TableField, string>()
  const free = () => headings.filter((heading) => ![...found.values()].includes(heading))
  for (const field of tableFields) {
    const heading = kept[field]
    if (heading !== undefined && headings.includes(heading)) found.set(field, heading)
  }
  for (const field of tableFields) {
    const named = found.has(field) ? undefined : free().find((heading) => isNamed(field, heading))
    if (named !== undefined) found.set(field, named)
  }
  return Object.fromEntries(found)
}

/** What a form says of each field; a heading that the table has not is none. @returns fields that are wrong, by name */
export function columnsIn(fields: Readonly<Record<string, string>>, headings: readonly string[]) {
  const chosen = tableFields.flatMap((field): (readonly [TableField, string])[] => {
    const heading = headings[Number(fields[`column-${field}`] || Number.NaN)]
    return heading === undefined ? [] : [[field, heading]]
  })
  const wrong = chosen.filter(([, heading], index) => chosen.findIndex((one) => one[1] === heading) < index)
  return {
    columns: Object.fromEntries(chosen) as Columns,
    missing: needed.filter((field) => !chosen.some(([name]) => name === field)),
    twice: wrong.map(([field]) => field),
  }
}
