// Serves the API's document and the page that explains it, as they lie beside the code (lib/reference), with this region's own address.
// Anybody may read them: no key is asked for, nothing is read of the table. Called by the handler.
import { readFileSync } from 'node:fs'
import { tagged } from '../edge/etag.ts'
import type { Handle } from '../edge/http.ts'

/** Stands in both for the region's address, which the stack knows only when it is there. */
const EXAMPLE_SERVER = 'https://otklik.example'
const types = {
  'openapi.json': 'application/json; charset=utf-8',
  'reference.html': 'text/html; charset=utf-8',
} as const

/** Kept by whoever asks often, for as long as a deployment takes. */
const kept = { 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Encoding' }

export function reference(name: keyof typeof types): Handle {
  let text: string | undefined
  return (request) => {
    text ??= readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    const body = text.replaceAll(EXAMPLE_SERVER, request.base)
    return Promise.resolve(tagged(request, { status: 200, headers: { 'Content-Type': types[name] }, body }, kept))
  }
}
