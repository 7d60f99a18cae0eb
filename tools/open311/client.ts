// Asks an Open311 endpoint in both formats and reads what comes as strictly as the standards have it. Called by the checks.
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { readXml, type XmlElement } from './strict-xml.ts'

export interface Endpoint {
  /** Up to and with "/open311/v2". */
  readonly url: string
  /** A key that may make and read requests. */
  readonly key: string
}

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Item = { [name: string]: Json }

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

const types = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const
const formats = ['xml', 'json'] as const
type Format = (typeof formats)[number]

/** What FixMyStreet and others send: a form. */
export async function ask({ url }: Endpoint, path: string, init: RequestInit = {}): Promise<Answered> {
  const reply = await fetch(`${url}/${path}`, { redirect: 'error', ...init })
  return { status: reply.status, headers: reply.headers, text: await reply.text() }
}

/** @param path without its extension @param query begins with "?" */
export async function readAs(
  at: Endpoint,
  format: Format,
  path: string,
  query = '',
  init: RequestInit = {},
  status = 200,
): Promise<Json> {
  const answered = await ask(at, `${path}.${format}${query}`, init)
  assert.equal(answered.status, status, answered.text)
  assert.equal(answered.headers.get('Content-Type'), types[format])
  return format === 'json' ? (JSON.parse(answered.text) as Json) : plainOf(readXml(answered.text))
}

/** While requests are worked on, two replies may be of different moments. */
const LOOKS = 4

/** The same in both formats; what they say must be the same. @returns what JSON says */
export async function readBoth(at: Endpoint, path: string, query = '', status = 200): Promise<Json> {
  for (let looks = 1; ; looks += 1) {
    const xml = await readAs(at, 'xml', path, query, {}, status)
    const json = await readAs(at, 'json', path, query, {}, status)
    if (looks < LOOKS && !isDeepStrictEqual(xml, asTexts(json))) continue
    assert.deepEqual(xml, asTexts(json))
    return json
  }
}

export async function listOf(at: Endpoint, path: string, query = ''): Promise<Item[]> {
  const json = await readBoth(at, path, query)
  assert(Array.isArray(json), 'a list is an array')
  return json as Item[]
}

export function post(
  at: Endpoint,
  fields: Readonly<Record<string, string>> | URLSearchParams | FormData,
  path = 'requests.json',
  headers: Record<string, string> = {},
) {
  const body =
    fields instanceof FormData
      ? fields
      : new URLSearchParams(fields instanceof URLSearchParams ? [...fields] : Object.entries(fields))
  return ask(at, path, { method: 'POST', body, headers })
}

/** Both formats refuse it, each in its own terms. @returns the descriptions */
export async function refused(
  at: Endpoint,
  status: number,
  path: string,
  query = '',
  init: RequestInit = {},
): Promise<string> {
  const [xml, json] = [
    await readAs(at, 'xml', path, query, init, status),
    await readAs(at, 'json', path, query, init, status),
  ]
  assert(Array.isArray(json) && json.length > 0, 'errors are a list')
  assert.deepEqual(xml, asTexts(json))
  for (const one of json as Item[]) assert.deepEqual(Object.keys(one), ['code', 'description'])
  return (json as Item[]).map(({ description }) => String(description)).join('\n')
}

/** Elements that repeat are a list, whatever their number; one without content is null: the mapping of the specification. */
const LISTS = [
  'services',
  'service_requests',
  'service_request_updates',
  'errors',
  'attributes',
  'values',
  'endpoints',
  'formats',
]

function plainOf({ name, children, text }: XmlElement): Json {
  if (LISTS.includes(name)) return children.map(plainOf)
  if (children.length > 0) return Object.fromEntries(children.map((child) => [child.name, plainOf(child)]))
  return text === '' ? null : text
}

/** XML knows no types but texts. */
function asTexts(value: Json): Json {
  if (Array.isArray(value)) return value.map(asTexts)
  if (value === null) return null
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asTexts(member)]))
  return String(value) === '' ? null : String(value)
}
