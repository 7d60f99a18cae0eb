// Ready answers for the topic of a case, with its own place, address, number and date in them. A responder puts one into the answer's
// field, after what stands there, and changes it. Called by the handler and the answer's form.
import { nameIn, organisationName, placeName } from '../../regions/names.ts'
import type { Template } from '../../regions/schema.ts'
import type { TemplateVariable } from '../../regions/vocabulary.ts'
import { localDay } from '../calendar/local-time.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { firstMessage } from '../case/case-file.ts'
import { isOf } from '../case/clocks/rules.ts'
import type { Parsed } from '../web/case-form.tsx'
import type { Visit } from '../web/visit.ts'
import { parseCall } from '../web/call.tsx'
import { parseUndo } from '../web/undo.tsx'
import { respondWords } from '../web/words/respond.ts'
import { parse } from './commands.ts'

export function templatesFor({ region, file }: Visit): readonly Template[] {
  return region.templates.filter(({ topics }) => topics.some((pattern) => isOf(pattern, file.state.topic)))
}

/** The text in the citizen's language; where the case does not say something, what is missing stands in brackets. */
function filledIn({ text }: Template, { region, file }: Visit): string {
  const { state } = file
  const { language } = state
  const received = calendarOf(region).dateOf(Date.parse(state.receivedAt))
  const values: Readonly<Record<TemplateVariable, string | undefined>> = {
    place: placeName(region, state.municipality, language),
    address: firstMessage(file)?.address,
    number: state.id,
    date: localDay(received, language),
    organisation: organisationName(region, state.organisation, language),
  }
  const { missing } = respondWords(language, state).templates
  return nameIn(text, language).replace(
    /\{(\w+)\}/g,
    (_, name: TemplateVariable) => values[name] || `[${missing[name]}]`,
  )
}

/** What the page's address names (`?template=`), for whoever has written nothing yet. */
export function templateAsked(visit: Visit): string | undefined {
  const template = templatesFor(visit).find(({ id }) => id === visit.request.query['template'])
  return template && filledIn(template, visit)
}

/** Reads the page's forms; the button that puts a template in gives the page again, with all that was typed. */
export function parseOrFill(visit: Visit, commandId: string): Parsed {
  const { fields } = visit
  if (fields['action'] === 'undo') return parseUndo(visit)
  if (fields['action'] === 'call') return parseCall(visit, commandId)
  if (fields['action'] !== 'template') return parse(visit)
  const template = templatesFor(visit).find(({ id }) => id === fields['template'])
  const typed = { ...fields, action: 'answer' }
  if (!template) return { look: true, refilled: typed }
  const answer = [fields['answer'], filledIn(template, visit)].filter(Boolean).join('\n\n')
  return { look: true, refilled: { ...typed, template: '', answer } }
}
