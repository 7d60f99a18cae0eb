// Writes cases as a control centre's table of incidents, through the API: a row for each, with its answer, in names instead of ids. Where
// a table of another system is given, in its columns and their order. Called by npm run export.
import { stringify } from 'csv-stringify/sync'
import type { Otklik } from '../client/client.ts'
import type { Case, ListCasesQuery, Texts } from '../client/types.ts'
import { fieldOf, headingOf, type IncidentField, incidentFields } from '../../functions/tables/columns.ts'

/** What the API says of no case. */
const UNSAID: readonly IncidentField[] = ['text', 'address']
const own = incidentFields.filter((field) => !UNSAID.includes(field))

/** As a table for a Russian Excel; a text that it would take for a formula begins with `'`, one of several lines stands in quotes. */
const csv = { delimiter: ';', record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ } as const

interface Names {
  readonly topics: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly municipalities: ReadonlyMap<string, string>
}

/**
 * The lines of the table, headings first.
 * @param like the headings of another system's table; ours without them
 * @param timeZone of its times, which the headings name
 */
export async function* incidentLines(
  otklik: Otklik,
  query: ListCasesQuery,
  timeZone: string,
  like: readonly string[] = own.map(headingOf),
): AsyncGenerator<string> {
  const names = await namesOf(otklik)
  const fields = like.map(fieldOf)
  const local = localTime(timeZone)
  yield `\ufeff${stringify([like.map((one, index) => (isTime(fields[index]) ? withZone(one, timeZone) : one))], csv)}`
  for await (const { id } of otklik.listCases(query)) {
    const row = incidentOf(await otklik.getCase(id), names, local)
    yield stringify([fields.map((field) => (field === undefined ? '' : (row[field] ?? '')))], csv)
  }
}

/** Headings under which nothing will stand. */
export function unknownHeadings(like: readonly string[]): string[] {
  return like.filter((heading) => {
    const field = fieldOf(heading)
    return field === undefined || UNSAID.includes(field)
  })
}

type Row = Readonly<Partial<Record<IncidentField, string | number>>>

function incidentOf(one: Case, { topics, groups, municipalities }: Names, local: (instant: string) => string): Row {
  const { id, externalId, channel, status, overdue, answer, rating, round, outcome } = one
  const when = (instant: string | null | undefined) => (instant ? local(instant) : '')
  const due = one.deadlines.find(({ clock }) => clock === 'finalAnswer')?.due
  const ended = one.history.findLast(({ type }) => type === 'closed')?.at
  return {
    ...{ number: id, externalId: externalId ?? '', channel, status, outcome: outcome ?? '' },
    ...{ registered: when(one.receivedAt), due: when(due), overdue: yesNo(overdue) },
    ...{ topic: topics.get(one.topic ?? '') ?? '', group: groups.get(one.topic ?? '') ?? '' },
    ...{
      municipality: municipalities.get(one.municipality ?? '') ?? '',
      organisation: russian(one.organisation?.name),
    },
    ...{ answer: answer?.text ?? '', answeredAt: when(answer?.at), kind: answer?.sort ?? answer?.kind ?? '' },
    ...{ score: rating?.score ?? '', solved: rating ? yesNo(rating.solved) : '' },
    ...{ reopenings: round, closedAt: status === 'closed' ? when(ended) : '' },
  }
}

async function namesOf(otklik: Otklik): Promise<Names> {
  const [topics, municipalities] = await Promise.all([otklik.topics(), otklik.municipalities()])
  return {
    topics: new Map(topics.map(({ id, name }) => [id, russian(name)])),
    groups: new Map(topics.map(({ id, group }) => [id, russian(group?.name)])),
    municipalities: new Map(municipalities.map(({ id, name }) => [id, russian(name)])),
  }
}

function russian(name: Texts | undefined): string {
  return name?.['ru'] ?? Object.values(name ?? {})[0] ?? ''
}

function yesNo(value: boolean): string {
  return value ? 'да' : 'нет'
}

function isTime(field: IncidentField | undefined): boolean {
  return field === 'registered' || field === 'due' || field === 'answeredAt' || field === 'closedAt'
}

function withZone(heading: string, timeZone: string): string {
  return heading.includes('(') ? heading : `${heading} (${timeZone})`
}

/** "02.03.2026 10:00" */
function localTime(timeZone: string) {
  const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat('ru', { timeZone, year: 'numeric', ...digits, hourCycle: 'h23' })
  return (instant: string) => format.format(new Date(instant)).replace(', ', ' ')
}
