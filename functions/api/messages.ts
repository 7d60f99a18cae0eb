// Answers POST /v1/messages: a message becomes a case. What it does with one message it does with each of a batch. Called by the handler
// and batch.ts.
import { randomBytes } from 'node:crypto'
import { message, type Message } from '../contract/message.ts'
import type { Accepted } from '../contract/replies/accepted.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { parseJson } from '../edge/parse.ts'
import { Problem } from '../edge/problem.ts'
import { authorize, type Integrator } from '../intake/authorize.ts'
import { submitMessage } from '../intake/submit.ts'
import { pathOf } from '../links/links.ts'
import { wholeOf } from '../../regions/languages.ts'
import { idempotencyKeyOf } from './idempotency.ts'
import { unknownIn } from './unknown.ts'
import { words } from './words.ts'

export async function postMessage(request: Request): Promise<Reply> {
  const integrator = await authorize(request, environment('TABLE_NAME'), 'messages:write')
  const idempotencyKey = idempotencyKeyOf(request)
  const parsed = parseJson(message, request, unknownIn(deployedRegion()))
  const { accepted, replayed } = await takeMessage(request, integrator, idempotencyKey, parsed)
  return json(201, accepted, {
    Location: `${request.base}/v1/cases/${accepted.id}`,
    ...(replayed && { 'Idempotent-Replayed': 'true' }),
  })
}

/**
 * Makes a case of a message, once for its key.
 * @throws Problem 422 when the key was used for another message
 */
export async function takeMessage(
  request: Request,
  { id, test, derive }: Integrator,
  idempotencyKey: string,
  parsed: Message,
): Promise<{ readonly accepted: Accepted; readonly replayed: boolean }> {
  const submitted = await submitMessage({
    ...{ tableName: environment('TABLE_NAME'), region: deployedRegion(), message: parsed },
    by: { role: 'integrator', id },
    idempotencyKey,
    test,
    at: request.at,
    random: randomBytes,
    linkRandom: (caseId) => derive(`track ${caseId}`),
  })
  if (submitted.outcome === 'mismatch')
    throw new Problem(422, 'idempotency-mismatch', words[wholeOf(request.language)].mismatch)
  // What the region does not know was said before: its file cannot change in between.
  if (submitted.outcome === 'refused') throw new Error(`A message was refused: ${submitted.code}`)
  const { caseId, state, trackSecret } = submitted
  log('message accepted', { caseId, outcome: submitted.outcome, integrator: id, requestId: request.requestId, test })
  const accepted = {
    id: caseId,
    ...(test && { test }),
    status: state.status,
    receivedAt: state.receivedAt,
    trackUrl: `${request.base}${pathOf.track}${trackSecret}`,
  } satisfies Accepted
  return { accepted, replayed: submitted.outcome === 'repeated' }
}
