// The headers that protect every reply, also the failed ones. Used by http.ts.
import httpSecurityHeaders from '@middy/http-security-headers'
import type middy from '@middy/core'
import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { bucketOrigins } from '../files/address.ts'
import { scriptHashes } from './script-hashes.ts'

/** What the middleware has no option for: no reply is kept, no page is found by a search, none asks where its reader is. */
export const unlessSaid = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Permissions-Policy': 'geolocation=()',
}

/** Photos lie in the region's bucket, and are sent there. */
const photos = bucketOrigins()

const FRAMED = 'frame-ancestors'

/** Without a value the middleware would send its own for this directive. */
const unset = ''

const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': Object.values(scriptHashes).join(' '),
  'style-src': "'unsafe-inline'",
  'img-src': ["'self' data:", ...photos].join(' '),
  'form-action': ["'self'", ...photos].join(' '),
  [FRAMED]: "'none'",
  'base-uri': "'none'",
  'report-to': unset,
  'require-trusted-types-for': unset,
}

/** The sites that may show the replies to a resource in a frame; undefined where it is not for frames. */
export type FramedBy = (resource: string) => readonly string[] | undefined

/**
 * Lets some sites show some replies in a frame. Used before the other, because what comes after a handler comes in the opposite
 * order. X-Frame-Options knows no list of sites and would forbid it (RFC 7034).
 */
export function framing(framedBy: FramedBy): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> {
  const allow = ({
    event,
    response,
  }: Pick<middy.Request<APIGatewayProxyEvent, APIGatewayProxyResult>, 'event' | 'response'>) => {
    const { headers } = response ?? {}
    const allowed = framedBy(event.resource) ?? []
    if (!headers || allowed.length === 0) return
    const policy = String(headers['Content-Security-Policy'])
    headers['Content-Security-Policy'] = policy.replace(`${FRAMED} 'none'`, `${FRAMED} ${allowed.join(' ')}`)
    delete headers['X-Frame-Options']
  }
  return { after: allow, onError: allow }
}

/** Pages run a few scripts and no other (script-hashes.ts), take nothing from elsewhere but photos, may not be framed but by `framing`, and tell no other site where the reader came from. */
export function securityHeaders() {
  return httpSecurityHeaders({
    // An empty value would switch these two on: a sandbox keeps forms from being sent, upgrading breaks http on one's own machine.
    contentSecurityPolicy: { ...contentSecurityPolicy, sandbox: false, 'upgrade-insecure-requests': false } as never,
    contentTypeOptions: true,
    frameOptions: true,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 365 * 86_400, includeSubDomains: false, preload: false },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    dnsPrefetchControl: false,
    downloadOptions: false,
    originAgentCluster: false,
    permissionsPolicy: false,
    permittedCrossDomainPolicies: false,
    reportingEndpoints: false,
    reportTo: false,
    xssProtection: false,
  })
}
