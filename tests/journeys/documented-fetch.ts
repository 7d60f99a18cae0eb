// The fetch of the journeys: as it is, but every reply of the API is held against docs/openapi.json. Put in place by region-at-work.ts.
import { readFileSync } from 'node:fs'
import { type Document, replyCheck } from '../../tools/openapi/reply-check.ts'

const check = replyCheck(JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document)
const original = globalThis.fetch

/** Replies since the start, by address, method and status: whoever counts on them sees that something was held against the document. */
export const seen = new Set<string>()

async function documentedFetch(input: string | URL | globalThis.Request, init?: RequestInit): Promise<Response> {
  const reply = await original(input, init)
  const { pathname } = new URL(reply.url)
  const path = pathname.replace(/^\/live(?=\/)/, '')
  if (!/^\/v1(\/|$)/.test(path) || reply.redirected) return reply
  const method = init?.method ?? 'GET'
  const { status } = reply
  const body = await reply.clone().text()
  const faults = check({ method, path, status, headers: Object.fromEntries(reply.headers), body })
  if (faults.length > 0)
    throw new Error(`${method} ${path} ${status} is not as documented: ${faults.join('; ')}\n${body}`)
  seen.add(`${method} ${path.replace(/\/\d+-\d{6}-\w{5}/, '/{id}')} ${status}`)
  return reply
}

/** Once for all journeys of a process. */
export function documentFetch(): void {
  globalThis.fetch = documentedFetch
}
