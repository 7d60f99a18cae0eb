// Reads the rows of a CSV as messages of the API, by a mapping of columns: "text=type+detail,address=place"; and by
// tables of values, where a column's words are not those of the region's file. Called by npm run replay.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Message } from '../client/types.ts'
import { tableOf } from '../incidents/table.ts'

export interface Row {
  readonly number: number
  /** The same row has the same key in every run: posting it again makes no second case. */
  readonly key: string
  readonly message: Message
  readonly columns: Readonly<Record<string, string>>
}

const fields = [
  ...(['text', 'topic', 'municipality', 'address', 'lat', 'lon', 'email', 'name', 'phone', 'channel'] as const),
  'externalId',
] as const
type Field = (typeof fields)[number]
/** The columns of each field; more than one are joined by ". ". */
export type Mapping = Readonly<Partial<Record<Field, readonly string[]>>>
/** For a field, what each value of its column means; what is not in the table is left out. */
export type Values = Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>

/** @throws Error naming a field that a message does not have. */
export function parseMapping(text: string): Mapping {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  for (const [field] of pairs) {
    if (!fields.includes(field as Field))
      throw new Error(`A message has no field "${field}"; it has ${fields.join(', ')}.`)
  }
  return Object.fromEntries(
    pairs.map(([field = '', columns]): [string, string[]] => [field, (columns ?? field).split('+')]),
  )
}

/** @throws Error naming a column that the file does not have. */
export function readRows(file: string, mapping: Mapping, values: Values = {}): Row[] {
  const content = readFileSync(file)
  const { headings, rows: records } = tableOf(content)
  const fingerprint = createHash('sha256').update(content).digest('hex').slice(0, 16)
  for (const column of Object.values(mapping).flat()) {
    if (!headings.includes(column))
      throw new Error(`The file has no column "${column}"; it has ${headings.join(', ')}.`)
  }
  return records.map((columns, index) => ({
    number: index + 1,
    key: `${fingerprint}-${index + 1}`,
    message: messageOf(columns, mapping, values),
    columns,
  }))
}

function messageOf(columns: Readonly<Record<string, string>>, mapping: Mapping, values: Values): Message {
  const value = (field: Field) => {
    const parts = (mapping[field] ?? []).map((column) => columns[column]?.trim()).filter(Boolean)
    const text = parts.join('. ') || undefined
    return text && values[field] ? values[field][text] : text
  }
  const { lat, lon } = { lat: Number(value('lat')), lon: Number(value('lon')) }
  const author = { email: value('email'), name: value('name'), phone: value('phone') }
  return {
    // What is empty, or no channel, is for the API to refuse.
    text: value('text') ?? '',
    topic: value('topic'),
    municipality: value('municipality'),
    address: value('address'),
    externalId: value('externalId'),
    channel: value('channel') as Message['channel'],
    ...(Number.isFinite(lat) && Number.isFinite(lon) && { location: { lat, lon } }),
    ...(Object.values(author).some(Boolean) && { author }),
  }
}
