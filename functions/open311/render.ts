// Writes replies in the two formats of GeoReport v2: XML, and JSON that follows from it (a container of repeated elements is an array,
// an empty element null). Called by the handler.
import { element } from '../edge/xml.ts'
import type { Reply } from '../edge/http.ts'

export type Format = 'xml' | 'json'

/** What a reply says; the names of elements are those of its members. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

const types: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** What an element is called that stands many times in one of these. */
const repeated: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
}

/** @param root the element around it all, which JSON does without */
export function render(format: Format, status: number, root: string, value: Value): Reply {
  const body =
    format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(root, value)}`
  return { status, headers: { 'Content-Type': types[format] }, body }
}

function xmlOf(name: string, value: Value): string {
  if (value === null) return element(name)
  if (Array.isArray(value))
    return element(
      name,
      (value as readonly Value[]).map((one) => xmlOf(repeated[name] ?? 'item', one)),
    )
  if (typeof value === 'object')
    return element(
      name,
      Object.entries(value).map(([key, member]) => xmlOf(key, member)),
    )
  return element(name, String(value))
}
