// Posts a webhook: over a connection to the very address that was looked at, within 15 seconds, without following anything and without
// reading what the receiver says beside its status. Called by lane.ts.
import { lookup as resolve, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublic, mayReachThisMachine, mistakeIn } from '../webhooks/address.ts'

/** From the first byte of the question to the last of the answer's head (ms). */
const LONGEST_MS = 15_000

export type Posted =
  | { readonly outcome: 'answered'; readonly status: number; readonly retryAfter?: string }
  | { readonly outcome: 'timeout' | 'connection' | 'refused address' }

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How names are resolved: every address of a host. */
type Resolve = (host: string, done: (error: Error | null, found: LookupAddress[]) => void) => void

const byResolver: Resolve = (host, done) => resolve(host, { all: true }, done)

class RefusedAddress extends Error {}

/** Never throws: whatever goes wrong is what became of the post. */
export function post(
  { url, headers, body }: Post,
  longestMs = LONGEST_MS,
  resolver: Resolve = byResolver,
  localToo = mayReachThisMachine(),
): Promise<Posted> {
  if (mistakeIn(url, localToo)) return Promise.resolve({ outcome: 'refused address' })
  const { protocol } = new URL(url)
  const send = protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((done) => {
    const options = {
      ...{ method: 'POST', agent: false, lookup: lookupPublic(resolver, localToo) },
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Otklik-Webhooks/1',
        accept: '*/*',
      },
      signal: AbortSignal.timeout(longestMs),
    }
    const asked = send(url, options, (answer) => {
      const { statusCode: status = 0, headers: said } = answer
      done({ outcome: 'answered', status, ...(said['retry-after'] && { retryAfter: said['retry-after'] }) })
      answer.destroy()
    })
    asked.on('error', (error: Error) => done({ outcome: outcomeOf(error) }))
    asked.end(body)
  })
}

function outcomeOf(error: Error): 'timeout' | 'connection' | 'refused address' {
  if (error instanceof RefusedAddress) return 'refused address'
  return ['AbortError', 'TimeoutError'].includes(error.name) ? 'timeout' : 'connection'
}

/** Resolves as the connection asks, and refuses a host of which any address is not public: the connection goes where this says. */
function lookupPublic(resolver: Resolve, localToo: boolean): LookupFunction {
  return (host, { all }, done) => {
    const isOwn = (address: string) => localToo && host === 'localhost' && ['127.0.0.1', '::1'].includes(address)
    resolver(host, (error, found) => {
      if (error) return done(error, '', 4)
      const [first] = found
      if (!first || !found.every(({ address }) => isOwn(address) || isPublic(address)))
        return done(new RefusedAddress('The host leads to an address that is not public.'), '', 4)
      if (all) done(null, found)
      else done(null, first.address, first.family)
    })
  }
}
