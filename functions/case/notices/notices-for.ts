// Who is told what when something happens to a case. Asked by notify before it sends, and by the sweep for what is missing.
import type { Notice, NoticeKind } from './notice.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import type { CaseEvent, EventOf, EventType } from '../events.ts'
import { open, type Status } from '../statuses.ts'
import { isPaused, type OfficialClock } from '../clocks/clock.ts'
import { isStillAsked } from './still-asked.ts'
import type { Reminded } from '../actor.ts'
import { type Desk, deskFor } from '../desk.ts'
import { contactOf, isInvolved } from '../people.ts'
import { standInOf } from '../stand-in.ts'
import { isToBeTold } from '../calling.ts'

const citizen = (kind: NoticeKind): Notice => ({ recipient: 'citizen', kind, link: 'track' })

/** Everyone to be told of an event of a case; `state` is the case as it stands when the notice is made. */
export function noticesFor(region: Region, state: Case, event: CaseEvent): Notice[] {
  const desk = deskFor(region, state, event.at)
  const told = [...listNotices(region, desk, state, event), ...tellLoser(region, state, event)]
  return told
    .filter((notice) => notice.recipient !== 'citizen' || isWanted(state, notice.kind))
    .map((notice) => inTheirPlace(region, state, event, notice))
}

/** To whoever did something, or was chosen when it happened: these go to nobody else. */
const personal: readonly NoticeKind[] = [
  'receipt',
  'code',
  'fresh-link',
  'taken',
  'warning',
  'escalation',
  'undelivered',
]

/** What asks the responder of a case asks whoever stands in for them on that day. */
function inTheirPlace(region: Region, state: Case, event: CaseEvent, notice: Notice): Notice {
  if (notice.link !== 'respond' || notice.recipient !== state.responder || personal.includes(notice.kind)) return notice
  return { ...notice, recipient: standInOf(region, state, notice.recipient, event.at) }
}

/** What a citizen may do without: how their case goes on, not what is answered or asked. */
export const courseKinds: readonly NoticeKind[] = ['registered', 'late', 'extended', 'rescheduled']

function isWanted({ reach, withoutCourse }: Case, kind: NoticeKind): boolean {
  return reach !== 'none' && !(withoutCourse && courseKinds.includes(kind))
}

/** Tells whoever a case was taken from, unless they have it again by now, or left the directory: who gave way to another has a mail of its own. */
function tellLoser(region: Region, state: Case, event: CaseEvent): Notice[] {
  if (!('lost' in event) || !event.lost) return []
  const { responder: loser } = event.lost
  const isTheirs = event.type === 'merged' ? state.status !== 'merged' : state.responder === loser
  return isTheirs || !contactOf(region, loser) ? [] : [responder(loser, 'taken')]
}

/** Whether an event can ever be told of; the others need no step of their own. */
export function isToldOf(type: EventType): boolean {
  return !silent.includes(type)
}

const atWork: readonly Status[] = ['assigned', 'in_progress', 'clarification', 'rework']
const silent: readonly EventType[] = [
  'admitted',
  'supplied',
  'noted',
  'source_noted',
  'passed_on',
  'called',
  'rated',
  'joined',
  'parted',
  'erased',
  'address_confirmed',
  'disowned_checked',
  'published',
  'unpublished',
  'photo_removed',
]

function listNotices(region: Region, desk: Desk, state: Case, event: CaseEvent): Notice[] {
  switch (event.type) {
    case 'received':
      return event.moderated && state.status === 'received'
        ? [...operators(desk, 'moderation'), citizen('received')]
        : []
    case 'triaged':
      // Who was told already that the case waits is not told again.
      if (event.again) return []
      return [...inTriage(desk, state), ...(isFirstWord(state) || isAsked(state, event) ? [citizen('received')] : [])]
    case 'declined':
      return withReceipt(region, event, inTriage(desk, state), 'always')
    case 'assigned':
      return [...stillWith(state, event.responder, 'work'), ...(event.first ? [citizen('registered')] : [])]
    case 'handed_over':
      return withReceipt(region, event, stillWith(state, event.responder, 'work'), 'always')
    case 'handed_back':
      return withReceipt(region, event, stillWith(state, event.responder, 'handed-back'), 'always')
    case 'accepted':
      return withReceipt(region, event, [])
    case 'clarification_asked':
      return withReceipt(region, event, [citizen('question')], 'always')
    case 'clarified':
      return holder(state, 'clarified')
    case 'added':
      return ofMore(desk, state)
    case 'photo_added':
      return event.news ? ofMore(desk, state) : []
    case 'clarification_expired':
      return event.then === 'resume' ? holder(state, 'no-reply') : []
    case 'extension_requested':
      return withReceipt(region, event, state.round.extensionRequest ? operators(desk, 'extension-asked') : [])
    case 'extended':
      return [...holder(state, 'extension-decided'), citizen('extended')]
    case 'extension_refused':
      return holder(state, 'extension-decided')
    case 'answered':
      // Who answered by mail sees what of it was taken.
      return withReceipt(
        region,
        event,
        state.status === 'answer_review' ? moderators(desk, 'review') : [],
        event.mailed && 'always',
      )
    case 'answer_returned':
      return holder(state, 'returned')
    case 'answer_approved':
      return [citizen(event.kind === 'final' ? 'answer' : 'interim'), ...(call(desk, state) ?? outcome(region, state))]
    case 'answer_shared':
      return [citizen('answer'), ...(call(desk, state) ?? [])]
    case 'reopened':
      return event.responder ? stillWith(state, event.responder, 'work') : inTriage(desk, state)
    case 'merged':
      // Who joined others by their own message has had no word of it yet.
      return event.by.role === 'citizen' && state.status === 'merged' ? [citizen('joined')] : []
    case 'unmerged':
      return onItsOwnAgain(desk, state)
    case 'rejected':
      return [citizen('rejected')]
    case 'closed':
      if (event.outcome === 'withdrawn') return holder(state, 'withdrawn')
      if (event.outcome !== 'no reply') return state.round.rating ? outcome(region, state) : []
      return [citizen('closed')]
    case 'erasure_requested':
      return state.erasureRequestedAt ? operators(desk, 'erasure-asked') : []
    case 'erasure_refused':
      return [citizen('erasure-refused')]
    case 'code_requested':
      return [{ recipient: event.contact, kind: 'code', link: purposeOf[event.by.role as keyof typeof purposeOf] }]
    case 'disowned':
      return [...(state.disownedAt ? operators(desk, 'disowned') : []), ...freshLink(region, state, event)]
    case 'link_requested':
      return [event.contact === 'citizen' ? citizen('fresh-link') : responder(event.contact, 'fresh-link')]
    case 'rescheduled':
    case 'topic_corrected':
      return event.moved.some(({ clock }) => clock === 'finalAnswer')
        ? [...holder(state, 'rescheduled'), citizen('rescheduled')]
        : []
    case 'warned':
      return stands(state, event) ? [reminder(event.contact, event.to, 'warning')] : []
    case 'missed':
      return [
        ...(stands(state, event) ? answerable(desk, state, event.clock as OfficialClock, 'missed') : []),
        ...(isBroken(state, event) ? [citizen('late')] : []),
      ]
    case 'escalated':
      return stands(state, event) && !isSaidByBreach(region, desk, state, event)
        ? [reminder(event.contact, event.to, 'escalation')]
        : []
    case 'undelivered':
      return event.recipient === 'citizen'
        ? [...ofLostQuestion(state, event), ...byHand(event)]
        : ofLostMail(state, event)
    case 'address_left':
      return [citizen('address-left')]
    case 'mails_stopped':
      return ofLostQuestion(state, event)
    default:
      return []
  }
}

/** Whether a citizen whose message waits in triage has had no word of it; where messages are moderated they had it at once. */
function isFirstWord({ status, receivedAt, clocks }: Case): boolean {
  return status === 'triage' && clocks.assignment?.startedAt === receivedAt
}

/** Whether this asked the citizen what is missing, and they have not said it yet. */
function isAsked({ status, missing }: Case, { asks }: EventOf<'triaged'>): boolean {
  return status === 'triage' && asks !== undefined && missing !== undefined
}

/** The dates that a citizen is told. */
const promised: readonly ClockName[] = ['moderation', 'assignment', 'finalAnswer']

/** Whether a date that the citizen was told is still broken; whoever has the case by now, it was ours to keep. */
function isBroken({ clocks }: Case, { clock: name, at }: EventOf<'missed'>): boolean {
  const clock = clocks[name]
  return promised.includes(name) && clock !== undefined && !isPaused(clock) && clock.due <= at
}

/** A reminder of what was done in the meantime, is paused, or is another's now would only annoy. */
function stands(state: Case, event: EventOf<'warned' | 'missed' | 'escalated'>): boolean {
  const clock = state.clocks[event.clock]
  if (!clock || isPaused(clock) || clock.startedAt > event.at) return false
  const ours = ['moderation', 'assignment', 'answerReview'].includes(event.clock)
  const asked = event.type !== 'missed' && event.to === 'operator'
  return ours || asked || event.assignment === state.assignment
}

function ofLostQuestion(state: Case, { clocks = [] }: EventOf<'undelivered' | 'mails_stopped'>): Notice[] {
  return clocks.length > 0 ? stillWith(state, state.responder ?? '', 'question-undelivered') : []
}

function ofLostMail(state: Case, { about, to, contact, told }: EventOf<'undelivered'>): Notice[] {
  const asked = about && to && contact && isStillAsked(state, about) ? [reminder(contact, to, 'undelivered')] : []
  const isNews = told !== undefined && !asked.some((notice) => notice.recipient === told)
  return [...asked, ...(isNews ? [{ recipient: told, kind: 'dead-address', link: 'triage' } as const] : [])]
}

/** An operator says what a social network did not take. */
function byHand({ told }: EventOf<'undelivered'>): Notice[] {
  return told ? [{ recipient: told, kind: 'by-hand', link: 'triage' }] : []
}

/** The breach itself tells its keeper; a step that comes with it and would ask the same person again says nothing more. */
function isSaidByBreach(region: Region, desk: Desk, state: Case, event: EventOf<'escalated'>): boolean {
  const { clock, step, contact } = event
  const atOnce = state.clocks[clock]?.escalateAt?.[step]?.after.amount === 0
  const told = answerable(desk, state, clock as OfficialClock, 'missed')
  return atOnce && told.some((one) => inTheirPlace(region, state, event, one).recipient === contact)
}

function reminder(contact: string, to: Reminded, kind: NoticeKind): Notice {
  return { recipient: contact, kind, link: to === 'operator' ? 'triage' : to === 'moderator' ? 'review' : 'respond' }
}

function responder(contact: string, kind: NoticeKind): Notice {
  return { recipient: contact, kind, link: 'respond' }
}

/** The notice to this contact, if they still have the case and work on it is not done. */
function stillWith(state: Case, contact: string, kind: NoticeKind): Notice[] {
  return state.responder === contact && atWork.includes(state.status) ? [responder(contact, kind)] : []
}

function holder(state: Case, kind: NoticeKind): Notice[] {
  return state.responder ? [responder(state.responder, kind)] : []
}

/** Tells the operator who has the case. */
function operators(desk: Desk, kind: NoticeKind): Notice[] {
  return desk.operators.slice(0, 1).map((one) => ({ recipient: one.id, kind, link: 'triage' }))
}

/** Tells whoever works on the case, or reads its answer, that the citizen said or showed more. */
function ofMore(desk: Desk, state: Case): Notice[] {
  return state.status === 'answer_review' ? moderators(desk, 'added') : stillWith(state, state.responder ?? '', 'added')
}

/** Asks again for what a case needs that is no longer merged: mails of the time before may not have been sent, or came back. */
function onItsOwnAgain(desk: Desk, state: Case): Notice[] {
  switch (state.status) {
    case 'received':
      return operators(desk, 'moderation')
    case 'triage':
      return operators(desk, 'triage')
    case 'answer_review':
      return moderators(desk, 'review')
    case 'assigned':
    case 'in_progress':
    case 'rework':
      return holder(state, 'unmerged')
    default:
      return []
  }
}

function inTriage(desk: Desk, { status }: Case): Notice[] {
  return status === 'triage' ? operators(desk, 'triage') : []
}

function moderators(desk: Desk, kind: NoticeKind): Notice[] {
  return desk.moderators.slice(0, 1).map((one) => ({ recipient: one.id, kind, link: 'review' }))
}

/** Asks whoever has the case, or an operator where nobody has it, to tell its citizen the answer by telephone. */
function call(desk: Desk, state: Case): Notice[] | undefined {
  if (!isToBeTold(state)) return undefined
  return state.responder ? [responder(state.responder, 'call')] : operators(desk, 'call')
}

/** What became of an answer is told to those who want receipts, or read a digest anyway: others see it on the page. */
function outcome(region: Region, state: Case): Notice[] {
  const contact = state.responder ? contactOf(region, state.responder) : undefined
  return contact && (contact.receipts || contact.mails === 'digest') ? [responder(contact.id, 'outcome')] : []
}

/** The links by which officials act. */
const purposeOf = { responder: 'respond', moderator: 'review', operator: 'triage' } as const

/** In the place of the links that were revoked, where the case is still with its organisation. */
function freshLink(region: Region, state: Case, { by }: EventOf<'disowned'>): Notice[] {
  const works = open.includes(state.status) && isInvolved(region, state.organisation, by.id)
  return works ? [responder(by.id!, 'fresh-link')] : []
}

/**
 * With a receipt for whoever did it, if they want one and do not hear of it anyway. What goes out of the organisation unread by a
 * moderator has one always: it carries «this wasn't me» (docs/decisions/0037).
 */
function withReceipt(region: Region, { by }: CaseEvent, notices: readonly Notice[], when?: 'always'): Notice[] {
  const contact = by.role === 'responder' && by.id ? contactOf(region, by.id) : undefined
  const wanted = contact && (contact.receipts || when) && !notices.some(({ recipient }) => recipient === contact.id)
  return [...notices, ...(wanted ? [responder(contact.id, 'receipt')] : [])]
}

function answerable(desk: Desk, state: Case, clock: OfficialClock, kind: NoticeKind): Notice[] {
  if (clock === 'moderation' || clock === 'assignment') return operators(desk, kind)
  if (clock === 'answerReview') return moderators(desk, kind)
  return state.responder ? holder(state, kind) : operators(desk, kind)
}
