// Reads a CSV of labelled messages: by a mapping of columns, with what a topic's label means in the region. Called by npm run train and
// evaluate.
import { readFileSync } from 'node:fs'
import type { LabelledMessage } from '../../functions/lessons/lesson.ts'
import { hashOfRows } from '../../functions/lessons/make-model.ts'
import { hintsOf } from '../../functions/routing/hints.ts'
import { readMessage } from '../../functions/routing/read-message.ts'
import type { Region } from '../../regions/schema.ts'
import { tableOf } from '../incidents/table.ts'
import { topicOfColumn } from '../routing-columns-46.ts'

const fields = ['text', 'topic', 'category', 'organisation', 'author', 'date'] as const
type Field = (typeof fields)[number]
/** The column of each field. */
export type Columns = Readonly<Partial<Record<Field, string>>> & Readonly<Record<string, string>>

export interface LabelledFile {
  readonly rows: readonly LabelledMessage[]
  /** First and last of the dates, where a column has them. */
  readonly dates?: readonly [from: string, to: string]
  /** SHA-256 of what was read. */
  readonly hash: string
  /** Rows without a text or a topic. */
  readonly leftOut: number
}

/** @throws Error naming a field that labelled messages do not have, or one that is missing. */
export function parseColumns(text: string): Columns {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  for (const [field] of pairs) {
    if (!fields.includes(field as Field))
      throw new Error(`Labelled messages have no field "${field}"; they have ${fields.join(', ')}.`)
  }
  const columns = Object.fromEntries(pairs.map(([field = '', column]) => [field, column ?? field])) as Columns
  if (!columns.text || !columns.topic)
    throw new Error('Name at least the columns of text and topic: --map text=…,topic=….')
  return columns
}

interface Reading {
  readonly values?: Readonly<Record<string, string>>
  readonly measuredFrom?: number
  readonly isLearned?: (text: string) => boolean
}

/**
 * @param values what labels of topics mean in the region, beside its own ids and names.
 * @param measuredFrom the first row (from 1) from which figures are taken; those before it are only learned from.
 * @param isLearned which texts are read at all; all without it.
 * @throws Error naming a column that the file does not have.
 */
export function readLabelled(
  file: string,
  region: Region,
  columns: Columns,
  { values = {}, measuredFrom = 1, isLearned = () => true }: Reading = {},
): LabelledFile {
  const { headings, rows: records } = tableOf(readFileSync(file))
  for (const column of Object.values(columns)) {
    if (!headings.includes(column))
      throw new Error(`The file has no column "${column}"; it has ${headings.join(', ')}.`)
  }
  const read = records.map((record, at): LabelledMessage => {
    const value = (field: Field) => record[columns[field] ?? '']?.trim() || undefined
    const [text, topic, date, author] = [
      value('text') ?? '',
      value('topic'),
      value('date')?.slice(0, 10) ?? '',
      value('author'),
    ]
    const input = { text, date }
    const reading = readMessage(region, input)
    const group = topic && (regionTopicOf(region, topic, values)?.split('.')[0] ?? 'other')
    const category = columns.category ? value('category') : group
    const organisation = value('organisation')
    return {
      text,
      message: { region, input, reading },
      hints: hintsOf(reading.ranked, reading.place.municipality),
      labels: { ...(topic && { topic }), ...(category && { category }), ...(organisation && { organisation }) },
      ...(author && { author }),
      ...(at + 1 < measuredFrom && { learnedOnly: true }),
    }
  })
  const whole = read.filter(({ text, labels }) => text && labels.topic)
  const rows = whole.filter(({ text }) => isLearned(text))
  const dates = records.flatMap((record) => record[columns.date ?? '']?.trim().slice(0, 10) || []).sort()
  return {
    rows,
    leftOut: read.length - whole.length,
    hash: hashOfRows(rows),
    ...(dates.length > 0 && { dates: [dates[0]!, dates.at(-1)!] as const }),
  }
}

/** The region's topic that a label means: its id, its name in any language, what `values` says, or a column of the set of region 46. */
export function regionTopicOf(
  region: Region,
  label: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const named = region.topics.find(({ id, name }) => id === label || Object.values(name).includes(label))?.id
  const meant = values[label] ?? named ?? (region.code === '46' ? topicOfColumn(label) : undefined)
  return region.topics.some(({ id }) => id === meant) ? meant : undefined
}

/** The region's organisation that a label means: by its id or its name in any language. */
export function regionOrganisationOf(region: Region, label: string): string | undefined {
  return region.organisations.find(({ id, name }) => id === label || Object.values(name).includes(label.trim()))?.id
}
