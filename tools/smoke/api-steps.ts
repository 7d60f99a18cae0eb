// The steps of an integrator: a message accepted once, mistakes refused in a form machines can read, a case assigned.
// Called by npm run smoke.
import { randomUUID } from 'node:crypto'
import { trialMessage } from '../../functions/canary/message.ts'
import { callApi, caseIs, type Journey, must, type Reply, type Step } from './steps.ts'

export const CITIZEN = 'smoke@example.org'
const idempotencyKey = `smoke-${randomUUID()}`

export function message({ region }: Journey) {
  return trialMessage(region, CITIZEN)
}

function post(journey: Journey, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  return callApi(journey, '/v1/messages', {
    method: 'POST',
    headers: { 'Idempotency-Key': `smoke-${randomUUID()}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A mistake, and the status it must be refused with, as RFC 9457 says it. */
function refused(name: string, status: number, call: (journey: Journey) => Promise<Reply>): Step {
  return {
    name,
    async run(journey) {
      const reply = await call(journey)
      must(reply.status === status, `answered ${reply.status} instead of ${status}`)
      const type = reply.headers.get('content-type') ?? 'nothing'
      must(type.startsWith('application/problem+json'), `answered in ${type}, not application/problem+json`)
      return `${status} ${(reply.body as { code: string }).code}`
    },
  }
}

export const apiSteps: readonly Step[] = [
  {
    name: 'a message becomes a case',
    async run(journey) {
      const { id, test = false } = await journey.otklik.postMessage(message(journey), { idempotencyKey })
      Object.assign(journey, { caseId: id, test })
      return test ? `${id}, a test case` : id
    },
  },
  {
    name: 'posted again it is the same case',
    async run(journey) {
      const { id, replayed } = await journey.otklik.postMessage(message(journey), { idempotencyKey })
      must(id === journey.caseId, `became ${id}`)
      must(replayed, 'is not marked as replayed')
      return 'Idempotent-Replayed: true'
    },
  },
  refused('a wrong key is refused', 401, (journey) =>
    post(journey, message(journey), { Authorization: 'Bearer otk_wrong' }),
  ),
  refused('malformed JSON is refused', 400, (journey) => post(journey, '{"text":')),
  refused('an unknown topic is refused', 422, (journey) => post(journey, { ...message(journey), topic: 'no.such' })),
  {
    name: 'the case is assigned',
    async run(journey) {
      const { organisation } = await caseIs(journey, 'assigned')
      must(organisation !== null, 'the case names no organisation')
      return organisation!.id
    },
  },
]
