// A case in the console: what can be done behind a link by mail, by the same commands, as whoever is signed in. Where it is worked through
// in turn, what was done leads to the next. Called by the routes.
import { html, type Reply } from '../edge/http.ts'
import type { Lease } from '../store/leases.ts'
import { callTextFields, mayCall, noteOpened, parseCall } from '../web/call.tsx'
import { act, type CaseForms, render } from '../web/case-form.tsx'
import { chosenIn } from '../web/desk/candidates.ts'
import { parse, textFields } from '../web/desk/commands.ts'
import { possibleActions } from '../web/desk/decisions.ts'
import { noted, seen } from '../web/console/audit.ts'
import { caseVisit } from '../web/console/case-visit.ts'
import { afterAct, doneIn, listPlayed, openCase } from '../web/console/opened.ts'
import { RESUMED } from '../web/console/page.ts'
import type { Fields } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'
import { CasePage } from './case-page.tsx'
import { skip } from './skip.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

export async function showCase(visit: ConsoleVisit): Promise<Reply> {
  const shown = await caseVisit(visit)
  await noteOpened(shown, {})
  const lease = await openCase(visit)
  return seen(visit, html(200, render(formsFor(visit, {}, lease), shown)))
}

export async function actOnCase(visit: ConsoleVisit): Promise<Reply> {
  const { fields } = visit
  const looking = await caseVisit(visit)
  const lease = await openCase(visit)
  const forms = formsFor(visit, fields, lease)
  // A form that came back by signing in is shown again, and does nothing.
  if (fields[RESUMED]) return seen(visit, html(200, render(forms, { ...looking, fields })))
  if (listPlayed(visit) && fields['action'] === 'skip') {
    const errors = await skip(visit, looking)
    return errors ? seen(visit, html(422, render(forms, { ...looking, fields, errors }))) : afterAct(visit)
  }
  const reply = await act(forms, looking, fields, () => caseVisit(visit))
  return reply.status === 303 ? afterAct(visit, doneIn(reply)) : seen(visit, reply)
}

/** The forms of one request; what was typed is shown beside what somebody else did meanwhile. */
function formsFor(visit: ConsoleVisit, typed: Fields, lease: Lease | undefined): CaseForms<Visit> {
  return {
    parse: (sent, commandId) =>
      noted(
        visit,
        sent.fields['action'] === 'call' ? parseCall(sent, commandId) : parse({ ...sent, fields: chosenIn(sent) }),
      ),
    Page: (shown) => CasePage({ visit, shown, typed, lease, list: listPlayed(visit) }),
    formsOn: (shown) => [...possibleActions(shown), ...(mayCall(shown) ? ['call'] : [])],
    textFields: { ...textFields, ...callTextFields },
  }
}
