// Answers POST /v1/messages/batch: up to a hundred messages, each taken or refused as if it had come alone, under a key of its own. Nothing
// is kept of the batch itself: sent again, whole or in part, it repeats what was done. Called by the handler.
import { BATCH_LIMIT_BYTES, batchItem, batchOf } from '../contract/batch.ts'
import type { BatchReply, BatchResult } from '../contract/replies/batch.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { asProblem, json, type Reply, type Request } from '../edge/http.ts'
import { parse, parseJson, withoutNulls } from '../edge/parse.ts'
import { Problem, problemBody } from '../edge/problem.ts'
import { authorize, type Integrator } from '../intake/authorize.ts'
import { countMore } from '../intake/limits.ts'
import { wholeOf } from '../../regions/languages.ts'
import * as z from 'zod/mini'
import { takeMessage } from './messages.ts'
import { unknownIn } from './unknown.ts'

const AT_ONCE = 4
/** What is not begun by then is left to the next request; the function has ten seconds, the gateway 29. */
const LONGEST_MS = 7_000

const batch = batchOf(z.unknown())

/** @param elapsed ms since some instant */
export async function postBatch(request: Request, elapsed = () => performance.now()): Promise<Reply> {
  const started = elapsed()
  const integrator = await authorize(request, environment('TABLE_NAME'), 'messages:write')
  const { messages } = parseJson(batch, request, undefined, BATCH_LIMIT_BYTES)
  const { count, refused } = await countMore(request, messages.length - 1)
  const results: BatchResult[] = []
  await inLanes(messages, async (value, index) => {
    const isLate = elapsed() - started > LONGEST_MS
    const why = index > count ? refused : isLate ? later : undefined
    results[index] = why ? refusalOf(request, value, why) : await resultOf(request, integrator, value)
  })
  return json(200, { results } satisfies BatchReply)
}

const later = new Problem(503, 'busy', '', [], { 'Retry-After': '1' })

/** Never throws: a fault is of the one message. */
async function resultOf(request: Request, integrator: Integrator, value: unknown): Promise<BatchResult> {
  try {
    const { idempotencyKey, message } = itemOf(request, value)
    const { accepted, replayed } = await takeMessage(request, integrator, idempotencyKey, message)
    return { idempotencyKey, status: 201, replayed, accepted, problem: null, retryAfter: null }
  } catch (error) {
    return refusalOf(request, value, asProblem(error, request))
  }
}

/** @throws Problem 422 */
function itemOf({ language }: Request, value: unknown) {
  const item = withoutNulls(value)
  const unknown = unknownIn(deployedRegion())(membersOf(item)['message'], wholeOf(language))
  return parse(
    batchItem,
    item,
    language,
    unknown.map((one) => ({ ...one, pointer: `/message${one.pointer}` })),
  )
}

function refusalOf({ language, requestId }: Request, value: unknown, problem: Problem): BatchResult {
  const { idempotencyKey } = membersOf(value)
  const retryAfter = problem.headers['Retry-After']
  return {
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey.slice(0, 200) : null,
    status: problem.status,
    replayed: false,
    accepted: null,
    problem: problemBody(problem, language, requestId),
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
  }
}

/** Some at a time, in their order; of those that have a key or an external id in common the earlier is done before the later begins. */
async function inLanes(values: readonly unknown[], work: (value: unknown, index: number) => Promise<void>) {
  const last = new Map<string, Promise<void>>()
  let next = 0
  const lane = async () => {
    while (next < values.length) {
      const index = next
      next += 1
      const names = namesOf(values[index])
      const done = Promise.all(names.flatMap((name) => last.get(name) ?? [])).then(() => work(values[index], index))
      for (const name of names) last.set(name, done)
      await done
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

function namesOf(value: unknown): string[] {
  const { idempotencyKey, message } = membersOf(value)
  const { externalId } = membersOf(message)
  return [
    ...(typeof idempotencyKey === 'string' ? [`key ${idempotencyKey}`] : []),
    ...(typeof externalId === 'string' ? [`id ${externalId.trim()}`] : []),
  ]
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>
}
