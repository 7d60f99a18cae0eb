// Tells integrators what is missing to route a case, with what may be chosen, and takes the answer that their citizen gave.
// Called by the handler and case-view.ts.
import { createHash } from 'node:crypto'
import type { CaseFile } from '../case/case-file.ts'
import { missingBody } from '../contract/acts.ts'
import type { Acted } from '../contract/replies/accepted.ts'
import type { Choice } from '../contract/replies/catalogues.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { parseJson } from '../edge/parse.ts'
import { Problem } from '../edge/problem.ts'
import { letters } from '../case/ids.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { keys } from '../store/table.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { unknownIn } from './unknown.ts'
import { words } from './words.ts'

/** Null where nothing is asked; of topic and municipality each that is asked, the likelier choices first. */
export function missingView(region: Region, { state }: CaseFile) {
  const { missing, askedAt, status } = state
  if (!missing || !askedAt || status !== 'triage') return null
  const { topic, place } = missing
  const topics = topic?.length ? region.topics.filter(({ id }) => topic.includes(id)) : region.topics
  const likely = region.municipalities.filter(({ id }) => place?.includes(id))
  const others = region.municipalities.filter(({ id }) => !place?.includes(id))
  return {
    askedAt,
    topic: topic ? topics.map(choice) : null,
    municipality: place ? [...likely, ...others].map(choice) : null,
  }
}

function choice({ id, name }: Choice): Choice {
  return { id, name }
}

/** The same answer again is the same act; another one, or one that comes too late, is refused. @throws Problem 409 or 422 */
export async function postMissing(request: Request, integrator: string, { state }: CaseFile): Promise<Reply> {
  const region = deployedRegion()
  const text = words[wholeOf(request.language)]
  const { askedAt, topic, municipality, address } = parseJson(missingBody, request, unknownIn(region))
  const id = createHash('sha256')
    .update(JSON.stringify([askedAt, topic, municipality, address]))
    .digest()
  const messageId = letters(12, (count) => id.subarray(0, count))
  const ttl = ttlAfter(request.at, textDaysOf(region, state))
  const handled = await handle({
    ...{
      tableName: environment('TABLE_NAME'),
      region,
      caseId: state.id,
      at: request.at,
      commandId: `missing-${messageId}`,
    },
    command: {
      type: 'Supply',
      by: { role: 'integrator', id: integrator },
      askedAt,
      ...(topic && { topic }),
      ...(municipality && { municipality }),
      ...(address && { messageId }),
    },
    ...(address && { items: [{ ...keys.personal(state.id, messageId), messageId, text: address, ttl }] }),
  })
  log('missing told', { caseId: state.id, outcome: handled.outcome, integrator, requestId: request.requestId })
  if (handled.outcome !== 'refused') return json(200, { id: state.id, status: handled.state.status } satisfies Acted)
  if (handled.code === 'unknown topic') throw text.notAmong('/topic')
  if (handled.code === 'unknown municipality') throw text.notAmong('/municipality')
  throw new Problem(409, 'not-asked', text.notAsked)
}
