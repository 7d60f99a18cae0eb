// The skeleton of every page behind a link: find who came, show the page or why the link does not act, and give what
// was sent to the case once. A page says only for whom it is, how its forms are read and how it looks. Called by
// respond, review and track.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import type { RefusalCode, Unshown } from '../case/commands.ts'
import { letters } from '../case/ids.ts'
import type { LinkPurpose } from '../case/notices/notice.ts'
import { permissions } from '../case/permissions.ts'
import { sayErased } from '../case/texts.ts'
import { actorBehind } from '../edge/actor.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { byMethod } from '../edge/by-method.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { handle } from '../store/handle.ts'
import type { Item } from '../store/writes.ts'
import { carriedOn, type Guarded } from './guarded.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from './forms.ts'
import { actLapsed, showLapsed } from './lapsed.tsx'
import { document } from './layout.tsx'
import { problemPage } from './problem-page.tsx'
import { seeOther } from './see-other.ts'
import { seenBy, withShown } from './shown.ts'
import type { Visit } from './visit.ts'
import { words, wordsFor } from './words/words.ts'

const LOOKS = 6
const BETWEEN_LOOKS_MS = 300

/** A form as it was read: a command, the confirmation to show after it, and what is stored in its transaction. */
export type Parsed =
  | {
      readonly command: Unshown
      readonly done: string
      readonly items?: readonly Item[]
      /** As `items`, whatever stood in their place. */
      readonly replaces?: readonly Item[]
    }
  | { readonly errors: FormErrors }
  /** Nothing is asked of the case: the page comes again with what was typed, or `refilled` with more, and what it makes of that. */
  | { readonly look: true; readonly refilled?: Fields }

export interface LinkPage {
  readonly purposes: readonly LinkPurpose[]
  /** Reads the form that was sent (`visit.fields`); `commandId` is the same when the same form comes again. */
  readonly parse: (visit: Visit, commandId: string) => Parsed | Promise<Parsed>
  readonly Page: FC<Visit>
  /** The acts that have a form on the page as it stands. */
  readonly formsOn: (visit: Visit) => readonly string[]
  /** Whether the system is still about what was just sent: the page waits a little, and then shows what came of it. */
  readonly isUnderWay?: (visit: Visit) => boolean
  /** What else an address behind the same link shows, by its last part. A case's number there is another case of its holder. */
  readonly beside?: Readonly<Record<string, (visit: Visit) => Promise<Reply>>>
  /** What is shown in the place of the page to whoever may see it. */
  readonly instead?: (visit: Visit) => Promise<Reply | undefined>
  /** Looks at whoever came before anything is shown or done. */
  readonly guard?: (visit: Visit) => Promise<Guarded>
  /** What a POST without a form of ours does, by the last part of its address; of pages without a guard. */
  readonly atOnce?: Readonly<Record<string, (visit: Visit) => Promise<Reply>>>
  /** The fields that words are written in, and the act each belongs to. */
  readonly textFields: Readonly<Record<string, string>>
}

/**
 * Builds the Lambda handler of a page behind a link.
 * @example
 * export const handler = linkPage({ purposes: ['respond'], parse, Page: RespondPage, formsOn: possibleActions, textFields })
 */
export function linkPage(page: LinkPage) {
  const show = async (request: Request) => {
    const beside = page.beside?.[request.params['page'] ?? '']
    if (beside) {
      const visit = await visitOf(page, request, undefined)
      if (visit.link.test && visit.link.purpose === 'respond') return backTo(request)
      return (await stopped(page, visit)) ?? beside(visit)
    }
    const visit = await settledVisit(page, request)
    const stop = await stopped(page, visit)
    if (stop) return stop
    if (visit.lapsed) return showLapsed(visit)
    return (await page.instead?.(visit)) ?? html(200, render(page, visit))
  }
  return http(byMethod({ GET: show, POST: (request) => sent(page, request) }), problemPage)
}

/** The visit once what was sent has come to something; after a second and a half as it stands. */
async function settledVisit(page: LinkPage, request: Request): Promise<Visit> {
  let visit = await visitOf(page, request, request.params['page'])
  for (let look = 1; look < LOOKS && page.isUnderWay?.(visit); look += 1) {
    await pause(BETWEEN_LOOKS_MS)
    visit = await visitOf(page, request, request.params['page'])
  }
  return visit
}

/** A link of a test case opens no list of real ones: whoever came by it sees its own page. */
function backTo({ params }: Request): Reply {
  return { status: 303, headers: { Location: `../${params['token'] ?? ''}`, 'Content-Type': 'text/plain' }, body: '' }
}

/** @param caseId another case than the one that the link came with */
async function visitOf({ purposes }: LinkPage, asked: Request, caseId: string | undefined): Promise<Visit> {
  const { region, request } = purposes.includes('track')
    ? { region: deployedRegion(), request: asked }
    : inWhole(deployedRegion(), asked)
  const secret = request.params['token'] ?? ''
  const arrival = await actorBehind({
    ...{ tableName: environment('TABLE_NAME'), region, secret, purposes, caseId, at: request.at },
  })
  if (!arrival) throw new Problem(404, 'link-unknown', '')
  const file = sayErased(arrival.file, words[request.language].erased)
  return { ...arrival, file, request, region, nonce: letters(16, randomBytes), fields: {}, errors: {}, unsent: [] }
}

/** Officials read whole languages: drafts are of citizens' pages. */
function inWhole(region: Region, request: Request) {
  return { region: { ...region, draftLanguages: [] }, request: { ...request, language: wholeOf(request.language) } }
}

/** What the guard shows in the place of a page. */
async function stopped({ guard }: LinkPage, visit: Visit): Promise<Reply | undefined> {
  const guarded = await guard?.(visit)
  return guarded && 'reply' in guarded ? guarded.reply : undefined
}

async function sent(page: LinkPage, request: Request): Promise<Reply> {
  const name = request.params['page']
  const isBeside = page.beside?.[name ?? ''] !== undefined
  const atOnce = page.atOnce?.[name ?? '']
  const visit = await visitOf(page, request, isBeside ? undefined : name)
  if (atOnce) return atOnce(visit)
  const guarded = page.guard ? await page.guard({ ...visit, fields: fieldsOf(request) }) : {}
  if ('reply' in guarded) return guarded.reply
  if (isBeside) throw new Problem(404, 'link-unknown', '')
  const reply = await act(page, visit)
  return guarded.cookie ? { ...reply, headers: { ...reply.headers, 'Set-Cookie': guarded.cookie } } : reply
}

/** A form of before, or a broken one, does nothing; what was typed into it stands in a fresh one. */
async function act(page: LinkPage, looking: Visit): Promise<Reply> {
  const fields = carriedOn(fieldsOf(looking.request))
  try {
    return await give(page, looking, fields)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'form-broken') throw error
    const broken = { '': error.detail }
    if (looking.lapsed) return showLapsed(looking, broken, textsOf(page, fields))
    return shownAgain(page, { ...looking, fields }, error.status, broken)
  }
}

async function give(page: LinkPage, looking: Visit, fields: Fields): Promise<Reply> {
  const { request, region, file } = looking
  const commandId = nonceOf(fields, request)
  if (looking.lapsed) return actLapsed({ ...looking, fields }, textsOf(page, fields), commandId)
  const sent: Visit = { ...looking, fields, seen: seenBy(fields, request) }
  const parsed = await page.parse(sent, commandId)
  if ('look' in parsed) return shownAgain(page, { ...sent, fields: parsed.refilled ?? fields }, 200, {})
  if ('errors' in parsed) return shownAgain(page, sent, 422, parsed.errors)
  const handled = await handle({
    ...{ tableName: environment('TABLE_NAME'), region, caseId: file.state.id, at: request.at, commandId },
    command: withShown(parsed.command, fields, request),
    ...(parsed.items && { items: parsed.items }),
    ...(parsed.replaces && { replaces: parsed.replaces }),
  })
  if (handled.outcome !== 'refused') return seeOther(parsed.done)
  return refused(page, sent, commandId, parsed.command, handled.code)
}

/** The case has moved since the page was loaded: it is loaded anew, with what happened meanwhile. */
async function refused(page: LinkPage, sent: Visit, commandId: string, command: Unshown, code: RefusalCode) {
  const now: Visit = {
    ...sent,
    ...(await visitOf(page, sent.request, sent.request.params['page'])),
    fields: sent.fields,
  }
  if (now.lapsed) return actLapsed(now, textsOf(page, sent.fields), commandId)
  const text = wordsFor(sent.request.language, sent.file.state)
  if (code !== 'superseded') return shownAgain(page, now, 409, { '': text.refusals[code] })
  // What was typed was about something else: it stands above a fresh form.
  const { shows } = permissions[command.type]
  const stale = { '': shows === 'nothing' || shows === 'from' ? text.refusals.superseded : text.stale[shows] }
  const fresh = {
    ...now,
    errors: stale,
    unsent: textsOf(page, sent.fields),
    fields: { action: sent.fields['action'] ?? '' },
  }
  return html(409, render(page, fresh))
}

function shownAgain(page: LinkPage, visit: Visit, status: number, errors: FormErrors): Reply {
  const forms = page.formsOn(visit)
  return html(
    status,
    render(page, { ...visit, errors, unsent: textsOf(page, visit.fields, (act) => !forms.includes(act)) }),
  )
}

function textsOf({ textFields }: LinkPage, fields: Fields, where = (_act: string) => true): string[] {
  return Object.entries(textFields).flatMap(([name, act]) => (where(act) ? fields[name] || [] : []))
}

function render({ Page }: LinkPage, visit: Visit): string {
  return document(<Page {...visit} />)
}
