// Reads the CSV files beside a region's file and makes its lists of them: places, organisations, people and routes. What is
// wrong inside is said by schema.ts and check.ts. Called by load.ts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Columns, listIn, numberIn, type Row, rowsOf, textOf } from './csv.ts'
import { expect, type Mistake, unknown } from './mistakes.ts'

const posts = ['responder', 'deputy', 'supervisor', 'head'] as const
const staff = ['operator', 'moderator', 'analyst', 'administrator'] as const
/** Of a municipality's own centre; there may be several. */
const MUNICIPAL = 'municipal'
/** The files of a region's folder beside region.json, and the columns of each. */
export const listFiles = {
  municipalities: { needed: ['id', 'name', 'lat', 'lon'], known: ['aliases', 'radius km'] },
  settlements: { needed: ['name', 'municipalities'], known: ['kind', 'lat', 'lon', 'aliases', 'streets'] },
  organisations: { needed: ['id', 'name', 'kind'], known: ['municipality'] },
  people: {
    needed: ['post', 'id', 'name', 'email'],
    known: ['organisation', 'municipality', 'position', 'phone', 'language', 'mails', 'receipts', 'share', 'away'],
  },
  routes: { needed: ['topics', 'organisation'], known: ['municipalities'] },
} as const
export type ListName = keyof typeof listFiles
type Read = Readonly<Record<ListName, readonly Row[]>>

/** The lists as schema.ts takes them, and where each entry is written. */
export interface Lists {
  readonly lists: Readonly<Record<string, readonly object[]>>
  readonly places: ReadonlyMap<string, string>
}

/** @param languages of the region: the column "name" is in the first of them, "name en" in English. */
export function readLists(folder: string, languages: readonly string[]): Lists | { mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const read = {} as Record<ListName, readonly Row[]>
  for (const list of Object.keys(listFiles) as ListName[]) {
    const rows = readList(folder, list, languages)
    if (!Array.isArray(rows)) mistakes.push(...(rows as { mistakes: readonly Mistake[] }).mistakes)
    else read[list] = rows
  }
  if (mistakes.length > 0) return { mistakes }
  const strangers = strangePosts(read)
  return strangers.length > 0 ? { mistakes: strangers } : listsOf(read, languages)
}

export function columnsOf(list: ListName, languages: readonly string[]): Columns {
  const { needed, known } = listFiles[list]
  const names = languages.slice(1).map((language) => `name ${language}`)
  return { needed, known: [...needed, ...known, ...names] }
}

function readList(folder: string, list: ListName, languages: readonly string[]) {
  const name = `${list}.csv`
  const file = join(folder, name)
  if (!existsSync(file)) return { mistakes: [{ path: name, message: 'does not exist: add it beside region.json' }] }
  const { text, windows1251 } = textOf(readFileSync(file))
  const coding = 'is not in UTF-8, probably in windows-1251: save it as "CSV UTF-8"'
  if (windows1251) return { mistakes: [{ path: name, message: coding }] }
  const read = rowsOf(name, text, columnsOf(list, languages))
  return 'rows' in read ? read.rows : read
}

/** People whose post or place would be lost without a word. */
function strangePosts({ people, organisations, municipalities }: Read): Mistake[] {
  const known = { organisation: idsOf(organisations), municipality: idsOf(municipalities) }
  return people.flatMap((row) => {
    const path = `people.csv line ${row.line}`
    const post = row.cell('post')
    const all: readonly string[] = [...posts, ...staff, MUNICIPAL]
    if (!all.includes(post)) return [{ path, message: `"${post}" is no post: write ${all.join(', ')}` }]
    if ((staff as readonly string[]).includes(post)) return []
    if (post === MUNICIPAL) {
      const place = row.cell('municipality')
      if (!place) return [{ path, message: 'does not say of which municipality: add it' }]
      return expect(known.municipality.has(place), path, unknown('municipality', place))
    }
    const of = isOf(row)
    if (of === 'municipality' && post !== 'head') return [{ path, message: 'does not say which organisation: add it' }]
    const id = row.cell(of)
    const holder = people.find((other) => other.cell('post') === post && other.cell(of) === id && isOf(other) === of)!
    const second = `is a second ${post} of "${id}", after line ${holder.line}: leave one of them`
    return [...expect(known[of].has(id), path, unknown(of, id)), ...expect(holder === row, path, second)]
  })
}

/** Whose a person is; a municipality has a head and nobody else. */
function isOf(row: Row) {
  return row.cell('organisation') ? 'organisation' : 'municipality'
}

function listsOf(read: Read, languages: readonly string[]): Lists {
  const places = new Map<string, string>()
  const placed = <Entry extends object>(list: string, file: string, rows: readonly Row[], entry: (row: Row) => Entry) =>
    rows.map((row, at) => {
      places.set(`${list}[${at}]`, `${file}.csv line ${row.line}`)
      return entry(row)
    })
  const peopleAt = (list: string, at: number, column: string, id: string) =>
    Object.fromEntries(
      read.people.flatMap((row) => {
        if (row.cell(column) !== id || isOf(row) !== column || row.cell('post') === MUNICIPAL) return []
        places.set(`${list}[${at}].${row.cell('post')}`, `people.csv line ${row.line}`)
        return [[row.cell('post'), contactOf(row)]]
      }),
    )
  const holders = (list: string, post: string, entry: (row: Row) => object = contactOf) =>
    placed(
      list,
      'people',
      read.people.filter((row) => row.cell('post') === post),
      entry,
    )
  return {
    lists: {
      municipalities: placed('municipalities', 'municipalities', read.municipalities, (row) => ({
        id: row.cell('id'),
        name: nameOf(row, languages),
        aliases: listIn(row.cell('aliases')),
        centre: pointOf(row) ?? {},
        ...given('radiusKm', numberIn(row.cell('radius km'))),
      })).map((entry, at) => ({ ...entry, ...peopleAt('municipalities', at, 'municipality', entry.id) })),
      settlements: placed('settlements', 'settlements', read.settlements, (row) => ({
        name: row.cell('name'),
        ...given('kind', row.cell('kind')),
        municipalities: listIn(row.cell('municipalities')),
        ...given('at', pointOf(row)),
        aliases: listIn(row.cell('aliases')),
        ...given('streets', row.cell('streets') && listIn(row.cell('streets'))),
      })),
      organisations: placed('organisations', 'organisations', read.organisations, (row) => ({
        id: row.cell('id'),
        name: nameOf(row, languages),
        kind: row.cell('kind'),
        ...given('municipality', row.cell('municipality')),
      })).map((entry, at) => ({ ...entry, ...peopleAt('organisations', at, 'organisation', entry.id) })),
      routes: placed('routes', 'routes', read.routes, (row) => ({
        topics: listIn(row.cell('topics')),
        ...given('municipalities', row.cell('municipalities') && listIn(row.cell('municipalities'))),
        organisation: row.cell('organisation'),
      })),
      operators: holders('operators', 'operator'),
      moderators: holders('moderators', 'moderator'),
      municipals: holders('municipals', MUNICIPAL, (row) => ({
        ...contactOf(row),
        municipality: row.cell('municipality'),
      })),
      analysts: holders('analysts', 'analyst'),
      administrators: holders('administrators', 'administrator'),
    },
    places,
  }
}

function contactOf(row: Row) {
  return {
    id: row.cell('id'),
    name: row.cell('name'),
    ...given('position', row.cell('position')),
    email: row.cell('email'),
    ...given('phone', row.cell('phone')),
    ...given('language', row.cell('language')),
    ...given('mails', row.cell('mails')),
    ...given('receipts', { yes: true, no: false }[row.cell('receipts')] ?? row.cell('receipts')),
    ...given('share', numberIn(row.cell('share'))),
    ...given('away', row.cell('away') && absencesIn(row.cell('away'))),
  }
}

/** Absences as ISO 8601 writes them: "2026-08-01/2026-08-14", more than one with "," or ";" between. */
function absencesIn(cell: string) {
  return listIn(cell).map((days) => {
    const [from = '', to = ''] = days.split('/')
    return { from, to }
  })
}

function nameOf(row: Row, languages: readonly string[]): Record<string, string> {
  const written = languages.map((language, at) => [language, row.cell(at === 0 ? 'name' : `name ${language}`)] as const)
  return Object.fromEntries(written.filter(([, name]) => name !== ''))
}

function pointOf(row: Row) {
  const [lat, lon] = [numberIn(row.cell('lat')), numberIn(row.cell('lon'))]
  return lat === undefined && lon === undefined ? undefined : { ...given('lat', lat), ...given('lon', lon) }
}

function given(name: string, value: unknown) {
  return value === undefined || value === '' ? {} : { [name]: value }
}

function idsOf(rows: readonly Row[]) {
  return new Set(rows.map((row) => row.cell('id')))
}
