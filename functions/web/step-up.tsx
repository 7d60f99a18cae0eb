// Asks whoever came by an official's link for a code that was mailed to their address in the directory: the link alone may have been
// forwarded. Whoever typed it is not asked again for eight hours, whichever of their cases they open. A GET sends nothing. Called by the
// guards of respond and review.
import { randomBytes } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { isCode, parseCode } from '../links/code.ts'
import { pathOf } from '../links/links.ts'
import { hashOf, newSecret, parseSecret } from '../links/token.ts'
import { barredUntil, beginSession, countTry, findCode, findSession, isTypeable } from '../store/codes.ts'
import { SESSION_HOURS, TRIES } from '../store/codes.ts'
import { handle } from '../store/handle.ts'
import { type FormErrors, sure, sureName } from './forms.ts'
import { carriedOn, type Guarded, STEP } from './guarded.ts'
import { document } from './layout.tsx'
import { StepUpPage } from './step-up-page.tsx'
import type { LinkVisit } from './visit.ts'
import { stepUpWords } from './words/step-up.ts'
import { words } from './words/words.ts'
import { wholeOf } from '../../regions/languages.ts'

const COOKIE = 'code'

/**
 * @param why what the page says of it
 * @param atOnce whether the form that was sent is choice enough to mail a code
 */
export async function askCode(visit: LinkVisit, why: string, atOnce = false): Promise<Guarded> {
  const { region, fields, request } = visit
  if (!region.links.stepUp || (await isProven(visit))) return {}
  if (request.method !== 'POST') return { reply: page(visit, why, {}) }
  if (fields[STEP] === 'enter') return enter(visit, why)
  if (fields[STEP] === 'send') {
    const box = sureName('code')
    if (sure.safeParse(fields[box]).success) return { reply: await send(visit, why) }
    return { reply: page(visit, why, { errors: { [box]: words[request.language].tick }, status: 422 }) }
  }
  return { reply: atOnce ? await send(visit, why) : page(visit, why, {}) }
}

/** Of whoever came, begun after they last said that an act was not theirs. */
async function isProven({ request, link, file }: LinkVisit): Promise<boolean> {
  const [, kept = ''] = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(request.headers['cookie'] ?? '') ?? []
  const secret = parseSecret(kept)
  const session = secret && (await findSession(environment('TABLE_NAME'), hashOf(secret), request.at))
  if (!session || session.recipient !== link.recipient) return false
  return session.startedAt > (file.state.disowned?.[link.recipient]?.at ?? '')
}

/** Has a code mailed; a form that comes again has none mailed again. */
async function send(visit: LinkVisit, why: string): Promise<Reply> {
  const { request, region, file, actor, fields, nonce } = visit
  const tableName = environment('TABLE_NAME')
  const text = stepUpWords[wholeOf(request.language)]
  const barred = barredUntil(await findCode(tableName, actor.id!, request.at))
  if (barred) return page(visit, why, { errors: { '': text.barred(time(visit, barred)) }, status: 429 })
  const form = [fields['code-nonce'], fields['nonce'], nonce].find((one) => /^[0-9A-Z]{16}$/.test(one ?? ''))
  const asked = await handle({
    ...{ tableName, region, caseId: file.state.id, at: request.at, commandId: `${form}-code` },
    command: { type: 'RequestCode', by: actor, contact: actor.id! },
  })
  if (asked.outcome !== 'refused') return page(visit, why, { sent: true })
  const refusal = asked.code === 'too soon' ? text.tooSoon : words[request.language].refusals[asked.code]
  return page(visit, why, { errors: { '': refusal }, status: 409, sent: asked.code === 'too soon' })
}

/** Every try is counted before it is compared, so that many at once are no more than many in turn. */
async function enter(visit: LinkVisit, why: string): Promise<Guarded> {
  const { request, link, fields } = visit
  const tableName = environment('TABLE_NAME')
  const text = stepUpWords[wholeOf(request.language)]
  const wrong = (message: string, status = 422) => ({
    reply: page(visit, why, { errors: { code: message }, status, sent: true }),
  })
  const typed = parseCode(fields['code'] ?? '')
  if (!typed) return wrong(text.notSix)
  const code = await findCode(tableName, link.recipient, request.at)
  if (code && code.tries >= TRIES) return wrong(text.barred(time(visit, code.rememberedUntil)), 429)
  const mayTry = code && isTypeable(code, request.at) && (await countTry(tableName, link.recipient, code, request.at))
  if (!mayTry) return wrong(text.over)
  if (!(await isCode(typed, code))) {
    const left = TRIES - code.tries - 1
    log('code wrong', { caseId: visit.file.state.id, left })
    if (left > 0) return wrong(text.wrong(left))
    return wrong(text.barred(time(visit, code.rememberedUntil)), 429)
  }
  const secret = newSecret(randomBytes)
  if (!(await beginSession(tableName, link.recipient, code, hashOf(secret), request.at))) return wrong(text.over)
  const cookie = cookieOf(visit, secret)
  return fields['action'] ? { cookie } : { reply: backTo(visit, cookie) }
}

/** For the pages behind officials' links and no others, as long as the session. */
function cookieOf({ request: { base }, link }: LinkVisit, secret: string): string {
  const path = `${new URL(base).pathname}${pathOf[link.purpose]}`.replace(/\/+/g, '/').replace(/\/$/, '')
  const secure = base.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${secret}; Path=${path}; Max-Age=${SESSION_HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`
}

/** Leads to the address that was opened, which shows its page now. */
function backTo({ request }: LinkVisit, cookie: string): Reply {
  const query = new URLSearchParams(request.query).toString()
  const headers = { Location: `?${query}`, 'Set-Cookie': cookie, 'Content-Type': 'text/plain' }
  return { status: 303, headers, body: '' }
}

interface Look {
  readonly errors?: FormErrors
  readonly status?: number
  readonly sent?: boolean
}

function page(visit: LinkVisit, why: string, { errors = {}, status = 200, sent = false }: Look): Reply {
  const carried = Object.entries(carriedOn(visit.fields))
  const props = { visit: { ...visit, errors }, why, sent, carried, nonce: letters(16, randomBytes) }
  return html(status, document(<StepUpPage {...props} />))
}

function time({ region, request }: LinkVisit, instant: string): string {
  return localTime(instant, region.timeZone, request.language)
}
