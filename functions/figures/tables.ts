// The tables of the figures: one row a day, an organisation, a topic, an age. A page draws them, a file holds them, both the same. Pure. Called by
// figures.tsx.
import { organisationName, topicName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { CsvCell } from '../edge/csv.ts'
import type { Gathered, Kept } from './gather.ts'
import { ages, standings, type TableName } from './names.ts'
import type { Waiting } from './waiting.ts'
import { figuresWords } from './words.ts'

export interface Table {
  readonly name: TableName
  readonly title: string
  /** Of the columns; the first names the row, the next two are drawn. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

export function tablesOf(region: Region, language: Language, waiting: Waiting, gathered: Gathered): readonly Table[] {
  const text = figuresWords[language]
  const waits = [text.inTime, text.overdue, text.total]
  const row = (name: string, { inTime, late }: Waiting['total']): CsvCell[] => [name, inTime, late, inTime + late]
  const kept = (some: readonly Kept[], nameOf: (id: string) => string) =>
    some.map(({ id, onTime, late }): CsvCell[] => [
      (id && (nameOf(id) || id)) ?? text.unknown,
      ...[onTime, late, Number(((100 * onTime) / (onTime + late)).toFixed(1))],
    ])
  const answers = [text.onTime, text.late, text.share]
  const ofCases = gathered.flowOf === 'cases'
  const table = (name: TableName, head: readonly string[], rows: Table['rows']): Table => ({
    ...{ name, title: text.tables[name], head, rows },
  })
  return [
    table(
      'waiting',
      [text.who, ...waits],
      standings.map((name) => row(text.standings[name], waiting.by[name])),
    ),
    table(
      'ages',
      [text.age, ...waits],
      ages.map(({ name }) => row(text.ages[name], waiting.aged[name])),
    ),
    table(
      'days',
      [text.day(region.timeZone), ofCases ? text.came : text.taken, ofCases ? text.went : text.answered],
      gathered.flow.map(({ date, came, went }) => [date, came, went]),
    ),
    table(
      'organisations',
      [text.organisation, ...answers],
      kept(gathered.organisations, (id) => organisationName(region, id, language)),
    ),
    table(
      'topics',
      [text.topic, ...answers],
      kept(gathered.topics, (id) => topicName(region, id, language)),
    ),
  ]
}
