// All rows of a table as a file: what would become of each, or what became of it, with what is wrong. Called by the routes.
import { csvReply } from '../edge/csv.ts'
import { environment } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { outcomesOf } from '../store/imports.ts'
import { note } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { planFor } from './plan.ts'
import { readAll, tableOf } from './uploaded.ts'
import { importWords } from './words.ts'

export async function takeReport(visit: ConsoleVisit): Promise<Reply> {
  const { request } = visit
  const text = importWords[request.language]
  const table = await tableOf(visit)
  const { upload, source } = table
  const rows = await readAll(visit, table)
  const done = upload.started ? await outcomesOf(environment('TABLE_NAME'), upload) : new Map<number, never[]>()
  const became = new Map([...done.values()].flat().map((outcome) => [outcome.line, outcome]))
  const planned = await planFor(source.id, rows, upload.started?.withHidden ?? false)
  await note(visit, { what: 'list taken', about: `imports/${upload.id}/report, ${rows.length} × 5` })
  const lines = planned.map(({ line, number, fate, caseId, mistakes, remarks }) => {
    const outcome = became.get(line)
    const what = outcome ? text.became[outcome.became] : upload.started && fate === 'new' ? '' : text.fates[fate]
    const about = [...mistakes.map(text.mistake), ...remarks.map(text.remark)].join(' ')
    return [line, number, what, outcome?.caseId ?? caseId ?? '', about]
  })
  const head = [text.line, text.number, text.becomes, text.fields.externalId, text.about]
  return csvReply(`${source.id}-${request.at.slice(0, 10)}`, [head, ...lines], request.language)
}
