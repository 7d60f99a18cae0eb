// A case in the console: what can be done behind a link by mail, by the same commands, as whoever is signed in. Where it is worked through
// in turn, what was done leads to the next. Called by the routes.
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { giveLeaseBack, type Lease, leaseOf, takeLease } from '../store/leases.ts'
import { callTextFields, mayCall, noteOpened, parseCall } from '../web/call.tsx'
import { act, type CaseForms, render } from '../web/case-form.tsx'
import { chosenIn } from '../web/desk/candidates.ts'
import { parse, textFields } from '../web/desk/commands.ts'
import { possibleActions } from '../web/desk/decisions.ts'
import { note, noteItem } from '../web/console/audit.ts'
import { RESUMED } from '../web/console/page.ts'
import type { Fields } from '../web/forms.ts'
import { goTo } from '../web/see-other.ts'
import type { Visit } from '../web/visit.ts'
import { CasePage } from './case-page.tsx'
import { caseVisit } from './case-visit.ts'
import { skip } from './skip.ts'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

export async function showCase(visit: ConsoleVisit): Promise<Reply> {
  const shown = await caseVisit(visit)
  await noteSeen(visit)
  noteOpened(shown, {})
  const lease = await openCase(visit)
  return html(200, render(formsFor(visit, {}, lease), shown))
}

export async function actOnCase(visit: ConsoleVisit): Promise<Reply> {
  const { fields, request, signedIn, id } = visit
  const looking = await caseVisit(visit)
  const list = listPlayed(visit)
  const lease = await openCase(visit)
  const forms = formsFor(visit, fields, lease)
  // A form that came back by signing in is shown again, and does nothing.
  if (fields[RESUMED]) {
    await noteSeen(visit)
    return html(200, render(forms, { ...looking, fields }))
  }
  if (list && fields['action'] === 'skip') {
    const errors = await skip(visit, looking)
    if (errors) {
      await noteSeen(visit)
      return html(422, render(forms, { ...looking, fields, errors }))
    }
  } else {
    const reply = await act(forms, looking, fields, () => caseVisit(visit))
    if (reply.status !== 303) {
      await noteSeen(visit)
      return reply
    }
    if (!list) return goTo(`${urlOf(visit, `cases/${id}`)}${reply.headers?.['Location']}`)
  }
  await giveLeaseBack(environment('TABLE_NAME'), id, signedIn.staff.contact.id, request.at)
  const did = fields['action'] === 'skip' ? 'skipped=yes' : `did=${fields['action']}`
  return goTo(urlOf(visit, `next?list=${list}&before=${id}&${did}`))
}

/** Before a page goes out that shows the case. */
function noteSeen(visit: ConsoleVisit): Promise<void> {
  return note(visit, { what: 'case seen', caseId: visit.id })
}

/** In which list the case is worked through, as its address says. */
function listPlayed({ request }: ConsoleVisit): string | undefined {
  return /^[a-z]{1,20}$/.exec(request.query['play'] ?? '')?.[0]
}

/** The forms of one request; what was typed is shown beside what somebody else did meanwhile. */
function formsFor(visit: ConsoleVisit, typed: Fields, lease: Lease | undefined): CaseForms<Visit> {
  return {
    parse: (sent, commandId) => {
      const parsed =
        sent.fields['action'] === 'call' ? parseCall(sent, commandId) : parse({ ...sent, fields: chosenIn(sent) })
      if (!('command' in parsed)) return parsed
      const noted = { what: 'case changed', caseId: visit.id, about: parsed.command.type } as const
      return { ...parsed, items: [...(parsed.items ?? []), noteItem(visit, noted)] }
    },
    Page: (shown) => CasePage({ visit, shown, typed, lease, list: listPlayed(visit) }),
    formsOn: (shown) => [...possibleActions(shown), ...(mayCall(shown) ? ['call'] : [])],
    textFields: { ...textFields, ...callTextFields },
  }
}

/** Tells others who has it open, where one may decide anything. @returns the lease of somebody else, if they were there first */
async function openCase(visit: ConsoleVisit): Promise<Lease | undefined> {
  const { request, signedIn, id } = visit
  const tableName = environment('TABLE_NAME')
  const holder = signedIn.staff.contact.id
  const mayDecide = may(signedIn.staff, 'decide cases') && request.method !== 'HEAD'
  const kind = listPlayed(visit) || request.method === 'POST' ? 'editing' : 'viewing'
  if (mayDecide && (await takeLease(tableName, id, { holder, kind }, request.at))) return undefined
  const lease = await leaseOf(tableName, id, request.at)
  return lease?.holder === holder ? undefined : lease
}
