// One form, three steps: what is to be done, what that does to each, and what came of it. Nothing is kept between them but what the page
// carries: the cases that were ticked, as they were shown, and the id under which each is changed once. Called by the routes.
import { randomBytes } from 'node:crypto'
import { caseIdPattern, letters } from '../case/ids.ts'
import { permissions } from '../case/permissions.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { log } from '../edge/log.ts'
import { RESUMED } from '../web/console/page.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type Fields, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { type BulkAct, bulkWords } from '../web/words/bulk.ts'
import { words } from '../web/words/words.ts'
import { carryOut } from './carry-out.ts'
import { actIn, type Order, orderIn } from './order.ts'
import { ChoosePage, ConfirmPage, NothingPage, ResultPage } from './pages.tsx'
import { loadMany, planFor } from './plan.ts'

/** Cases of one form: those of a page of a list. */
const MOST_CASES = 50

const commandOf = { assign: 'Assign', reject: 'Reject', merge: 'Merge', pass: 'PassOn' } as const

export async function actOnMany(visit: ConsoleVisit): Promise<Reply> {
  const { fields, request } = visit
  const text = bulkWords[request.language]
  const act = actIn(visit)
  if (!act) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  if (!mayGive(visit, act)) throw new Problem(403, 'not-permitted', words[request.language].refusals['not yours'])
  const ids = tickedIn(fields)
  if (ids.length === 0) return html(422, document(<NothingPage visit={visit} act={act} why={text.none} />))
  if (ids.length > MOST_CASES)
    return html(422, document(<NothingPage visit={visit} act={act} why={text.tooMany(MOST_CASES)} />))
  const step = fields['step']
  if (step !== 'plan' && step !== 'do') return choose(visit, act, ids, {}, 200)
  const order = orderIn(visit, act)
  if ('errors' in order) return choose(visit, act, ids, order.errors, 422)
  // A form that came back by signing in is shown again, and does nothing.
  if (step === 'do' && !fields[RESUMED]) return doAll(visit, order, ids)
  return plan(visit, order, ids)
}

/** An act that one of their roles may give, as the table of permissions says. */
function mayGive({ signedIn }: ConsoleVisit, act: BulkAct): boolean {
  const { roles } = signedIn.staff
  return permissions[commandOf[act]].by.some((role) => (roles as readonly string[]).includes(role))
}

async function choose(
  visit: ConsoleVisit,
  act: BulkAct,
  ids: readonly string[],
  errors: Fields,
  status: number,
): Promise<Reply> {
  const files = await loadMany(visit, ids)
  return html(status, document(<ChoosePage {...{ visit, act, ids, files, errors }} />))
}

async function plan(visit: ConsoleVisit, order: Order, ids: readonly string[]): Promise<Reply> {
  const files = await loadMany(visit, [...ids, ...(order.act === 'merge' ? [order.into] : [])])
  if (order.act === 'merge' && !files.has(order.into))
    return choose(visit, order.act, ids, { into: bulkWords[visit.request.language].intoWrong }, 422)
  const planned = ids.map((id) => planFor(visit, order, id, files))
  const nonce = letters(16, randomBytes)
  return html(200, document(<ConfirmPage {...{ visit, order, planned, nonce }} />))
}

async function doAll(visit: ConsoleVisit, order: Order, ids: readonly string[]): Promise<Reply> {
  const { fields, request } = visit
  const commandId = nonceOf(fields, request)
  const shown = new Map(ids.map((id) => [id, shownIn(visit, id)]))
  const results = await carryOut(visit, order, shown, commandId)
  const done = results.filter(({ refused }) => refused === undefined).length
  log('many acted on', { act: order.act, cases: ids.length, done, commandId })
  return html(200, document(<ResultPage {...{ visit, order, results }} />))
}

/** The numbers of the rows that were ticked, in their order. */
function tickedIn(fields: Fields): string[] {
  return Object.keys(fields).flatMap((name) => {
    const id = name.startsWith('case-') ? name.slice('case-'.length) : ''
    return caseIdPattern.test(id) ? [id] : []
  })
}

/** Under which assignment a case was shown. @throws Problem 400 where the form does not say so */
function shownIn({ fields, request }: ConsoleVisit, caseId: string): number {
  const shown = fields[`shown-${caseId}`] ?? ''
  if (!/^\d{1,9}$/.test(shown)) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  return Number(shown)
}
