// Makes the lists of a region's folder from what an authority has: ids that are missing are made of names, and names where
// ids belong are looked up. Rows keep their order, so that a mistake's line is the line of the given file. Called by
// region-new.ts.
import { csvOf, listIn, type Row, rowsOf, textOf } from '../../regions/csv.ts'
import { columnsOf, listFiles, type ListName } from '../../regions/lists.ts'
import type { Mistake } from '../../regions/mistakes.ts'
import { latinId } from '../../regions/latin.ts'

/** Bytes of the files that are there, by the name of the list. */
export type Given = Readonly<Partial<Record<ListName, Uint8Array>>>
export interface Completed {
  readonly files: Readonly<Record<ListName, string>>
  /** What the user should know of how files were read. */
  readonly remarks: readonly string[]
}

type Cells = Record<string, string>
/** May be missing in what is given, because they are made here. */
const made = ['id']
/** Only here: the topics an organisation answers for become its route. */
const TOPICS = 'topics'

export function completeLists(
  given: Given,
  languages: readonly string[],
): Completed | { mistakes: readonly Mistake[] } {
  const remarks: string[] = []
  const mistakes: Mistake[] = []
  const rows = {} as Record<ListName, readonly Row[]>
  for (const list of Object.keys(listFiles) as ListName[]) {
    const { text, windows1251 } = textOf(given[list] ?? new Uint8Array())
    if (windows1251)
      remarks.push(`${list}.csv is not in UTF-8: it was read as windows-1251, look whether its letters are right.`)
    const { needed, known } = columnsOf(list, languages)
    const columns = {
      needed: needed.filter((column) => !made.includes(column)),
      known: list === 'organisations' ? [...known, TOPICS] : known,
    }
    const read = given[list] ? rowsOf(`${list}.csv`, text, columns) : { rows: [] }
    if ('mistakes' in read) mistakes.push(...read.mistakes)
    else rows[list] = read.rows
  }
  if (mistakes.length > 0) return { mistakes }
  return { files: filesOf(rows, languages), remarks }
}

function filesOf(rows: Record<ListName, readonly Row[]>, languages: readonly string[]) {
  const cells = (list: ListName) => {
    const { known } = columnsOf(list, languages)
    return rows[list].map((row): Cells => Object.fromEntries(known.map((column) => [column, row.cell(column)])))
  }
  const municipalities = withIds(cells('municipalities'), ({ name }) => name!)
  const organisations = withIds(cells('organisations'), ({ name }) => name!)
  const place = finder(municipalities)
  const body = finder(organisations)
  const settlements = cells('settlements').map((one) => ({
    ...one,
    municipalities: listIn(one['municipalities']!).map(place).join(', '),
  }))
  const settled = organisations.map((one): Cells => ({ ...one, municipality: place(one['municipality']!) }))
  const people = withIds(
    cells('people').map((one) => ({
      ...one,
      organisation: body(one['organisation']!),
      municipality: place(one['municipality']!),
    })),
    ({ email }) => email!,
  )
  const routes = rows.routes.length > 0 ? cells('routes') : routesOf(rows.organisations, settled)
  const all = { municipalities, settlements, organisations: settled, people, routes }
  return Object.fromEntries(
    (Object.keys(all) as ListName[]).map((list) => {
      const { needed, known } = columnsOf(list, languages)
      const used = known.filter((column) => needed.includes(column) || all[list].some((one) => one[column]))
      return [
        `${list}`,
        csvOf(
          used,
          all[list].map((one: Cells) => used.map((column) => one[column] ?? '')),
        ),
      ]
    }),
  ) as Record<ListName, string>
}

/** Each organisation answers for the topics it is given; for all others the administration of the place. */
function routesOf(rows: readonly Row[], organisations: readonly Cells[]): Cells[] {
  const own = rows.flatMap((row, at): Cells[] => {
    const { id, kind, municipality } = organisations[at]!
    const topics = row.cell(TOPICS)
    if (topics === '') return []
    return [{ topics, municipalities: kind === 'municipality' ? '' : municipality!, organisation: id! }]
  })
  const narrowFirst = (a: Cells, b: Cells) => Number(a['municipalities'] === '') - Number(b['municipalities'] === '')
  return [...own.sort(narrowFirst), { topics: '*', municipalities: '', organisation: 'municipality' }]
}

/** @param same what makes two rows one and the same: they share an id, and no others do. */
function withIds(rows: readonly Cells[], same: (row: Cells) => string): Cells[] {
  const owners = new Map<string, string>()
  return rows.map((row) => {
    const base = row['id'] || latinId(row['name']!)
    let id = base
    for (let next = 2; !row['id'] && (owners.get(id) ?? same(row)) !== same(row); next += 1) id = `${base}-${next}`
    owners.set(id, same(row))
    return { ...row, id }
  })
}

/** Gives the id of what is named by its id or its name; what is not found stays as it is, for the check to say so. */
function finder(rows: readonly Cells[]) {
  const ids = new Map(rows.flatMap(({ id, name }) => [[name!.toLowerCase(), id!] as const, [id!, id!] as const]))
  return (named: string) => ids.get(named.toLowerCase()) ?? named
}
