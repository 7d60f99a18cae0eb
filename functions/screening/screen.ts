// A moderator says what comments are: one case of several, more words of a case, thanks, spam, off topic. Each is said once, whoever presses at the same
// moment; the pictures of what became a case are fetched by hear. Called by the routes.
import { randomBytes } from 'node:crypto'
import { caseIdPattern } from '../case/ids.ts'
import type { Comment, Screening } from '../case/comment.ts'
import { open } from '../case/statuses.ts'
import { messageIdOfComment } from './message-id.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { submitMessage, submittedAs, Taken } from '../intake/submit.ts'
import { sendAll } from '../queues/send.ts'
import { loadComment, screen, screeningWrites } from '../store/comments.ts'
import { commentName, dismissed } from '../store/page-facts.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { loadCase } from '../store/load.ts'
import { keys } from '../store/table.ts'
import { noteItem } from '../web/console/audit.ts'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { nonceOf } from '../web/forms.ts'
import { goTo } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { askedIn, MOST_SHOWN, type Order, orderIn, type Ref, searchOf } from './asked.ts'
import { dialogOf, messageOf, wordsOf } from './case-of.ts'
import { commentsPage } from './show.tsx'
import { screeningWords } from './words.ts'

export async function screenComments(visit: ConsoleVisit): Promise<Reply> {
  const { fields, request } = visit
  const text = screeningWords[request.language]
  if (fields[RESUMED]) return commentsPage(visit, 200)
  const order = orderIn(fields)
  if (!order) return commentsPage(visit, 400, { wrong: words[request.language].formBroken })
  if (order.refs.length === 0) return commentsPage(visit, 422, { wrong: text.tickSome })
  if (order.refs.length > MOST_SHOWN) return commentsPage(visit, 422, { wrong: text.tooMany(MOST_SHOWN) })
  if (order.as === 'add') return addToCase(visit, order)
  return order.as === 'problem' ? makeCase(visit, order) : sayEach(visit, order, order.as)
}

const tableName = () => environment('TABLE_NAME')
const takesPhotos = () => environmentIfSet('PHOTOS_BUCKET') !== undefined

function loadAll({ request }: ConsoleVisit, refs: readonly Ref[]): Promise<(Comment | undefined)[]> {
  return Promise.all(
    refs.map(({ channel, on, name }) =>
      loadComment(tableName(), { channel, thread: { on, comment: name }, name }, request.at),
    ),
  )
}

/** All of them, where each still waits and says what was shown. */
function asShown(comments: readonly (Comment | undefined)[], refs: readonly Ref[]): readonly Comment[] | undefined {
  const same = comments.flatMap((one, index) => (one?.state === 'waiting' && one.rev === refs[index]!.rev ? [one] : []))
  return same.length === refs.length ? same : undefined
}

async function sayEach(visit: ConsoleVisit, { refs }: Order, as: Screening): Promise<Reply> {
  const { request, signedIn } = visit
  const who = signedIn.staff.contact.id
  const comments = await loadAll(visit, refs)
  const done = await Promise.all(
    comments.map(async (comment, index) => {
      // Pressed twice, or sent again.
      if (comment?.state === as && comment.who === who) return needsNoAnswer(visit, comment)
      if (!comment || comment.state !== 'waiting' || comment.rev !== refs[index]!.rev) return false
      const entry = noteItem(visit, { what: 'comment screened', about: as })
      const isDone = await screen(tableName(), comment, { as, who, at: request.at }, [entry])
      return isDone && needsNoAnswer(visit, comment)
    }),
  )
  const left = refs.filter((_, index) => !done[index])
  if (left.length > 0) return inTheWay(visit, left)
  return goTo(urlOf(visit, `comments${backTo(visit, { done: as, many: String(refs.length) })}`))
}

/** Thanks, spam and what is off topic wait for no answer in the figures of their page. */
async function needsNoAnswer({ region, request }: ConsoleVisit, { channel, thread, name }: Comment): Promise<true> {
  const page = region.pages.find((one) => one.channel === channel)
  if (!page) return true
  const told = { tableName: tableName(), timeZone: region.timeZone, page: page.id, at: request.at }
  await dismissed({ ...told, comment: commentName(thread.on, name) })
  return true
}

async function makeCase(visit: ConsoleVisit, { refs }: Order): Promise<Reply> {
  const { region, request, signedIn, fields } = visit
  const idempotencyKey = `screened-${nonceOf(fields, request)}`
  const by = { role: 'citizen' } as const
  const made = await submittedAs(tableName(), by, idempotencyKey)
  if (made) return caseDone(visit, refs, made)
  const comments = asShown(await loadAll(visit, refs), refs)
  if (!comments) return inTheWay(visit, refs)
  const message = messageOf(region, comments, fields, takesPhotos())
  if (!message) return commentsPage(visit, 422, { wrong: words[request.language].formBroken })
  const screened = { as: 'problem', who: signedIn.staff.contact.id, at: request.at } as const
  try {
    const submitted = await submitMessage({
      ...{ tableName: tableName(), region, by, at: request.at, random: randomBytes, message, idempotencyKey },
      ...{ confirmed: true, dialog: dialogOf(comments) },
      noted: (caseId) => [noteItem(visit, { what: 'comment screened', caseId, about: `problem ${refs.length}` })],
      beside: (caseId) => screeningWrites(tableName(), comments, { ...screened, caseId }),
    })
    if (submitted.outcome === 'mismatch') return await inTheWay(visit, refs)
    if (submitted.outcome === 'refused')
      return await commentsPage(visit, 422, { wrong: words[request.language].refusals[submitted.code] })
    return await caseDone(visit, refs, submitted.caseId)
  } catch (error) {
    if (error instanceof Taken) return inTheWay(visit, refs)
    throw error
  }
}

/** More words of a case that is open, or the reply to what was asked. */
async function addToCase(visit: ConsoleVisit, { refs }: Order): Promise<Reply> {
  const { region, request, signedIn, fields } = visit
  const { at } = request
  const text = screeningWords[request.language]
  const caseId = (fields['case'] ?? '').toUpperCase()
  const commandId = `screened-${nonceOf(fields, request)}`
  const all = await loadAll(visit, refs)
  if (all.every((one) => one?.caseId === caseId && caseId !== '')) return caseDone(visit, refs, caseId)
  const comments = asShown(all, refs)
  if (!comments) return inTheWay(visit, refs)
  const stored = caseIdPattern.test(caseId) ? await loadCase(tableName(), caseId, at) : undefined
  if (!stored || !open.includes(stored.state.status))
    return commentsPage(visit, 422, { wrong: text.noSuchCase, field: 'case' })
  const { state } = stored
  const messageId = messageIdOfComment(commandId)
  const { question } = state.round
  const by = { role: 'citizen' } as const
  const command =
    state.status === 'clarification' && question
      ? ({ type: 'Clarify', by, messageId, questionAt: question.at } as const)
      : ({ type: 'AddWords', by, messageId } as const)
  const kept = {
    ...{ ...keys.personal(caseId, messageId), messageId, text: wordsOf(comments, state.language, takesPhotos()) },
    ...{ dialog: dialogOf(comments), ttl: ttlAfter(at, textDaysOf(region, state)) },
  }
  const entry = noteItem(visit, { what: 'comment screened', caseId, about: `add ${refs.length}` })
  const handled = await handle({
    ...{ tableName: tableName(), region, caseId, command, at, commandId, items: [kept, entry] },
    beside: screeningWrites(tableName(), comments, { as: 'problem', who: signedIn.staff.contact.id, at, caseId }),
  })
  if (handled.outcome === 'refused')
    return commentsPage(visit, 422, { wrong: words[request.language].refusals[handled.code], field: 'case' })
  const now = await loadAll(visit, refs)
  return now.every((one) => one?.caseId === caseId) ? caseDone(visit, refs, caseId) : inTheWay(visit, refs)
}

/** Their pictures follow. @throws Problem 503 where they cannot be asked for: the form may be sent again */
async function caseDone(visit: ConsoleVisit, refs: readonly Ref[], caseId: string): Promise<Reply> {
  const messages = refs.map(({ channel, on, name }) => ({ v: 1, channel, screened: { on, name } }))
  const failed = await sendAll(environment('HEARD_QUEUE_URL'), messages)
  if (failed.length > 0) throw new Problem(503, 'busy', visit.request.requestId, [], { 'Retry-After': '5' })
  return goTo(urlOf(visit, `comments${backTo(visit, { done: 'problem', case: caseId })}`))
}

/** Somebody else was faster, or the writer changed something: who and what. */
async function inTheWay(visit: ConsoleVisit, refs: readonly Ref[]): Promise<Reply> {
  const now = await loadAll(visit, refs)
  const others = now.flatMap((one, index) => (one?.state === 'waiting' && one.rev === refs[index]!.rev ? [] : [one]))
  return commentsPage(visit, 409, { others })
}

function backTo({ request }: ConsoleVisit, said: Readonly<Record<string, string>>): string {
  const { after: _, ...asked } = askedIn(request.query)
  const search = searchOf(asked)
  return `${search || '?'}${search && '&'}${new URLSearchParams(said).toString()}`
}
