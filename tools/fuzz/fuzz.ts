// Asks a region everything its API's document allows and much that it does not: no fault of ours may come, and no reply that is not
// documented. Called by npm run fuzz and by a test.
import { request as ask } from 'node:http'
import { request as askSafely } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { type Document, replyCheck } from '../openapi/reply-check.ts'
import { type ApiRequest, requests } from './requests.ts'

interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** How many replies had each status. */
export type Tally = Readonly<Record<string, number>>

/**
 * Sends so many requests, one after another.
 * @param seed repeats the requests of another run
 * @throws Error with the shortest request found whose reply is a fault or not documented
 */
export async function fuzz(url: string, key: string, numRuns: number, seed?: number): Promise<Tally> {
  const served = await send(url, get('/v1/openapi.json'))
  if (served.status !== 200) throw new Error(`${url}/v1/openapi.json is answered ${served.status}: this is no region.`)
  const document = JSON.parse(served.body) as Document
  const check = replyCheck(document)
  const tally: Record<string, number> = {}
  /** Cases that there are, for requests to speak of; the newest last. */
  const cases: string[] = [await aCase(url, key)]
  const found = await fc.check(
    fc.asyncProperty(requests(document, await knownValues(url, key)), fc.nat(), async (request, at) => {
      const id = cases[at % cases.length]!
      const filled = JSON.parse(JSON.stringify(request).replaceAll('{id}', id).replaceAll('{key}', key)) as ApiRequest
      const answer = await send(url, filled)
      const path = filled.path.split('?')[0]!
      tally[answer.status] = (tally[answer.status] ?? 0) + 1
      const posted = /"id":"(\d+-\d{6}-\w{5})"/.exec(answer.status === 201 ? answer.body : '')?.[1]
      if (posted) cases.push(posted)
      const faults = [
        ...(answer.status >= 500 ? ['a fault of ours'] : []),
        ...(filled.valid &&
        [400, 401, 403, 405, 413, 415].includes(answer.status) &&
        !answer.body.includes('cursor-wrong')
          ? ['what is documented is refused']
          : []),
        ...check({ ...answer, method: filled.method, path }),
      ]
      if (faults.length > 0)
        throw new Error(
          `${filled.method} ${filled.path} is answered ${answer.status}: ${faults.join('; ')}\n${answer.body.slice(0, 1_000)}`,
        )
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  )
  if (!found.failed) return tally
  const { seed: used, counterexample, errorInstance } = found
  const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  throw new Error(
    `${said}\nIt was asked so: ${JSON.stringify(counterexample?.[0]).slice(0, 2_000)}\nAgain by --seed ${used}.`,
  )
}

const get = (path: string, headers = {}): ApiRequest => ({ method: 'GET', path, headers, body: undefined, valid: true })

async function knownValues(url: string, key: string) {
  const ids = async (name: 'topics' | 'municipalities') => {
    const { body } = await send(url, get(`/v1/${name}`, { Authorization: `Bearer ${key}` }))
    return (JSON.parse(body) as Record<typeof name, { id: string }[]>)[name].map(({ id }) => id)
  }
  return {
    topic: await ids('topics'),
    municipality: await ids('municipalities'),
    email: ['citizen@example.org', 'CITIZEN+1@пример.рф'],
  }
}

async function aCase(url: string, key: string): Promise<string> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'fuzz' }
  const body = JSON.stringify({ text: 'Яма на дороге.', externalId: 'fuzz' })
  const answer = await send(url, { method: 'POST', path: '/v1/messages', headers, body, valid: true })
  const { id, detail = '' } = JSON.parse(answer.body) as { id?: string; detail?: string }
  if (id === undefined) throw new Error(`POST /v1/messages is answered ${answer.status}: ${detail}`)
  return id
}

/** How often a request is sent again that the gateway has no room for. */
const MOST_TRIES = 5

/** Waits as it is told to where more is asked a second than the region takes. */
async function send(url: string, request: ApiRequest): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await sendOnce(url, request)
    const isThrottled = answer.status === 429 && answer.body.includes('too-many-requests')
    if (!isThrottled || tries === MOST_TRIES) return answer
    await pause(Number(answer.headers['retry-after'] ?? 1) * 1000)
  }
}

/** Not by fetch, which mends addresses and refuses bodies. */
function sendOnce(url: string, { method, path, headers, body }: ApiRequest): Promise<Answer> {
  const { protocol, hostname, port, pathname } = new URL(url)
  const options = {
    method,
    hostname,
    port,
    path: pathname.replace(/\/$/, '') + path,
    headers: { ...headers, ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }) },
  }
  return new Promise((resolve, reject) => {
    const sent = (protocol === 'https:' ? askSafely : ask)(options, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers as Record<string, string>,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
