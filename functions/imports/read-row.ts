// Reads a row of a table as a message with what its source says of it, or says what is wrong with it. Nothing is looked up. Called by the
// preview and by what takes rows in, so that both say the same.
import type { Channel } from '../case/case.ts'
import { type SourceFacts, type SourceStage, sourceStages } from '../case/source.ts'
import { dropUndefined } from '../case/fields.ts'
import { externalId, LEAST_TEXT, message as messageShape, type Message, TEXT_LIMIT } from '../contract/message.ts'
import { emailAddress } from '../contract/email-address.ts'
import { lengthOf } from '../contract/text.ts'
import { readDate } from '../tables/dates.ts'
import type { TableField } from '../tables/columns.ts'
import type { Row } from '../store/imports.ts'
import type { Region, Texts } from '../../regions/schema.ts'
import type { Columns } from './columns.ts'

export type Mistake =
  | { readonly code: 'uneven'; readonly cells: number; readonly headings: number }
  | { readonly code: 'formula' | 'error' | 'digits' | 'date'; readonly column: string; readonly value?: string }
  | { readonly code: 'no number' | 'number wrong' | 'no text' | 'text short' | 'text long' | 'email wrong' }
  | { readonly code: 'number twice'; readonly line: number }

/** What is taken otherwise than the row says it. */
export interface Remark {
  readonly code: 'topic' | 'municipality' | 'stage'
  readonly value: string
}

export interface Taken {
  readonly number: string
  readonly message: Message
  readonly facts: SourceFacts
}

export interface ReadRow {
  readonly line: number
  readonly hidden: boolean
  readonly number: string
  readonly mistakes: readonly Mistake[]
  readonly remarks: readonly Remark[]
  /** Undefined where there are mistakes. */
  readonly taken?: Taken
}

export interface Reading {
  readonly region: Region
  readonly source: { readonly id: string; readonly channel: Channel }
  readonly headings: readonly string[]
  readonly columns: Columns
}

/** How the stages are told apart by the words of a table. */
const stageWords: readonly (readonly [SourceStage, RegExp])[] = [
  ['moderation', /модерац/],
  ['coordination', /координац/],
  ['approval', /согласован|утвержден/],
  ['execution', /исполнен|в работе/],
]
const YES = /^(?:да|yes|true|1|\+|истина)$/i
const STATUS_LIMIT = 80
const ADDRESS_LIMIT = 300
const NAME_LIMIT = 200
const PHONE_LIMIT = 40

/** Reads rows in their order: of a number that comes twice the first counts. */
export function readRows(rows: readonly Row[], reading: Reading): ReadRow[] {
  const firstLines = new Map<string, number>()
  const names = namesOf(reading.region)
  return rows.map((row) => {
    const read = readRow(row, reading, names)
    const before = read.number ? firstLines.get(read.number) : undefined
    if (read.number && before === undefined) firstLines.set(read.number, row.line)
    if (before === undefined) return read
    const { taken: _, ...others } = read
    return { ...others, mistakes: [...read.mistakes, { code: 'number twice', line: before }] }
  })
}

type Names = Readonly<Record<'topics' | 'municipalities', ReadonlyMap<string, string>>>

function readRow(row: Row, { region, source, headings, columns }: Reading, names: Names): ReadRow {
  const mistakes: Mistake[] = []
  const remarks: Remark[] = []
  const value = (field: TableField) => {
    const column = columns[field]
    return column === undefined ? '' : (row.cells[headings.indexOf(column)] ?? '').trim()
  }
  const date = (field: TableField, atDayEnd: boolean) => {
    const written = value(field)
    const read = written === '' ? undefined : readDate(written, region.timeZone, atDayEnd)
    if (written !== '' && read === undefined) mistakes.push({ code: 'date', column: columns[field]!, value: written })
    return read
  }
  const named = (field: 'topic' | 'municipality', among: ReadonlyMap<string, string>) => {
    const written = value(field)
    const id = among.get(plain(written)) ?? among.get(withoutKind(written))
    if (written !== '' && id === undefined) remarks.push({ code: field, value: written })
    return id
  }
  if (row.uneven !== undefined) mistakes.push({ code: 'uneven', cells: row.uneven, headings: headings.length })
  for (const [column, fault] of Object.entries(row.faults ?? {}))
    if (Object.values(columns).includes(column)) mistakes.push({ code: fault as 'formula', column })
  const number = value('number')
  if (number === '' && !mistakes.some((one) => 'column' in one && one.column === columns.number))
    mistakes.push({ code: 'no number' })
  if (number !== '' && !externalId.safeParse(number).success) mistakes.push({ code: 'number wrong' })
  mistakes.push(...textMistakes(value('text')))
  const email = value('email')
  if (email !== '' && !emailAddress.safeParse(email).success) mistakes.push({ code: 'email wrong' })
  const municipality = named('municipality', names.municipalities)
  const facts = {
    ...{
      source: source.id,
      number,
      ...dropUndefined({ registeredAt: date('registered', false), due: date('due', true) }),
    },
    ...(value('status') !== '' && { status: value('status').slice(0, STATUS_LIMIT) }),
    ...stageIn(value('stage'), remarks),
    ...stageTerms(date),
    ...(value('fastTrack') !== '' && { fastTrack: YES.test(value('fastTrack')) }),
  } satisfies SourceFacts
  const author = dropUndefined({
    name: value('name').slice(0, NAME_LIMIT) || undefined,
    email: email || undefined,
    phone: value('phone').slice(0, PHONE_LIMIT) || undefined,
  })
  // A place that the region does not know by name is read by routing as the beginning of the address.
  const place = municipality === undefined ? [value('municipality'), value('address')] : [value('address')]
  const parsed = messageShape.safeParse({
    ...{ text: value('text'), format: 'text', channel: source.channel, regime: 'message', language: 'ru' },
    ...dropUndefined({ topic: named('topic', names.topics), municipality }),
    ...dropUndefined({ address: place.filter(Boolean).join(', ').slice(0, ADDRESS_LIMIT) || undefined }),
    ...(Object.keys(author).length > 0 && { author }),
    externalId: number,
  })
  if (!parsed.success && mistakes.length === 0) mistakes.push({ code: 'text short' })
  const isTaken = parsed.success && mistakes.length === 0
  return {
    ...{ line: row.line, hidden: row.hidden === true, number, mistakes, remarks },
    ...(isTaken && { taken: { number, message: parsed.data, facts } }),
  }
}

function textMistakes(text: string): Mistake[] {
  if (text === '') return [{ code: 'no text' }]
  if (lengthOf(text) < LEAST_TEXT) return [{ code: 'text short' }]
  return lengthOf(text) > TEXT_LIMIT ? [{ code: 'text long' }] : []
}

function stageIn(written: string, remarks: Remark[]): Pick<SourceFacts, 'stage'> {
  if (written === '') return {}
  const found = stageWords.find(([, words]) => words.test(plain(written)))
  if (!found) remarks.push({ code: 'stage', value: written })
  return found ? { stage: found[0] } : {}
}

function stageTerms(date: (field: TableField, atDayEnd: boolean) => string | undefined): Pick<SourceFacts, 'stageDue'> {
  const terms = dropUndefined(Object.fromEntries(sourceStages.map((stage) => [stage, date(`${stage}Due`, true)])))
  return Object.keys(terms).length > 0 ? { stageDue: terms } : {}
}

function namesOf({ topics, municipalities }: Region): Names {
  const places = namedBy(municipalities, plain)
  const bare = namedBy(municipalities, withoutKind)
  return { topics: namedBy(topics, plain), municipalities: new Map([...bare, ...places]) }
}

/** What several share is nobody's name. */
function namedBy(all: readonly { readonly id: string; readonly name: Texts }[], read: (name: string) => string) {
  const pairs = all.flatMap(({ id, name }) => Object.values(name).map((one) => [read(one), id] as const))
  return new Map(pairs.filter(([name, id]) => pairs.every((other) => other[0] !== name || other[1] === id)))
}

/** "Город Грозный" and "г. Грозный" are "грозный"; of a district its kind is part of the name that is left. */
function withoutKind(name: string): string {
  return plain(name).replace(/^(?:город|г\.?|городской округ|го)\s+|\s+(?:городской округ|го)$/g, '')
}

function plain(written: string): string {
  return written.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim()
}
