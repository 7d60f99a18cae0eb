// A case as pages meet it, from commands really decided: what the tests of the pages start from.
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { Request } from '../../functions/edge/http.ts'
import { holderOf } from '../../functions/case/link-holder.ts'
import type { Link } from '../../functions/case/notices/link.ts'
import type { CaseFile, Personal } from '../../functions/case/case-file.ts'
import type { LinkVisit } from '../../functions/web/visit.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import { answer, assign, moderator, operator, responder, submit } from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

export { citizen, moderator, operator, responder } from '../case/commands.ts'

const at = '2026-03-02T07:00:00.000Z'
export const nonce = '0123456789ABCDEF'
/** Codes are asked for in tests of their own. */
export const region: Region = {
  ...littleRegion(),
  languages: ['ru', 'en'],
  links: { stepUp: false },
  public: { topics: ['roads.*'], answers: ['roads.*'], atLeast: 5, embeddedBy: [] },
}
export const author = { name: 'Имя Жителя', email: 'zhitel@example.org', phone: '+7 900 123-45-67' }

export const assigned = assign()
export const answered: Unshown = { ...answer(), text: 'Яма засыпана.' }

/** The file of a case after these commands, each a minute after the last. @throws when one is refused. */
export function fileAfter(commands: readonly Unshown[], within = region): CaseFile {
  const story = new Story(within)
  for (const [minute, command] of [submit(), ...commands].entries()) {
    story.given(new Date(Date.parse(at) + minute * 60_000).toISOString(), command)
  }
  return fileOf(story.state, story.events)
}

/** The same case when somebody gives these commands at a later instant (ISO, UTC). @throws when one is refused. */
export function later({ state, events }: CaseFile, instant: string, commands: readonly Unshown[], within = region) {
  const story = new Story(within).given(...events)
  story.state = state
  story.given(instant, ...commands)
  return fileOf(story.state, story.events)
}

export function fileOf(state: Case, events: readonly CaseEvent[], texts: Record<string, string> = {}): CaseFile {
  const first: Personal = { messageId: 'M1', text: 'Яма у дома.', address: 'Садовая, 5', author }
  const more = Object.entries(texts).map(([messageId, text]) => ({ messageId, text }))
  return {
    state,
    events,
    settled: 0,
    notices: [],
    counted: [],
    fedUpTo: 0,
    personal: new Map([first, ...more].map((one) => [one.messageId, one])),
  }
}

/** A request; with `fields`, a form sent. */
export function request(
  query: Record<string, string> = {},
  fields?: Record<string, string>,
  language: PageLanguage = 'ru',
): Request {
  return {
    method: fields ? 'POST' : 'GET',
    resource: '/t/{token}',
    path: '/t/secret',
    params: { token: 'secret' },
    query,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ nonce, ...fields }).toString(),
    base: 'https://otklik.example',
    language,
    at: '2026-03-02T08:00:00.000Z',
    requestId: 'r-1',
  }
}

export function linkTo(file: CaseFile, purpose: Link['purpose'], recipient: string, assignment?: number): Link {
  return {
    purpose,
    recipient,
    caseId: file.state.id,
    assignment: assignment ?? file.state.assignment,
    expiresAt: '2026-04-01T00:00:00.000Z',
  }
}

interface Looking {
  readonly query?: Record<string, string>
  readonly language?: PageLanguage
  /** The instant of the visit (ISO, UTC). */
  readonly at?: string
  /** Of the link: an older one than the case's, and when it runs out. */
  readonly assignment?: number
  readonly expiresAt?: string
  /** Whether the link came by mail. */
  readonly mailed?: true
  readonly within?: Region
  readonly fields?: Record<string, string>
  readonly errors?: Record<string, string>
  readonly unsent?: readonly string[]
  readonly seen?: number
}

const recipients = { respond: responder.id, review: moderator.id, triage: operator.id, track: 'citizen' } as const

/** Somebody at the page of a case. */
export function visitTo(
  file: CaseFile,
  purpose: Link['purpose'],
  looking: Looking = {},
  recipient: string = recipients[purpose],
): LinkVisit {
  const { query = {}, language = 'ru', assignment, expiresAt, mailed, within = region, seen } = looking
  const { fields = {}, errors = {}, unsent = [] } = looking
  const asked = request(query, undefined, language)
  const link = {
    ...linkTo(file, purpose, recipient, assignment),
    ...(expiresAt && { expiresAt }),
    ...(mailed && { mailed }),
  }
  return {
    ...{ link, file, ...holderOf(link, file, within, looking.at ?? asked.at) },
    ...{ request: { ...asked, at: looking.at ?? asked.at }, region: within, nonce, fields, errors, unsent },
    ...(seen !== undefined && { seen }),
  }
}
