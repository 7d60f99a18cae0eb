// Who is signed in to the console: the session named by the cookie, and what the region's directory says of its person at this request.
// Nothing is remembered of their roles, so that a change of the directory counts at once. Called by the functions of the console.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Region } from '../../regions/schema.ts'
import { type Staff, staffMember, type StaffRole, withoutRoles } from '../case/staff.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { findStaffSession, isAlive, SESSION_MS, type StaffSession, touchSession } from '../store/staff-sessions.ts'
import type { Request } from './http.ts'

const COOKIE = 'console'

export interface SignedIn {
  /** With the roles that they have in this session. */
  readonly staff: Staff
  /** Roles of theirs for which the region asks to sign in by a passkey, where they did not. */
  readonly withheld: readonly StaffRole[]
  readonly session: StaffSession
  /** The secret of the cookie: forms and places in lists are signed with it. */
  readonly secret: string
}

interface Cookie {
  readonly contact: string
  readonly secret: string
}

/** Whoever has a session that acts, and is of the directory with the same address as then; undefined for all others. */
export async function whoIsSignedIn(
  tableName: string,
  region: Region,
  request: Request,
): Promise<SignedIn | undefined> {
  const cookie = cookieIn(request)
  const session = cookie && (await sessionOfCookie(tableName, cookie))
  if (!session || !isAlive(session, request.at)) return undefined
  const staff = staffMember(region, session.contact)
  if (!staff || addressOf(staff) !== session.address) return undefined
  await touchSession(tableName, session, request.at)
  const required = session.by === 'passkey' ? [] : (region.web.passkeys?.requiredFor ?? [])
  const withheld = staff.roles.filter((role) => required.includes(role))
  return { staff: withoutRoles(staff, withheld), withheld, session, secret: cookie.secret }
}

/** Whose session the cookie names, over or not: what they typed is given back to them and to nobody else. */
export async function whoWasSignedIn(tableName: string, request: Request): Promise<StaffSession | undefined> {
  const cookie = cookieIn(request)
  return cookie && sessionOfCookie(tableName, cookie)
}

/** What a session keeps of the address it was begun by. */
export function addressOf({ contact }: Staff): string {
  return hashOf(contact.email.toLowerCase())
}

/** The cookie of a new session; without one, of none any more. */
export function sessionCookie({ base }: Request, begun: Cookie | undefined): string {
  const secure = base.startsWith('https:') ? '; Secure' : ''
  const value = begun ? `${begun.contact}.${begun.secret}` : ''
  const lifetime = begun ? SESSION_MS / 1000 : 0
  return `${COOKIE}=${value}; Path=${new URL(consoleUrl(base)).pathname}; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${secure}`
}

export function consoleUrl(base: string, page = ''): string {
  return `${base}/console${page && `/${page}`}`
}

/** What every form of a session carries: nobody without its cookie can know it. */
export function formToken(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url')
}

/** Compares in the same time whatever differs. */
export function isFormToken(secret: string, token: string): boolean {
  const [expected, given] = [formToken(secret), token].map((one) => Buffer.from(one)) as [Buffer, Buffer]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/**
 * Whether a form was sent by a page of ours: the browser says so by Sec-Fetch-Site, which no page can set (Fetch Metadata), or by
 * Origin. A program that says neither has no cookie of anybody's.
 */
export function isOwnForm({ base, headers }: Request): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined || origin === new URL(base).origin) return true
  // Browsers say "null" of a page whose referrer is nobody's business (Fetch, "append a request Origin header").
  return origin === 'null' && site === 'same-origin'
}

function cookieIn({ headers }: Request): Cookie | undefined {
  const [, contact = '', kept = ''] =
    new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z0-9-]{1,80})\\.(\\w+)`).exec(headers['cookie'] ?? '') ?? []
  const secret = parseSecret(kept)
  return secret ? { contact, secret } : undefined
}

function sessionOfCookie(tableName: string, { contact, secret }: Cookie): Promise<StaffSession | undefined> {
  return findStaffSession(tableName, contact, hashOf(secret))
}
