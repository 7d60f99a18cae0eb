// Takes the rows of a table in, part by part, as long as a request has time. Each row is a transaction of its own and is done once, however
// often and by however many at once it is asked: by its number in its source. Called by the form of a table.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../case/actor.ts'
import type { SourceFacts } from '../case/source.ts'
import { environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { caseOfExternalId } from '../intake/external-id.ts'
import { submitMessage } from '../intake/submit.ts'
import { handle } from '../store/handle.ts'
import {
  givenItem,
  noteOutcomes,
  type Outcome,
  outcomesOf,
  partsOf,
  type Source,
  type Started,
  type Upload,
} from '../store/imports.ts'
import { noteItem } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Columns } from './columns.ts'
import { type ReadRow, readRows, type Taken } from './read-row.ts'

/** Rows at once. */
const HANDS = 5
/** After so long (ms) no other part is begun: the function has 28 seconds, a part takes one or two. */
const LONGEST_MS = 18_000

/** Who a source's messages come from; no integrator's id has such marks, so that nobody's key opens them. */
function senderOf(source: Pick<Source, 'name'>): Actor & { readonly id: string } {
  return { role: 'integrator', id: `«${source.name}»` }
}

export interface Work {
  readonly visit: ConsoleVisit
  readonly source: Source
  readonly upload: Upload
  readonly started: Started
}

/** @param elapsed ms since some instant @returns whether every part is done */
export async function carryOut(work: Work, elapsed = () => performance.now()): Promise<boolean> {
  const { upload, source, started, visit } = work
  const tableName = environment('TABLE_NAME')
  const began = elapsed()
  const [parts, done] = await Promise.all([partsOf(tableName, upload), outcomesOf(tableName, upload)])
  const reading = { region: visit.region, source, headings: upload.headings, columns: started.columns as Columns }
  const read = readRows(parts.flat(), reading)
  let from = 0
  for (const [part, { length }] of parts.entries()) {
    const rows = read.slice(from, from + length)
    from += length
    if (done.has(part)) continue
    if (elapsed() - began > LONGEST_MS) return false
    const outcomes = await takePart(work, rows)
    await noteOutcomes(tableName, upload, part, outcomes)
    log('part of a table taken in', { source: source.id, part, rows: outcomes.length })
  }
  return true
}

async function takePart(work: Work, rows: readonly ReadRow[]): Promise<Outcome[]> {
  const meant = rows.filter(({ taken, hidden }) => taken && (!hidden || work.started.withHidden))
  const outcomes: Outcome[] = []
  for (let from = 0; from < meant.length; from += HANDS)
    outcomes.push(...(await Promise.all(meant.slice(from, from + HANDS).map((row) => takeRow(work, row)))))
  return outcomes
}

/** A fault of one row stops no other. */
async function takeRow(work: Work, { line, taken }: ReadRow): Promise<Outcome> {
  try {
    return { line, ...(await become(work, taken!)) }
  } catch (error) {
    logError('a row was not taken in', error, { source: work.source.id, line })
    return { line, became: 'failed' }
  }
}

async function become(work: Work, { number, message, facts }: Taken): Promise<Omit<Outcome, 'line'>> {
  const { visit, source, upload } = work
  const { region, request } = visit
  const tableName = environment('TABLE_NAME')
  const by = senderOf(source)
  const { at } = request
  const known = await caseOfExternalId(tableName, by.id, number, false)
  if (known !== undefined) return noteFacts(work, known, facts)
  const submitted = await submitMessage({
    ...{ tableName, region, message, by, facts, at, random: randomBytes, idempotencyKey: `row ${number}` },
    noted: (caseId, messageId) => [
      givenItem(source.id, number, { caseId, messageId, at }),
      noteItem(visit, { what: 'case changed', caseId, about: `Submit, table ${upload.id}` }),
    ],
  })
  if (submitted.outcome === 'created') return { became: 'created', caseId: submitted.caseId }
  if (submitted.outcome === 'repeated') return noteFacts(work, submitted.caseId, facts)
  if (submitted.outcome === 'refused') throw new Error(`A row was refused: ${submitted.code}`)
  // Somebody made its case in this very moment, of a row that says something else.
  const made = await caseOfExternalId(tableName, by.id, number, false)
  if (made === undefined) throw new Error('A row has a key and no case.')
  return noteFacts(work, made, facts)
}

async function noteFacts(
  { visit, source, upload }: Work,
  caseId: string,
  facts: SourceFacts,
): Promise<Omit<Outcome, 'line'>> {
  const { region, request } = visit
  const handled = await handle({
    ...{ tableName: environment('TABLE_NAME'), region, caseId, at: request.at },
    command: { type: 'NoteSource', by: senderOf(source), facts },
    items: [noteItem(visit, { what: 'case changed', caseId, about: `NoteSource, table ${upload.id}` })],
  })
  if (handled.outcome === 'refused') return { caseId, became: 'gone' }
  return { caseId, became: handled.outcome === 'done' && handled.events.length > 0 ? 'changed' : 'same' }
}
