// Shows the figures, and gives each of their tables as a file. What is asked for is in the address, which can be kept and passed on. Called by the
// routes.
import { environment } from '../edge/environment.ts'
import { csvReply } from '../edge/csv.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { note } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { addressOf, askedFigures, figuresScope } from './asked.ts'
import { FiguresPage } from './figures-page.tsx'
import { gather } from './gather.ts'
import { type TableName, tableNames } from './names.ts'
import { tablesOf } from './tables.ts'
import { waitingNow } from './waiting.ts'

export async function showFigures(visit: ConsoleVisit): Promise<Reply> {
  const asked = askedFigures(visit)
  const { waiting, tables } = await read(visit)
  return html(200, document(<FiguresPage {...{ visit, asked, waiting, tables }} />))
}

/** @throws Problem 404 where there is no such table */
export async function takeTable(visit: ConsoleVisit): Promise<Reply> {
  const { request, id } = visit
  const name: TableName | undefined = tableNames.find((one) => one === id)
  if (!name) throw new Problem(404, 'no-such-page', '')
  const asked = askedFigures(visit)
  const { tables } = await read(visit)
  const { head, rows } = tables.find((one) => one.name === name)!
  await note(visit, { what: 'figures taken', about: `${addressOf(asked, name)}, ${rows.length}` })
  return csvReply(`${name}-${asked.days.from}-${asked.days.to}`, [head, ...rows], request.language)
}

async function read(visit: ConsoleVisit) {
  const { region, request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const asked = askedFigures(visit)
  const scope = figuresScope(signedIn.staff)
  const [waiting, gathered] = await Promise.all([
    waitingNow(tableName, region, asked, scope, request.at),
    gather(tableName, asked, scope),
  ])
  return { waiting, tables: tablesOf(region, request.language, waiting, gathered) }
}
