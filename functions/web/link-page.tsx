// The skeleton of every page behind a link: find who came, show the page or why the link does not act, and have what was sent given to the
// case (case-form.tsx). A page says only for whom it is, how its forms are read and how it looks. Called by respond, review and track.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { letters } from '../case/ids.ts'
import type { LinkPurpose } from '../case/notices/notice.ts'
import { sayErased } from '../case/texts.ts'
import { actorBehind } from '../edge/actor.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { byMethod } from '../edge/by-method.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { carriedOn, type Guarded } from './guarded.ts'
import { act, type CaseForms, render } from './case-form.tsx'
import { fieldsOf } from './forms.ts'
import { actLapsed, showLapsed } from './lapsed.tsx'
import { problemPage } from './problem-page.tsx'
import type { LinkVisit } from './visit.ts'
import { words } from './words/words.ts'

const LOOKS = 6
const BETWEEN_LOOKS_MS = 300

export interface LinkPage extends CaseForms<LinkVisit> {
  readonly purposes: readonly LinkPurpose[]
  /** Whether the system is still about what was just sent: the page waits a little, and then shows what came of it. */
  readonly isUnderWay?: (visit: LinkVisit) => boolean
  /** What else an address behind the same link shows, by its last part. A case's number there is another case of its holder. */
  readonly beside?: Readonly<Record<string, (visit: LinkVisit) => Promise<Reply>>>
  /** What is shown in the place of the page to whoever may see it. */
  readonly instead?: (visit: LinkVisit) => Promise<Reply | undefined>
  /** Looks at whoever came before anything is shown or done. */
  readonly guard?: (visit: LinkVisit) => Promise<Guarded>
  /** What a POST without a form of ours does, by the last part of its address; of pages without a guard. */
  readonly atOnce?: Readonly<Record<string, (visit: LinkVisit) => Promise<Reply>>>
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
async function settledVisit(page: LinkPage, request: Request): Promise<LinkVisit> {
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
async function visitOf({ purposes }: LinkPage, asked: Request, caseId: string | undefined): Promise<LinkVisit> {
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
async function stopped({ guard }: LinkPage, visit: LinkVisit): Promise<Reply | undefined> {
  const guarded = await guard?.(visit)
  return guarded && 'reply' in guarded ? guarded.reply : undefined
}

const lapse = { show: showLapsed, act: actLapsed }

async function sent(page: LinkPage, request: Request): Promise<Reply> {
  const name = request.params['page']
  const isBeside = page.beside?.[name ?? ''] !== undefined
  const atOnce = page.atOnce?.[name ?? '']
  const visit = await visitOf(page, request, isBeside ? undefined : name)
  if (atOnce) return atOnce(visit)
  const guarded = page.guard ? await page.guard({ ...visit, fields: fieldsOf(request) }) : {}
  if ('reply' in guarded) return guarded.reply
  if (isBeside) throw new Problem(404, 'link-unknown', '')
  const again = () => visitOf(page, request, name)
  const reply = await act(page, visit, carriedOn(fieldsOf(request)), again, lapse)
  return guarded.cookie ? { ...reply, headers: { ...reply.headers, 'Set-Cookie': guarded.cookie } } : reply
}
