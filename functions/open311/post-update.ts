// Answers POST servicerequestupdates, mySociety's extension: what people say elsewhere of a request becomes words of its case, the
// reply to its question, a rating, or sends it back to work; once for each update_id. Called by the handler.
import { createHash } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/events.ts'
import { caseIdPattern, letters } from '../case/ids.ts'
import { givenNow } from '../case/permissions.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import type { Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import type { Integrator } from '../intake/authorize.ts'
import { isExpired, textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { loadEvents } from '../store/history.ts'
import { loadCase } from '../store/load.ts'
import { integratorKeys, keys, table } from '../store/table.ts'
import { wholeOf } from '../../regions/languages.ts'
import { fieldsOf } from './form.ts'
import { refusal } from './refusal.ts'
import type { Value } from './render.ts'
import { type Said, saidIn } from './said.ts'
import { words } from './words.ts'

const why = {
  superseded: 'the request has changed meanwhile: send it again',
  'too late': 'the time for this is over',
  'already rated': 'this answer has been rated',
  'no more reopenings': 'it was sent back as often as it may be',
  'too many notes': 'there are too many additions since it was last answered',
  'not yours': 'a rejected request is not sent back',
  erased: 'the texts of this request were erased',
} as const

/** @throws Problem 400 naming everything that is wrong, or why the request does not take it; 404 for a request of somebody else */
export async function postUpdate(request: Request, { id, test }: Integrator): Promise<Value> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const said = saidIn(await fieldsOf(request), request.at)
  const caseId = said.requestId.toUpperCase()
  const stored = caseIdPattern.test(caseId) ? await loadCase(tableName, caseId, request.at) : undefined
  if (stored?.state.integrator !== id || (stored.state.test ?? false) !== test)
    throw refusal(404, `service_request_id ${said.requestId.slice(0, 40)}: there is no such request of yours`)
  const { state } = stored
  const claim = integratorKeys.idempotency(test ? `test ${id}` : id, `update ${caseId} ${said.updateId}`)
  const messageId = letters(12, (bytes) => createHash('sha256').update(claim.pk).digest().subarray(0, bytes))
  const before = await claimed(claim, request.at)
  const ttl = ttlAfter(request.at, textDaysOf(region, state))
  const text = textOf(said, words[wholeOf(region.languages[0]!)])
  const handled = before
    ? { outcome: 'repeated' as const }
    : await handle({
        ...{ tableName, region, caseId, at: request.at },
        command: givenNow(state, { ...commandOf(state, said), by: { role: 'integrator', id }, messageId }),
        items: [
          { ...claim, caseId, ttl },
          { ...keys.personal(caseId, messageId), messageId, text, ttl },
        ],
      })
  const { outcome } = handled
  log('update of a request', { caseId, outcome, status: said.status, integrator: id, requestId: request.requestId })
  if (outcome === 'refused' && !(await claimed(claim, request.at)))
    throw refusal(400, `status ${said.status}: ${(why as Partial<Record<string, string>>)[handled.code] ?? notNow}`)
  const seq = seqOf(await loadEvents(tableName, caseId), messageId)
  return [{ update_id: `${caseId}.${seq}` }]
}

const notNow = 'the request does not stand for this: read it again'

async function claimed(Key: { pk: string; sk: string }, at: string): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: environment('TABLE_NAME'), Key, ConsistentRead: true }))
  return Item !== undefined && !isExpired(Item, at)
}

/** What is said of an answer: that it solves the matter, or does not. Anything else is said of the work. */
function commandOf({ status, round }: Case, said: Said) {
  if (status === 'clarification') return { type: 'Clarify' } as const
  if (status !== 'resolved' && status !== 'closed' && status !== 'rejected') return { type: 'AddWords' } as const
  if (said.says === 'solved') return { type: 'Rate', solved: true, reopen: false } as const
  if (said.says !== 'open') throw refusal(400, `status ${said.status}: an answered request takes OPEN or FIXED`)
  if (round.answer && said.at < round.answer.at)
    throw refusal(400, 'updated_datetime: it was said before the answer came; say OPEN after it to send it back')
  return { type: 'Reopen' } as const
}

/** A status that is not ours to take stands with the words, so that whoever works on it reads it. */
function textOf({ says, status, hasWords, text }: Said, { said }: (typeof words)[keyof typeof words]): string {
  const marked = says === 'other' ? said.other(status) : hasWords ? '' : said[says]
  return [text, marked].filter(Boolean).join('\n')
}

/** The number of the event that an update became: that by which GET servicerequestupdates names it. */
function seqOf(events: readonly CaseEvent[], messageId: string): number {
  const index = events.findIndex((event) => 'messageId' in event && event.messageId === messageId)
  if (index < 0) throw new Error('An update became no event.')
  return index + 1
}
