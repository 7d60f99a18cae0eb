// What the checks of an Open311 endpoint have in common: a good request, one that is made, one that is refused. Used by the checks.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type Endpoint, type Item, listOf, post } from './client.ts'

export interface Check {
  readonly rule: string
  readonly run: (at: Endpoint) => Promise<void>
}

export const check = (rule: string, run: Check['run']): Check => ({ rule, run })
export const MINUTE = 60_000
export const DAY = 86_400_000

async function anyService(at: Endpoint): Promise<string> {
  const [first] = await listOf(at, 'services')
  return String(first!['service_code'])
}

/** A good request; what is undefined is left out. */
export async function good(at: Endpoint, change: Readonly<Record<string, string | undefined>> = {}) {
  const fields = {
    api_key: at.key,
    service_code: await anyService(at),
    lat: '43.3178',
    long: '45.6949',
    description: `A lamp is dark: ${randomUUID()}`,
    ...change,
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export async function made(at: Endpoint, change: Readonly<Record<string, string | undefined>> = {}): Promise<string> {
  const reply = await post(at, await good(at, change))
  assert.equal(reply.status, 200, reply.text)
  const [request] = JSON.parse(reply.text) as Item[]
  return String(request!['service_request_id'])
}

/** Refused with 400 in words that name what is wrong. */
export async function wrong(
  at: Endpoint,
  change: Readonly<Record<string, string | undefined>>,
  named: RegExp,
  status = 400,
) {
  const reply = await post(at, await good(at, change))
  assert.equal(reply.status, status, reply.text)
  assert.match(reply.text, named)
}

export const mine = (at: Endpoint) => `api_key=${encodeURIComponent(at.key)}`
export const iso = (ms: number) => encodeURIComponent(new Date(ms).toISOString())
export const idsOf = (requests: readonly Item[]) => requests.map((one) => one['service_request_id'])
export async function receivedAt(at: Endpoint, id: string): Promise<number> {
  const [request] = await listOf(at, `requests/${id}`, `?${mine(at)}`)
  return Date.parse(String(request!['requested_datetime']))
}
