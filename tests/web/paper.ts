// The handlers of the pages behind links, with a store made of paper between them and the real decider: one case, its links, and
// what was given to it. Used by the tests of who may act and of pages out of date.
import { pathOf } from '../../functions/links/links.ts'
import { vi } from 'vitest'
import type { Author, CaseFile, Personal } from '../../functions/case/case-file.ts'
import type { Command } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve } from '../../functions/case/evolve.ts'
import type { Link } from '../../functions/case/notices/link.ts'
import { hashOf } from '../../functions/links/token.ts'
import type { Handled, Handling } from '../../functions/store/handle.ts'
import type * as Codes from '../../functions/store/codes.ts'
import type { Item } from '../../functions/store/writes.ts'
import type { Language, Region } from '../../regions/schema.ts'

type Code = Awaited<ReturnType<(typeof Codes)['findCode']>>

interface Paper {
  region: Region
  file: CaseFile
  readonly links: Map<string, Link>
  readonly receipts: Set<string>
  /** Codes that were mailed, by contact, and sessions by the hash of their secret. */
  readonly codes: Map<string, Code>
  readonly sessions: Map<string, { readonly recipient: string; readonly startedAt: string }>
  /** Every command that was given, refused or not. */
  readonly given: Command[]
  /** What was put in the place of something. */
  readonly replaced: Item[]
  /** Happens once, after a page loaded the case and before the case is decided. */
  meanwhile: (() => void) | undefined
  /** How often the case was read since the beginning. */
  reads: number
  /** Happens before each reading; it is told which. */
  atRead: ((read: number) => void) | undefined
}

export const paper = {
  links: new Map(),
  codes: new Map(),
  sessions: new Map(),
  receipts: new Set(),
  given: [],
  replaced: [],
  meanwhile: undefined,
  reads: 0,
  atRead: undefined,
} as unknown as Paper

vi.doMock('../../functions/edge/environment.ts', () => ({
  environment: () => 't',
  deployedRegion: () => paper.region,
}))
vi.doMock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.doMock('../../functions/store/links.ts', () => ({
  findLink: (_: string, hash: string) => Promise.resolve(paper.links.get(hash)),
}))
vi.doMock('../../functions/store/load.ts', () => ({
  loadCaseFile: (_: string, id: string) => {
    paper.reads += 1
    paper.atRead?.(paper.reads)
    return Promise.resolve(id === paper.file.state.id ? paper.file : undefined)
  },
  loadCase: () => Promise.resolve(undefined),
}))
vi.doMock('../../functions/store/handle.ts', () => ({
  handle: (handling: Handling) => Promise.resolve(handled(handling)),
}))

const codes = await vi.importActual<typeof Codes>('../../functions/store/codes.ts')
vi.doMock('../../functions/store/codes.ts', () => ({
  ...codes,
  findCode: (_: string, recipient: string) => Promise.resolve(paper.codes.get(recipient)),
  findSession: (_: string, hash: string) => Promise.resolve(paper.sessions.get(hash)),
}))
vi.doMock('../../functions/store/persons.ts', () => ({
  addressHash: (_: string, email: string) => Promise.resolve(`hash of ${email}`),
  personHashes: (_: string, { email, phone }: Author) =>
    Promise.resolve([email, phone].flatMap((one) => (one ? [`hash of ${one}`] : []))),
  personItem: (hash: string, caseId: string, ttl: number) => ({ pk: `P#${hash}`, sk: `C#${caseId}`, ttl }),
}))

// Other tests of this process may have loaded some of them with the real store.
vi.resetModules()
const handlers = {
  respond: (await import('../../functions/respond/handler.tsx')).handler,
  review: (await import('../../functions/review/handler.tsx')).handler,
  triage: (await import('../../functions/review/handler.tsx')).handler,
  track: (await import('../../functions/track/handler.tsx')).handler,
} as const
type Page = keyof typeof handlers

/** Begins anew with a case in a region. */
export function begin(region: Region, file: CaseFile): void {
  Object.assign(paper, { region, file, meanwhile: undefined, reads: 0, atRead: undefined })
  paper.links.clear()
  paper.codes.clear()
  paper.sessions.clear()
  paper.receipts.clear()
  paper.given.length = 0
  paper.replaced.length = 0
}

/** Issues a link; returns its secret. */
export function issue(link: Link): string {
  const secret = String(paper.links.size + 1).padStart(32, '0')
  paper.links.set(hashOf(secret), link)
  return secret
}

export interface Answered {
  readonly status: number
  readonly location: string | undefined
  readonly html: string
}

/** Opens a page, or sends a form to it. */
export async function visit(
  page: Page,
  secret: string,
  sent?: { readonly fields: Record<string, string> },
  language: Language = 'ru',
  query: Record<string, string> | null = null,
  cookie = '',
): Promise<Answered> {
  const event = {
    httpMethod: sent ? 'POST' : 'GET',
    resource: `${pathOf[page]}{token}`,
    pathParameters: { token: secret },
    queryStringParameters: query,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': language, Cookie: cookie },
    body: sent ? new URLSearchParams(sent.fields).toString() : null,
    isBase64Encoded: false,
    requestContext: { requestId: 'r-1', domainName: 'otklik.example', path: '/', stage: 'prod' },
  }
  const context = { getRemainingTimeInMillis: () => 10_000 }
  const { statusCode, headers, body } = await handlers[page](event as never, context as never)
  return { status: statusCode, location: headers?.['Location'] as string | undefined, html: body }
}

/** The hidden fields of the form on a page that does `action`. @throws when there is none. */
export function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.match(/<form.*?<\/form>/gs)?.find((one) => one.includes(`name="action" value="${action}"`))
  if (!form) throw new Error(`No form does ${action}.`)
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
}

function handled({ command, at, commandId, items = [], replaces = [] }: Handling): Handled {
  paper.meanwhile?.()
  paper.meanwhile = undefined
  paper.given.push(command)
  const { state, events, personal } = paper.file
  const now = state.updatedAt > at ? state.updatedAt : at
  const decision = decide(state, command, now, paper.region)
  if (commandId && paper.receipts.has(commandId)) return { outcome: 'repeated', state }
  if ('refused' in decision) return { outcome: 'refused', code: decision.refused, state }
  if (commandId) paper.receipts.add(commandId)
  paper.replaced.push(...replaces)
  const kept = items.map((item) => [String(item['messageId']), item as unknown as Personal] as const)
  const next = decision.events.reduce(evolve, state)
  const all = [...events, ...decision.events]
  paper.file = { ...paper.file, state: next, events: all, personal: new Map([...personal, ...kept]) }
  return { outcome: 'done', state: next, events: decision.events }
}
