// Where a webhook may go: by HTTPS, on port 443, to a name that leads to public addresses only. Asked when an endpoint is added
// (endpoints.ts) and at every connection (functions/deliver/post.ts), because a name may lead elsewhere tomorrow.
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const MOST_CHARACTERS = 2_000

/** Names that a resolver of one's own network answers, or no resolver at all. */
const notPublic = /(?:^|\.)(?:localhost|local|internal|home\.arpa|onion|test|invalid)$/

/**
 * Whether this process may also post to plain receivers on its own machine: only where the local engine says so
 * (local/sdk-environment.ts). On AWS Lambda the answer is no, whatever the environment says.
 */
export function mayReachThisMachine(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env['LOCAL_RECEIVERS'] === 'yes' && !env['AWS_EXECUTION_ENV']
}

/** What is wrong with an endpoint's address, as a sentence; undefined when nothing is, before its name is resolved. */
export function mistakeIn(address: string, localToo: boolean): string | undefined {
  const url = URL.parse(address)
  if (!url || address.length > MOST_CHARACTERS)
    return `The address must be a URL of at most ${MOST_CHARACTERS} characters.`
  if (url.username || url.password) return 'The address must hold no user and no password.'
  if (url.hash) return 'The address must hold no fragment (#…).'
  if (localToo && isOfThisMachine(url.hostname)) return undefined
  if (url.protocol !== 'https:') return 'The address must begin with https://.'
  if (url.port) return 'The address must be on port 443.'
  // The parser has written decimal, octal and hexadecimal spellings as four numbers.
  if (isIP(url.hostname.replaceAll(/[[\]]/g, ''))) return 'The address must name a host, not an IP address.'
  const name = url.hostname.replace(/\.$/, '')
  if (!name.includes('.') || notPublic.test(name)) return 'The address must name a host of the public internet.'
  return undefined
}

function isOfThisMachine(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost'
}

/** Whether an IP address belongs to the public internet: no private, loopback, link-local, shared, multicast or reserved range, however it is written. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  // An IPv4 address inside an IPv6 one is judged by itself.
  const address = ipaddr.process(ip)
  const isUnicast = address.range() === 'unicast'
  // Of IPv6 only 2000::/3 is given to the internet; what lies outside may be translated to anything.
  return address.kind() === 'ipv4' ? isUnicast : isUnicast && address.toByteArray()[0]! >> 5 === 1
}
