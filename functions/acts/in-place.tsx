// What an operator does in the place of a responder who answers by telephone or not at all: the responder's own forms and commands, under
// the operator's name. Part of registry.ts.
import { organisationName } from '../../regions/names.ts'
import { ActionFields, gives } from '../web/respond/action-forms.tsx'
import { parse, textFields } from '../web/respond/commands.ts'
import { withTemplate } from '../web/respond/templates.ts'
import type { Visit } from '../web/visit.ts'
import { actsWords } from '../web/words/acts.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Act } from './act.ts'

/** An answer has a preview of its own: it is read as its citizen will see it. */
export function inPlaceOf<Name extends 'answer' | 'ask' | 'handover' | 'decline'>(
  name: Name,
): Act & { readonly name: Name } {
  const Fields = (visit: Visit) => {
    const { region, file, request } = visit
    const text = actsWords[wholeOf(request.language)]
    return (
      <>
        <p class="hint">{text.inPlaceOf(organisationName(region, file.state.organisation, request.language))}</p>
        <ActionFields visit={visit} action={name} />
      </>
    )
  }
  return {
    name,
    gives: gives[name],
    Fields,
    parse: (visit) =>
      visit.fields['action'] === 'template' ? { look: true, refilled: withTemplate(visit) } : parse(visit),
    texts: Object.entries(textFields).flatMap(([field, action]) => (action === name ? [field] : [])),
    isPreviewed: name !== 'answer',
  }
}
