// Ready answers for the topic of a case, with its own place, address, number and date in them. A responder puts one into the answer's
// field, after what stands there, and changes it. Called by the answer's form, and where it is read.
import { nameIn, organisationName, placeName } from '../../../regions/names.ts'
import type { Template } from '../../../regions/schema.ts'
import type { TemplateVariable } from '../../../regions/vocabulary.ts'
import { dayOfMonth } from '../../calendar/local-time.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import { firstMessage } from '../../case/case-file.ts'
import { isOf } from '../../case/clocks/rules.ts'
import type { Fields } from '../forms.ts'
import type { Visit } from '../visit.ts'
import { respondWords } from '../words/respond.ts'

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
    date: dayOfMonth(received, language),
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

/** The form with a template in the answer's field, after all that was typed. */
export function withTemplate(visit: Visit): Fields {
  const { fields } = visit
  const template = templatesFor(visit).find(({ id }) => id === fields['template'])
  const typed = { ...fields, action: 'answer' }
  if (!template) return typed
  const answer = [fields['answer'], filledIn(template, visit)].filter(Boolean).join('\n\n')
  return { ...typed, template: '', answer }
}
