// The models of routing in the console: which holds, which are kept, what came of each week's training; and back to another one, noted in the audit with
// the change itself. A form that comes twice changes nothing: it names the model that its page showed. Called by the routes.
import * as z from 'zod/mini'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { modelWeeks } from '../store/model-weeks.ts'
import { modelHead } from '../store/models.ts'
import { keptOf, rollBackModel } from '../store/put-model.ts'
import { noteItem } from '../web/console/audit.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { type FormErrors, readForm, sure } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { ModelsPage } from './models-page.tsx'
import { modelWords } from './models-words.ts'

/** Half a year. */
const WEEKS = 26
const version = z.string().check(z.regex(/^[\w-]{0,64}$/))
const goingBack = z.object({ to: version, seen: version, sure })

export function showModels(visit: ConsoleVisit): Promise<Reply> {
  return page(visit, 200)
}

export async function goBack(visit: ConsoleVisit): Promise<Reply> {
  const { request, fields } = visit
  const { language, at } = request
  const read = readForm(goingBack, fields, words[language])
  const text = modelWords[language]
  if ('errors' in read) return page(visit, 422, { '': text.tick })
  const { to, seen } = read.data
  const tableName = environment('TABLE_NAME')
  const entry = noteItem(visit, { what: 'model changed', about: `${seen} → ${to}` })
  const beside = [{ Put: { TableName: tableName, Item: entry } }]
  const head = await rollBackModel(tableName, at, { version: to, seen, beside })
  return head ? goTo(`${urlOf(visit, 'models')}?done=back`) : page(visit, 409, { '': text.changed })
}

async function page(visit: ConsoleVisit, status: number, errors: FormErrors = {}): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const [head, weeks] = await Promise.all([modelHead(tableName, true), modelWeeks(tableName, WEEKS)])
  const shown = { visit, weeks, errors, held: head?.version ?? '', kept: keptOf(head) }
  return html(status, document(<ModelsPage {...shown} />))
}
