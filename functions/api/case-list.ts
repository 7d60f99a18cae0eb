// Writes a page of the list of cases as its reader wants it: JSON, a line of JSON for each case, or a table for Excel. Called by cases.ts.
import { stringify } from 'csv-stringify/sync'
import preferredMediaTypes from 'negotiator/lib/mediaType.js'
import type { Case } from '../case/case.ts'
import { initialCase } from '../case/evolve.ts'
import type { CaseSummary } from '../contract/replies/case-list.ts'
import { json, type Reply, type Request } from '../edge/http.ts'

/** The first is given to whoever wants none of them. */
const types = ['application/json', 'application/x-ndjson', 'text/csv'] as const
type Type = (typeof types)[number]

/** A text that a spreadsheet would take for a formula begins with `'`; `bom` tells Excel that it is UTF-8. */
const csv = {
  header: true,
  bom: true,
  escape_formulas: true,
  record_delimiter: 'windows',
  cast: { boolean: String },
} as const

/** The address of the next page is in the header Link, and in JSON beside the cases too. */
export function listReply(request: Request, cases: readonly Case[], next: string | undefined): Reply {
  const headers = { Vary: 'Accept', ...(next && { Link: `<${next}>; rel="next"` }) }
  const rows = cases.map(summaryOf)
  switch (wanted(request)) {
    case 'application/json':
      return json(200, { cases: rows, next: next ?? null }, headers)
    case 'application/x-ndjson':
      return text('application/x-ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join(''), headers)
    case 'text/csv':
      return text(
        'text/csv; charset=utf-8',
        stringify(rows, { ...csv, columns: [...columns], delimiter: delimiterFor(request) }),
        headers,
      )
  }
}

function wanted({ headers }: Request): Type {
  return (preferredMediaTypes(headers['accept'], types)[0] as Type | undefined) ?? types[0]
}

/** What Excel takes for the border of a cell where it speaks the language. */
function delimiterFor({ language }: Request): string {
  return language === 'en' ? ',' : ';'
}

function text(type: string, body: string, headers: Reply['headers']): Reply {
  return { status: 200, headers: { 'Content-Type': type, ...headers }, body }
}

const columns: readonly string[] = Object.keys(summaryOf(initialCase('')))

/** When the final answer is due (ISO, UTC), while it is awaited. */
export function dueOf({ clocks }: Pick<Case, 'clocks'>): string | null {
  return clocks.finalAnswer?.due ?? null
}

function summaryOf(state: Case): CaseSummary {
  return {
    id: state.id,
    externalId: state.externalId ?? null,
    test: state.test === true,
    status: state.status,
    regime: state.regime,
    channel: state.channel,
    receivedAt: state.receivedAt,
    updatedAt: state.updatedAt,
    closedAt: state.closedAt ?? null,
    topic: state.topic ?? null,
    municipality: state.municipality ?? null,
    organisation: state.organisation ?? null,
    due: dueOf(state),
    overdue: Object.values(state.clocks).some((clock) => clock.missed),
    outcome: state.outcome ?? null,
    score: state.round.rating?.score ?? null,
    solved: state.round.rating?.solved ?? null,
    reopenings: state.reopenings,
  }
}
