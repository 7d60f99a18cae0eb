// Shows the page of an act and does what its form asks: through the same commands and the same decider as every other form. Called by the
// routes.
import { html, type Reply } from '../edge/http.ts'
import type { Lease } from '../store/leases.ts'
import { act as carryOut, type CaseForms, render } from '../web/case-form.tsx'
import { actsOffered } from '../web/console/acts.ts'
import { noted, seen } from '../web/console/audit.ts'
import { caseVisit } from '../web/console/case-visit.ts'
import { afterAct, backToCase, doneIn, openCase } from '../web/console/opened.ts'
import { RESUMED } from '../web/console/page.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Fields } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'
import { type Act, parseAct } from './act.ts'
import { ActPage } from './act-page.tsx'

export async function showAct(act: Act, visit: ConsoleVisit): Promise<Reply> {
  const shown = { ...(await caseVisit(visit)), fields: prefilled(act, visit) }
  const lease = await openCase(visit, true)
  return seen(visit, html(200, render(await formsFor(act, visit, lease, shown), shown)))
}

export async function doAct(act: Act, visit: ConsoleVisit): Promise<Reply> {
  const { fields } = visit
  const looking = await caseVisit(visit)
  const lease = await openCase(visit, true)
  const sent = { ...looking, fields }
  const forms = await formsFor(act, visit, lease, sent)
  // A form that came back by signing in is shown again, and does nothing.
  if (fields[RESUMED]) return seen(visit, html(200, render(forms, sent)))
  const reply = await carryOut(forms, looking, fields, () => caseVisit(visit))
  if (reply.status !== 303) return seen(visit, reply)
  return act.stays ? backToCase(visit, doneIn(reply)) : afterAct(visit, doneIn(reply))
}

/** What the address of the page fills in. */
function prefilled({ prefilled: names = [] }: Act, { request: { query } }: ConsoleVisit): Fields {
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
}

async function formsFor(
  act: Act,
  visit: ConsoleVisit,
  lease: Lease | undefined,
  filled: Visit,
): Promise<CaseForms<Visit>> {
  const isPossible = (shown: Visit) => actsOffered(shown).includes(act.name)
  const parsed = await act.parse(filled)
  const beside = await act.beside?.(filled, visit)
  return {
    parse: async (sent) => noted(visit, await parseAct(act, sent)),
    Page: (shown) => ActPage({ visit, shown, act, parsed, beside, isPossible: isPossible(shown), lease }),
    formsOn: (shown) => (isPossible(shown) ? [act.name] : []),
    textFields: Object.fromEntries(act.texts.map((field) => [field, act.name])),
  }
}
