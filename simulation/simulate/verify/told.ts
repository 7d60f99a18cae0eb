// Verifies who was told of what: of each event the people it concerns, once each, at an hour at which they are written
// to; and nobody else. Called by verify.ts.
import type { CaseEvent } from '../../../functions/case/events.ts'
import type { NoticeKind } from '../../../functions/case/notices/notice.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import { type Account, regionAt, type SentMail, type Violation } from './account.ts'
import type { Page } from './page.ts'
import { plainCalendar } from './run.ts'
import { atTheDesk } from './desk.ts'
import { isImportant } from './plain-rules.ts'

const HOUR = 3_600_000
/** Within this time (ms) of the first hour at which they may be written to, faults of stream, queues and mail included. */
const TOLD_MS = 2 * HOUR
/** What was claimed before the night may go in its first minute. */
const NIGHTFALL_MS = 60_000
/** Kinds that go at any hour: asked for this minute. */
const atOnce = ['fresh-link', 'receipt', 'code']
/** What reaches a citizen because time passed, and so not by night. */
const unasked = ['closed', 'late', 'rescheduled']

interface Due {
  readonly recipient: string
  /** While this does not hold, nobody need be told; where it is missing, they must be in any case. */
  readonly while?: (page: Page) => boolean
}

/** @param pages the book's, before the first event and after each */
export function mailViolations(account: Account, pages: readonly Page[]): Violation[] {
  const violations: Violation[] = []
  const mails = Map.groupBy(account.mails, ({ seq, recipient }) => `${seq}#${recipient}`)
  for (const [index, event] of account.events.entries()) {
    const seq = index + 1
    const at = Date.parse(event.at)
    const region = atTheDesk(regionAt(account, at), account.caseId, at)
    const broken = (rule: string, detail: string) => violations.push({ rule, caseId: account.caseId, seq, detail })
    for (const due of concerned(region, pages[index]!, pages[seq]!, event)) {
      const key = `${seq}#${due.recipient}`
      const sent = mails.get(key) ?? []
      mails.delete(key)
      if (sent.length > 1 && !account.unsure.has(key))
        broken('nobody is told twice', `${due.recipient}: ${sent.length} mails`)
      for (const mail of sent)
        if (isAtNight(account, regionAt(account, mail.at), pages, mail, event))
          broken('nobody is written to at night', `${mail.kind} to ${mail.recipient} at ${iso(mail.at)}`)
      const by = lastMoment(account, at)
      const holds = pagesUntil(account, pages, seq, by).every((page) => due.while?.(page) ?? true)
      if (by <= account.until && holds && !sent.some((mail) => mail.at <= by))
        broken('everybody concerned is told', `${due.recipient} of ${event.type}, by ${iso(by)}`)
    }
  }
  for (const [key, [mail]] of mails) {
    const { seq, kind, at } = mail!
    const event = account.events[seq - 1]!
    const region = atTheDesk(regionAt(account, at), account.caseId, Date.parse(event.at))
    if (!couldConcern(pages, event, mail!, region))
      violations.push({ rule: 'nobody else is told', caseId: account.caseId, seq, detail: `${key} ${kind}` })
  }
  return violations
}

function concerned(region: Region, before: Page, now: Page, event: CaseEvent): Due[] {
  return [...told(region, before, now, event), ...losers(before, event)]
}

/** Whoever had the case between the event and the mail may be told of it. */
function couldConcern(pages: readonly Page[], event: CaseEvent, { seq, recipient }: SentMail, region: Region): boolean {
  const before = pages[seq - 1]!
  return pages
    .slice(seq)
    .some((page) => concerned(region, before, page, event).some((due) => due.recipient === recipient))
}

/** By when (ms) they must have been told: two hours into the first time at which people are written to, whatever they prefer. */
function lastMoment(account: Account, at: number): number {
  const calendar = (instant: number) => plainCalendar(regionAt(account, instant))
  let morning = calendar(at).morning(at + HOUR)
  while (calendar(morning).isQuiet(morning)) morning = calendar(morning).morning(morning)
  return morning + TOLD_MS
}

function pagesUntil({ events }: Account, pages: readonly Page[], seq: number, until: number): Page[] {
  const later = events.slice(seq).filter((event) => Date.parse(event.at) <= until).length
  return pages.slice(seq, seq + later + 1)
}

function isAtNight(
  account: Account,
  region: Region,
  pages: readonly Page[],
  mail: SentMail,
  event: CaseEvent,
): boolean {
  const calendar = plainCalendar(region)
  const quiet = calendar.isQuiet(mail.at) && calendar.isQuiet(mail.at - NIGHTFALL_MS)
  if (!quiet || atOnce.includes(mail.kind)) return false
  if (mail.recipient === 'citizen') return unasked.includes(mail.kind)
  const known = account.events.filter((one) => Date.parse(one.at) <= mail.at).length
  const topics = [pages[known]?.topic, 'topic' in event ? event.topic : undefined]
  return !topics.some((topic) => isImportant(region, topic))
}

function ofOrganisation(clock: ClockName): boolean {
  return clock === 'acceptance' || clock === 'firstResponse' || clock === 'finalAnswer'
}

/** The dates that a citizen is told. */
const promised: readonly ClockName[] = ['moderation', 'assignment', 'finalAnswer']
const toBeDone: readonly Page['status'][] = ['assigned', 'in_progress', 'rework']
const working: readonly Page['status'][] = [...toBeDone, 'clarification']

function told(region: Region, before: Page, state: Page, event: CaseEvent): Due[] {
  const citizen: Due[] = state.reachable ? [{ recipient: 'citizen', while: ({ reachable }) => reachable }] : []
  /** Of what they may do without. */
  const ofCourse: Due[] =
    state.reachable && state.wantsCourse
      ? [{ recipient: 'citizen', while: ({ reachable, wantsCourse }) => reachable && wantsCourse }]
      : []
  const waiting = (status: Page['status']): Due[] =>
    citizen.map((due) => ({ ...due, while: (now) => now.reachable && now.status === status }))
  /** While the date that they were told lies behind, whoever has the case. */
  const broken = (clock: ClockName): Due[] => {
    const holds = ({ clocks, reachable, wantsCourse }: Page) => {
      const run = clocks.get(clock)
      return reachable && wantsCourse && run !== undefined && !run.rests && run.due <= Date.parse(event.at)
    }
    return promised.includes(clock) ? ofCourse.map((due) => ({ ...due, while: holds })) : []
  }
  const isUnmoderated = before.clocks.get('assignment')?.start === before.roundFrom
  const operator = (holds: NonNullable<Due['while']>): Due[] => [{ recipient: region.operators[0]!.id, while: holds }]
  const reviewer: Due = { recipient: region.moderators[0]!.id, while: ({ status }) => status === 'answer_review' }
  const inTriage = operator(({ status }) => status === 'triage')
  const worker = (id: string): Due[] => [
    { recipient: id, while: (now) => now.responder === id && working.includes(now.status) },
  ]
  const holder: Due[] = state.responder
    ? [{ recipient: state.responder, while: (now) => now.responder === state.responder }]
    : []
  /** While the clock of the time of the event runs on, for the same people where it is theirs. */
  const running = (clock: ClockName, recipient: string, theirs: boolean): Due => ({
    recipient,
    while: ({ clocks, assignment }) => {
      const run = clocks.get(clock)
      const runs = run !== undefined && run.start <= Date.parse(event.at) && !run.rests
      return runs && (!theirs || assignment === state.assignment)
    },
  })
  const contacts = region.organisations.flatMap((one) => [
    ...[one.responder, one.deputy, one.supervisor, headOf(region, one)],
  ])
  const receipt = contacts.filter((one) => one?.id === event.by.id && one?.receipts).slice(0, 1)
  const receipts = receipt.map((one): Due => ({ recipient: one!.id }))
  /** Of what goes out of the organisation unread by a moderator everybody has one. */
  const receiptOfLeaving: Due[] =
    event.by.role === 'responder' && contacts.some((one) => one?.id === event.by.id)
      ? [{ recipient: event.by.id! }]
      : []
  /** Those who want receipts or have a digest hear what became of the answer; it may be another who has the case by then. */
  const ofAnswer = contacts
    .filter((one) => one?.id === state.responder && (one?.receipts || one?.mails === 'digest'))
    .slice(0, 1)
    .map((one): Due => ({ recipient: one!.id, while: (now) => now.responder === one!.id }))
  /** Whoever has the case tells its citizen the answer by telephone, an operator where nobody has it. */
  const caller = state.responder ?? region.operators[0]!.id
  const toTell: Due[] = [
    {
      recipient: caller,
      while: (now) => now.toTell && now.answer === state.answer && (now.responder ?? caller) === caller,
    },
  ]
  const onItsOwnAgain = (): Due[] => {
    if (state.status === 'received') return operator(({ status }) => status === 'received')
    if (state.status === 'triage') return inTriage
    if (state.status === 'answer_review') return [reviewer]
    const { responder } = state
    if (!responder || !toBeDone.includes(state.status)) return []
    return [{ recipient: responder, while: (now) => now.responder === responder && toBeDone.includes(now.status) }]
  }
  switch (event.type) {
    case 'received':
      return event.moderated ? [...operator(({ status }) => status === 'received'), ...waiting('received')] : []
    case 'triaged':
      if (event.again) return []
      return [...inTriage, ...(isUnmoderated || event.asks ? waiting('triage') : [])]
    case 'declined':
      return [...inTriage, ...receiptOfLeaving]
    case 'extension_requested':
      return [...operator(({ request }) => request > 0), ...receipts]
    case 'assigned':
      return [...worker(event.responder), ...(event.first ? ofCourse : [])]
    case 'handed_over':
      return [...worker(event.responder), ...receiptOfLeaving]
    case 'handed_back':
      return [...worker(event.responder), ...receiptOfLeaving]
    case 'accepted':
      return receipts
    case 'answered':
      return [reviewer, ...receipts]
    case 'clarification_asked':
      return [...citizen, ...receiptOfLeaving]
    case 'answer_approved':
      return [...citizen, ...(state.toTell ? toTell : ofAnswer)]
    case 'answer_shared':
      return [...citizen, ...(state.toTell ? toTell : [])]
    case 'rejected':
      return citizen
    case 'closed':
      if (event.outcome === 'withdrawn') return holder
      if (event.outcome === 'no reply') return citizen
      return before.rated ? ofAnswer.map((due) => ({ ...due, while: (now) => now.rated && due.while!(now) })) : []
    case 'clarification_expired':
      return event.then === 'resume' ? holder : []
    case 'added':
    case 'photo_added': {
      if (event.type === 'photo_added' && !event.news) return []
      const { status, responder } = state
      if (status === 'answer_review') return [reviewer]
      return responder ? worker(responder) : []
    }
    case 'clarified':
    case 'extension_refused':
    case 'answer_returned':
      return holder
    case 'extended':
      return [...holder, ...ofCourse]
    case 'reopened':
      return event.responder ? worker(event.responder) : inTriage
    case 'merged':
      return event.by.role === 'citizen' ? waiting('merged') : []
    case 'unmerged':
      return onItsOwnAgain()
    case 'code_requested':
      return [{ recipient: event.contact }]
    case 'link_requested':
      return event.contact === 'citizen' ? citizen : [{ recipient: event.contact }]
    case 'rescheduled':
    case 'topic_corrected':
      return event.moved.some(({ clock }) => clock === 'finalAnswer') ? [...holder, ...ofCourse] : []
    case 'warned':
      return [running(event.clock, event.contact, ofOrganisation(event.clock) && event.to !== 'operator')]
    case 'escalated': {
      const due = running(event.clock, event.contact, ofOrganisation(event.clock) && event.to !== 'operator')
      const { after } = before.clocks.get(event.clock)?.escalations[event.step] ?? {}
      return after?.amount === 0 && keeper(region, state, event.clock) === event.contact ? [] : [due]
    }
    case 'disowned': {
      const { id } = event.by
      const acts = region.organisations.filter((one) =>
        [one.responder, one.deputy, one.supervisor, headOf(region, one)].some((contact) => contact?.id === id),
      )
      const isTheirs = ({ organisation, status }: Page) =>
        !['resolved', 'closed', 'merged', 'rejected'].includes(status) && acts.some((one) => one.id === organisation)
      return [...operator(({ doubt }) => doubt > 0), { recipient: id!, while: isTheirs }]
    }
    case 'erasure_requested':
      return operator(({ erasure }) => erasure > 0)
    case 'erasure_refused':
    case 'address_left':
      return citizen
    case 'mails_stopped':
      return ofLostQuestion(before, state)
    case 'undelivered':
      return event.recipient === 'citizen' ? ofLostQuestion(before, state) : ofLostMail(state, event)
    case 'missed':
      return [
        running(event.clock, keeper(region, state, event.clock), ofOrganisation(event.clock)),
        ...broken(event.clock),
      ]
    default:
      return []
  }
}

/** An organisation's own head, or its municipality's. */
function headOf({ municipalities }: Region, { head, municipality }: Region['organisations'][number]) {
  return head ?? municipalities.find(({ id }) => id === municipality)?.head
}

/** Whom a case was taken from by somebody else, while it is not theirs again. */
function losers({ responder }: Page, event: CaseEvent): Due[] {
  if (!responder || event.by.role === 'responder') return []
  const gone = { recipient: responder, while: (now: Page) => now.responder !== responder }
  switch (event.type) {
    case 'assigned':
    case 'handed_over':
    case 'handed_back':
      return event.responder === responder ? [] : [gone]
    case 'declined':
      return [gone]
    case 'merged':
      return [{ recipient: responder, while: ({ status }) => status === 'merged' }]
    default:
      return []
  }
}

/** Whose a clock is; an operator's while nobody has the case. */
function keeper(region: Region, { responder }: Page, clock: ClockName): string {
  if (ofOrganisation(clock) && responder) return responder
  return (clock === 'answerReview' ? region.moderators : region.operators)[0]!.id
}

type Undelivered = Extract<CaseEvent, { type: 'undelivered' }>

/** The work goes on without the citizen's answer. */
function ofLostQuestion(before: Page, { responder, status }: Page): Due[] {
  if (before.status !== 'clarification' || status === before.status || !responder) return []
  return [{ recipient: responder, while: (now) => now.responder === responder && working.includes(now.status) }]
}

/** What a mail asked an operator or a caller for, and whether that is still to be done. */
const stillAsked: Partial<Record<NoticeKind, (now: Page) => boolean>> = {
  'extension-asked': ({ request }) => request > 0,
  'erasure-asked': ({ erasure }) => erasure > 0,
  disowned: ({ doubt }) => doubt > 0,
  call: ({ toTell }) => toTell,
}

/** The operator learns of a dead address in any case; who is asked instead, while nothing has changed. */
function ofLostMail(state: Page, { contact, told, about }: Undelivered): Due[] {
  const operator: Due[] = told ? [{ recipient: told }] : []
  if (!contact || contact === told) return operator
  const asks = (about && stillAsked[about.kind]) ?? (() => true)
  const asIs = (now: Page) => now.status === state.status && now.assignment === state.assignment && asks(now)
  const runs = ({ clocks }: Page) => {
    const run = about?.clock && clocks.get(about.clock)
    return !about?.clock || (run && !run.rests)
  }
  return [...operator, { recipient: contact, while: (now) => asIs(now) && runs(now) === true }]
}

function iso(ms: number) {
  return new Date(ms).toISOString()
}
