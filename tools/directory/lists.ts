// Writes changed entries of a directory into the CSV files of a region's folder: a row for each, all other rows as they are. Called by
// npm run directory.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contact, RegionFile } from '../../regions/schema.ts'
import { csvOf, type Row, rowsOf, textOf } from '../../regions/csv.ts'
import type { Difference, Entry } from '../../regions/directory.ts'
import { columnsOf, type ListName } from '../../regions/lists.ts'

type Cells = Readonly<Record<string, string>>

/** @returns the names of the files that were written */
export function writeLists(folder: string, languages: readonly string[], differences: readonly Difference[]): string[] {
  const of = (part: string) => differences.filter(({ key }) => key.split('/')[0] === part)
  const rewritten = [
    rewrite(folder, 'organisations', languages, of('organisations'), organisationCells, isOrganisation),
    rewrite(folder, 'people', languages, of('people'), personCells, isPerson),
    ...of('routes').map(({ after }) => rewriteRoutes(folder, languages, after as RegionFile['routes'])),
  ]
  return rewritten.filter((name) => name !== undefined)
}

/** @param isOf whether a row is that of a key */
function rewrite(
  folder: string,
  list: ListName,
  languages: readonly string[],
  differences: readonly Difference[],
  cellsOf: (key: string, entry: Entry, languages: readonly string[]) => Cells,
  isOf: (key: string, row: Row) => boolean,
): string | undefined {
  if (differences.length === 0) return undefined
  const { known } = columnsOf(list, languages)
  const rows = readRows(folder, list, languages)
  const written = new Set<string>()
  const kept = rows.flatMap((row): Cells[] => {
    const changed = differences.find(({ key }) => isOf(key, row))
    if (!changed) return [Object.fromEntries(known.map((column) => [column, row.cell(column)]))]
    written.add(changed.key)
    return changed.after ? [cellsOf(changed.key, changed.after, languages)] : []
  })
  const added = differences.flatMap(({ key, after }) =>
    after && !written.has(key) ? [cellsOf(key, after, languages)] : [],
  )
  return write(folder, list, languages, [...kept, ...added])
}

function rewriteRoutes(folder: string, languages: readonly string[], routes: RegionFile['routes']): string {
  const rows = routes.map(({ topics, municipalities, organisation }) => ({
    topics: topics.join(', '),
    municipalities: municipalities.join() === '*' ? '' : municipalities.join(', '),
    organisation,
  }))
  return write(folder, 'routes', languages, rows)
}

function readRows(folder: string, list: ListName, languages: readonly string[]): readonly Row[] {
  const name = `${list}.csv`
  const read = rowsOf(name, textOf(readFileSync(join(folder, name))).text, columnsOf(list, languages))
  if ('rows' in read) return read.rows
  throw new Error(`${name}: ${read.mistakes[0]!.message}`)
}

/** Columns in which nobody says anything are left out where they may be. */
function write(folder: string, list: ListName, languages: readonly string[], rows: readonly Cells[]): string {
  const { needed, known } = columnsOf(list, languages)
  const used = known.filter((column) => needed.includes(column) || rows.some((row) => row[column]))
  const table = csvOf(
    used,
    rows.map((row) => used.map((column) => row[column] ?? '')),
  )
  writeFileSync(join(folder, `${list}.csv`), table)
  return `${list}.csv`
}

function isOrganisation(key: string, row: Row): boolean {
  return key === `organisations/${row.cell('id')}`
}

function isPerson(key: string, row: Row): boolean {
  const [post, id] = [row.cell('post'), row.cell('id')]
  const [organisation, municipality] = [row.cell('organisation'), row.cell('municipality')]
  if (post === 'municipal') return key === `people/municipal/${municipality}/${id}`
  if (organisation) return key === `people/${post}/${organisation}`
  return key === (municipality ? `people/municipality-head/${municipality}` : `people/${post}/${id}`)
}

function organisationCells(_: string, entry: Entry, languages: readonly string[]): Cells {
  const { id, name, kind, municipality = '' } = entry as unknown as RegionFile['organisations'][number]
  return { id, ...nameCells(name, languages), kind, municipality }
}

function nameCells(name: Readonly<Record<string, string>>, languages: readonly string[]): Cells {
  return Object.fromEntries(
    languages.map((language, index) => [index === 0 ? 'name' : `name ${language}`, name[language] ?? '']),
  )
}

function personCells(key: string, entry: Entry): Cells {
  const [, post = '', of = ''] = key.split('/')
  const { away = [], receipts, share, ...contact } = entry as unknown as Contact
  const isOfMunicipality = post === 'municipality-head' || post === 'municipal'
  return {
    ...(contact as unknown as Cells),
    post: post === 'municipality-head' ? 'head' : post,
    ...(isOfMunicipality ? { municipality: of } : isOfOrganisation(post) && { organisation: of }),
    away: away.map(({ from, to }) => `${from}/${to}`).join(', '),
    ...(receipts !== undefined && { receipts: receipts ? 'yes' : 'no' }),
    ...(share !== undefined && { share: String(share) }),
  }
}

function isOfOrganisation(post: string): boolean {
  return ['responder', 'deputy', 'supervisor', 'head'].includes(post)
}
