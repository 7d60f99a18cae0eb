// Reads from a region's table what its desk had of the cases of a replay. Called by npm run replay --desk. The rows of a file are cases of their own under
// each version of the model, so that before and after stand beside each other.
import { globSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Region } from '../../regions/schema.ts'
import { inParallel } from '../in-parallel.ts'
import { regionOrganisationOf, regionTopicOf } from '../learning/labelled-rows.ts'
import { refuse } from '../refuse.ts'
import { regionInForce } from '../region-in-force.ts'
import { reachRegion } from '../region-table.ts'
import { type DeskCase, deskCaseOf, deskFigures, deskLines } from './desk.ts'
import { Journal } from './journal.ts'
import type { Row } from './rows.ts'

const BY_KEY_WORDS = 'key-words'
/** So long a container may route with the model of before (functions/route/model.ts). */
const FRESH_MS = 5 * 60_000
const AT_ONCE = 16

export interface Desk {
  readonly region: Region
  readonly tableName: string
  /** The region's time (ISO, UTC). */
  readonly at: string
  /** The version of the model that routes, or `key-words`. */
  readonly version: string
}

/** Finds the region's table and which model routes there, and waits until it does so everywhere. */
export async function reachDesk(code: string, table: string | undefined): Promise<Desk> {
  const { tableName, at } = await reachRegion(code, table)
  const { modelHead } = await import('../../functions/store/models.ts')
  const head = await modelHead(tableName, true)
  const left = head ? Date.parse(head.putAt) + FRESH_MS - Date.parse(at) : 0
  if (left > 0) console.error(`The model was changed just now: in ${Math.ceil(left / 1000)} s it holds everywhere.`)
  await pause(Math.max(0, left))
  return { region: await regionInForce(code, tableName), tableName, at, version: head?.version || BY_KEY_WORDS }
}

/** The journal of a file under one version. @param base of all its versions */
export function journalOf(base: string, version: string): string {
  return `${base}.${version}.jsonl`
}

/** The table of all versions under which these rows were posted, key words first, the one that routes now last. */
export async function deskTable(desk: Desk, base: string, rows: readonly Row[]): Promise<string[]> {
  const [first, last] = ['', base.length + 1]
  const versions = globSync(journalOf(base, '*')).map((file) => file.slice(last, -'.jsonl'.length))
  const order = (version: string) => (version === BY_KEY_WORDS ? first : version === desk.version ? '~' : version)
  const columns = []
  for (const version of versions.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const cases = await casesOf(desk, new Journal(journalOf(base, version)), rows)
    // The other half was posted under this version.
    if (cases.length === 0) continue
    const others = cases.filter(({ model }) => model !== undefined && model !== version).length
    if (others > 0)
      refuse(`${others} cases of ${journalOf(base, version)} were routed by another model: remove it, post again.`)
    columns.push({ name: version, figures: deskFigures(desk.region, cases) })
  }
  return deskLines(columns)
}

async function casesOf({ region, tableName, at }: Desk, journal: Journal, rows: readonly Row[]): Promise<DeskCase[]> {
  const { loadCaseFile } = await import('../../functions/store/load.ts')
  const found: DeskCase[] = []
  await inParallel(rows, AT_ONCE, async ({ number, columns }) => {
    const entry = journal.entries.get(number)
    if (!entry || !('id' in entry)) return
    const file = await loadCaseFile(tableName, entry.id, at)
    if (!file)
      refuse(`The case ${entry.id} of row ${number} is not in the table: its journal is of other data, remove it.`)
    const topic = regionTopicOf(region, columns['topic'] ?? '', {})
    const organisation = regionOrganisationOf(region, columns['responsible'] ?? '')
    found.push(deskCaseOf(region, file, { ...(topic && { topic }), ...(organisation && { organisation }) }))
  })
  return found
}
