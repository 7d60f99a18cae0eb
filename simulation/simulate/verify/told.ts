// Who must be told of what, once more: of each event the people it concerns, once each, at an hour at which they are
// written to; and nobody else.
import type { Case } from '../../../functions/case/case.ts'
import type { CaseEvent } from '../../../functions/case/events.ts'
import { evolve, initialCase } from '../../../functions/case/evolve.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import type { Account, SentMail, Violation } from './account.ts'
import { plainCalendar } from './run.ts'
import { isImportant } from './plain-rules.ts'

const HOUR = 3_600_000
/** Within this time (ms) of the first hour at which he may be written to, faults of stream, queues and mail included. */
const TOLD_MS = 2 * HOUR
/** What was claimed before the night may go in its first minute. */
const NIGHTFALL_MS = 60_000
/** Kinds that go at any hour: asked for this minute. */
const atOnce = ['fresh-link', 'receipt']
/** What reaches a citizen because time passed, and so not by night. */
const unasked = ['closed', 'rescheduled']

interface Due {
  readonly recipient: string
  /** While this does not hold, nobody need be told; where it is missing, he must be in any case. */
  readonly while?: (state: Case) => boolean
}

export function mailViolations(account: Account): Violation[] {
  const violations: Violation[] = []
  const states: Case[] = [initialCase(account.caseId)]
  for (const event of account.events) states.push(evolve(states.at(-1)!, event))
  const regionAt = (at: number) => account.regions.findLast(({ from }) => from <= at)!.region
  const mails = Map.groupBy(account.mails, ({ seq, recipient }) => `${seq}#${recipient}`)

  for (const [index, event] of account.events.entries()) {
    const seq = index + 1
    const at = Date.parse(event.at)
    const region = regionAt(at)
    const concerned = [...told(region, states[seq]!, event), ...losers(states[index]!, event)]
    for (const due of concerned) {
      const key = `${seq}#${due.recipient}`
      const sent = mails.get(key) ?? []
      mails.delete(key)
      if (sent.length > 1 && !account.unsure.has(key))
        violations.push({ rule: 'nobody is told twice', seq, detail: `${due.recipient}: ${sent.length} mails` })
      for (const mail of sent)
        if (isAtNight(account, regionAt(mail.at), states, mail, event))
          violations.push({
            rule: 'nobody is written to at night',
            seq,
            detail: `${mail.kind} to ${mail.recipient} at ${new Date(mail.at).toISOString()}`,
          })
      const by = lastMoment(regionAt, at)
      const holds = statesUntil(account, states, seq, by).every((state) => due.while?.(state) ?? true)
      if (by <= account.until && holds && !sent.some((mail) => mail.at <= by))
        violations.push({
          rule: 'everybody concerned is told',
          seq,
          detail: `${due.recipient} of ${event.type}, by ${new Date(by).toISOString()}`,
        })
    }
  }
  for (const [key, [mail]] of mails)
    if (!couldConcern(account, states, mail!, regionAt(mail!.at)))
      violations.push({ rule: 'nobody else is told', seq: mail!.seq, detail: `${key} ${mail!.kind}` })
  return violations
}

/** Whoever had the case between the event and the mail may be told of it. */
function couldConcern(
  { events }: Account,
  states: readonly Case[],
  { seq, recipient }: SentMail,
  region: Region,
): boolean {
  const event = events[seq - 1]!
  return states
    .slice(seq)
    .some((state) =>
      [...told(region, state, event), ...losers(states[seq - 1]!, event)].some((due) => due.recipient === recipient),
    )
}

/** By when (ms) he must have been told: two hours into the first time at which people are written to, whatever he prefers. */
function lastMoment(regionAt: (at: number) => Region, at: number): number {
  let morning = plainCalendar(regionAt(at)).morning(at + HOUR)
  while (plainCalendar(regionAt(morning)).isQuiet(morning)) morning = plainCalendar(regionAt(morning)).morning(morning)
  return morning + TOLD_MS
}

function statesUntil({ events }: Account, states: readonly Case[], seq: number, until: number): Case[] {
  const later = events.slice(seq).filter((event) => Date.parse(event.at) <= until).length
  return states.slice(seq, seq + later + 1)
}

function isAtNight(
  account: Account,
  region: Region,
  states: readonly Case[],
  mail: SentMail,
  event: CaseEvent,
): boolean {
  const calendar = plainCalendar(region)
  const quiet = calendar.isQuiet(mail.at) && calendar.isQuiet(mail.at - NIGHTFALL_MS)
  if (!quiet || atOnce.includes(mail.kind)) return false
  if (mail.recipient === 'citizen') return unasked.includes(mail.kind)
  const known = account.events.filter((one) => Date.parse(one.at) <= mail.at).length
  const topics = [states[known]?.topic, 'topic' in event ? event.topic : undefined]
  return !topics.some((topic) => isImportant(region, topic))
}

function ofOrganisation(clock: ClockName): boolean {
  return clock === 'acceptance' || clock === 'firstResponse' || clock === 'finalAnswer'
}

const toBeDone: readonly Case['status'][] = ['assigned', 'in_progress', 'rework']
const working: readonly Case['status'][] = [...toBeDone, 'clarification']

function told(region: Region, state: Case, event: CaseEvent): Due[] {
  const citizen: Due[] =
    state.reach !== 'none' ? [{ recipient: 'citizen', while: ({ reach }) => reach !== 'none' }] : []
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
    while: ({ clocks: { [clock]: one }, assignment }) =>
      one !== undefined &&
      one.startedAt <= event.at &&
      !(one.moves ?? []).some((move) => move.kind === 'pause' && move.to === undefined) &&
      (!theirs || assignment === state.assignment),
  })
  const contacts = region.organisations.flatMap((one) => [one.responder, one.deputy, one.supervisor, one.head])
  const receipt = contacts.filter((one) => one?.id === event.by.id && one?.receipts).slice(0, 1)
  const receipts = receipt.map((one): Due => ({ recipient: one!.id }))
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
      return event.moderated ? operator(({ status }) => status === 'received') : []
    case 'triaged':
    case 'declined':
      return inTriage
    case 'extension_requested':
      return operator(({ round }) => round.extensionRequest !== undefined)
    case 'assigned':
      return [...worker(event.responder), ...(event.first ? citizen : [])]
    case 'handed_over':
    case 'handed_back':
      return worker(event.responder)
    case 'accepted':
      return receipts
    case 'answered':
      return [reviewer, ...receipts]
    case 'clarification_asked':
    case 'answer_approved':
    case 'answer_shared':
    case 'rejected':
      return citizen
    case 'closed':
      return event.outcome === 'no reply' ? citizen : []
    case 'clarification_expired':
      return event.then === 'resume' ? holder : []
    case 'clarified':
    case 'extension_refused':
    case 'answer_returned':
      return holder
    case 'extended':
      return [...holder, ...citizen]
    case 'reopened':
      return event.responder ? worker(event.responder) : inTriage
    case 'unmerged':
      return onItsOwnAgain()
    case 'link_requested':
      return [{ recipient: event.contact }]
    case 'rescheduled':
      return event.moved.some(({ clock }) => clock === 'finalAnswer') ? [...holder, ...citizen] : []
    case 'warned':
      return [running(event.clock, event.contact, ofOrganisation(event.clock) && event.to !== 'operator')]
    case 'escalated': {
      const due = running(event.clock, event.contact, ofOrganisation(event.clock) && event.to !== 'operator')
      const { after } = state.clocks[event.clock]!.escalateAt![event.step]!
      return after.amount === 0 && keeper(region, state, event.clock) === event.contact ? [] : [due]
    }
    case 'undelivered':
      return event.recipient === 'citizen' ? ofLostQuestion(state, event) : ofLostMail(state, event)
    case 'missed':
      return [running(event.clock, keeper(region, state, event.clock), ofOrganisation(event.clock))]
    default:
      return []
  }
}

/** Whom a case was taken from by somebody else, while it is not theirs again. */
function losers({ responder }: Case, event: CaseEvent): Due[] {
  if (!responder || event.by.role === 'responder') return []
  const gone = { recipient: responder, while: (now: Case) => now.responder !== responder }
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
function keeper(region: Region, { responder }: Case, clock: ClockName): string {
  if (ofOrganisation(clock) && responder) return responder
  return (clock === 'answerReview' ? region.moderators : region.operators)[0]!.id
}

type Undelivered = Extract<CaseEvent, { type: 'undelivered' }>

function ofLostQuestion(state: Case, { clocks = [] }: Undelivered): Due[] {
  const { responder } = state
  if (clocks.length === 0 || !responder) return []
  return [{ recipient: responder, while: (now) => now.responder === responder && working.includes(now.status) }]
}

/** The operator learns of a dead address in any case; who is asked instead, while nothing has changed. */
function ofLostMail(state: Case, { contact, told, about }: Undelivered): Due[] {
  const operator: Due[] = told ? [{ recipient: told }] : []
  if (!contact || contact === told) return operator
  const asIs = (now: Case) => now.status === state.status && now.assignment === state.assignment
  const runs = ({ clocks }: Case) => {
    const clock = about?.clock && clocks[about.clock]
    return !about?.clock || (clock && !(clock.moves ?? []).some((move) => move.kind === 'pause' && !move.to))
  }
  return [...operator, { recipient: contact, while: (now) => asIs(now) && runs(now) === true }]
}
