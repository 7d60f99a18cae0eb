// Skips a case that somebody works through a list with: it says why, in a note that colleagues read, and the next one comes. Called by case.tsx.
import { environment } from '../edge/environment.ts'
import { handle } from '../store/handle.ts'
import { noteItem } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type FormErrors, nonceOf } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'
import { playWords, skipReasons } from '../web/words/play.ts'
import { words } from '../web/words/words.ts'
import { SKIP_LIMIT } from './play-bar.tsx'

/** @returns what is wrong with the form; undefined when it is done */
export async function skip(visit: ConsoleVisit, { actor }: Visit): Promise<FormErrors | undefined> {
  const { fields, request, region, id } = visit
  const { language, at } = request
  const text = playWords[language]
  const commandId = nonceOf(fields, request)
  const own = fields['skip-words'] ?? ''
  const reason = skipReasons.find((one) => one === fields['skip'])
  if (!reason) return { skip: words[language].choose }
  if (own.length > SKIP_LIMIT) return { 'skip-words': words[language].tooLong(SKIP_LIMIT) }
  if (reason === 'other' && !own) return { 'skip-words': words[language].required }
  const note = text.skipped([text.skipReasons[reason], own].filter(Boolean).join('. '))
  // A note more than somebody may leave is none: the case is skipped all the same.
  const command = { type: 'Note', by: actor, text: note } as const
  const items = [noteItem(visit, { what: 'case changed', caseId: id, about: command.type })]
  await handle({ tableName: environment('TABLE_NAME'), region, caseId: id, at, commandId, command, items })
  return undefined
}
