// What an address below /open311/v2 means: a thing, its name and a format by the extension. Called by the handler.
import preferredMediaTypes from 'negotiator/lib/mediaType.js'
import type { Request } from '../edge/http.ts'
import type { Format } from './render.ts'

export interface Address {
  /** "requests", or "requests/*" for one of them. */
  readonly what: string
  readonly name?: string
  /** What replies are written in, errors too; XML where nothing else was asked for. */
  readonly format: Format
  /** The extension is none of ours. */
  readonly isStrange: boolean
}

export function addressOf({ params, headers }: Pick<Request, 'params' | 'headers'>): Address {
  const [what = '', name, ...more] = (params['proxy'] ?? '').split('/')
  const last = name ?? what
  const extension = /\.([^.]*)$/.exec(last)?.[1]
  const bare = extension === undefined ? last : last.slice(0, -extension.length - 1)
  const isStrange = more.length > 0 || (extension !== undefined && extension !== 'xml' && extension !== 'json')
  const format = extension === 'json' ? 'json' : extension === undefined ? accepted(headers['accept']) : 'xml'
  return name === undefined ? { what: bare, format, isStrange } : { what: `${what}/*`, name: bare, format, isStrange }
}

function accepted(accept: string | undefined): Format {
  const [type] = preferredMediaTypes(accept, ['text/xml', 'application/xml', 'application/json'])
  return type === 'application/json' ? 'json' : 'xml'
}
