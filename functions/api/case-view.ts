// Shows a case as integrators read it: its status, who answers, what is due and why, what happened. No personal data,
// no draft that nobody approved. Called by the handler.
import type { Case } from '../case/case.ts'
import type { CaseEvent, EventOf, EventType } from '../case/events.ts'
import type { CaseReply } from '../contract/replies/case.ts'
import type { Escalation, Move, Warning } from '../case/clocks/clock.ts'
import { clocksOf, isPaused } from '../case/clocks/clock.ts'
import { cameBack } from '../case/notices/came-back.ts'
import { organisationOf, placeOf } from '../case/people.ts'
import type { Region } from '../../regions/schema.ts'
import type { CaseFile } from '../case/case-file.ts'
import { missingView } from './missing.ts'
import { photosOf } from './photos.ts'

/** @param at now (ISO, UTC) */
export function caseView(region: Region, file: CaseFile, at: string): CaseReply {
  const { state } = file
  const organisation = organisationOf(region, state.organisation)
  return {
    id: state.id,
    externalId: state.externalId ?? null,
    ...(state.test && { test: true }),
    status: state.status,
    regime: state.regime,
    channel: state.channel,
    receivedAt: state.receivedAt,
    updatedAt: state.updatedAt,
    topic: state.topic ?? null,
    municipality: state.municipality ?? null,
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    missing: missingView(region, file),
    question: questionOf(region, state),
    round: state.reopenings,
    deadlines: deadlinesOf(region, state),
    overdue: Object.values(state.clocks).some((clock) => clock.missed),
    extensions: state.round.extensions,
    answer: state.round.answer ?? null,
    rating: state.round.rating ?? null,
    outcome: state.outcome ?? null,
    mergedInto: state.mergedInto ?? null,
    erasedAt: state.erasedAt ?? null,
    rejectedFor: state.rejectedFor ?? null,
    rejectedAs: state.rejectedAs ?? null,
    photos: photosOf(region, file, at),
    because: file.events.flatMap((event) => ('because' in event ? event.because : [])),
    history: file.events.flatMap((event, index) =>
      isShown(event)
        ? [{ seq: index + 1, type: event.type, at: event.at, by: event.by.role, ...particulars(event) }]
        : [],
    ),
    notices: file.notices.map(({ seq, recipient, kind, status, claimedAt, endedAt, until, attempts }) => ({
      seq,
      ...readerOf(region, state, recipient),
      kind,
      status: cameBack(file.events, seq, recipient) ? 'bounced' : status,
      claimedAt,
      until: until ?? null,
      endedAt: endedAt ?? null,
      attempts,
    })),
  }
}

/** Officials appear by role and organisation. */
function readerOf(region: Region, { organisation }: Case, recipient: string) {
  if (recipient === 'citizen') return { recipient, organisation: null } as const
  const { role, organisation: theirs } = placeOf(region, recipient, organisation)
  return { recipient: role, organisation: theirs }
}

/** What the citizen is asked, until when, and what becomes of the case when nobody replies. */
function questionOf({ policy }: Region, { round, clocks, regime }: Case) {
  const { question } = round
  if (!question) return null
  return {
    askedAt: question.at,
    text: question.text,
    due: clocks.clarification?.due ?? null,
    onSilence: policy.clarification[regime].onSilence,
  }
}

/** What an event says of deadlines: which of them, whom in the line it reached and instead of whom, how one was moved. */
function particulars(event: CaseEvent) {
  switch (event.type) {
    case 'warned':
    case 'escalated': {
      const { clock, step, to, insteadOf } = event
      return { clock, step, to, ...(insteadOf && { insteadOf }) }
    }
    case 'missed':
      return { clock: event.clock }
    case 'undelivered': {
      const { about, to, insteadOf } = event
      return { ...(about?.clock && { clock: about.clock }), ...(to && { to }), ...(insteadOf && { insteadOf }) }
    }
    case 'topic_corrected':
      return { moved: event.moved }
    case 'rescheduled': {
      const { reason, version, moved } = event
      return { reason, version, moved }
    }
    default:
      return {}
  }
}

/** What is due, when, by which rule and version, from which start, what moved it, and who is reminded when. */
function deadlinesOf(region: Region, state: Case) {
  return clocksOf(state).map(([clock, running]) => ({
    clock,
    due: running.due,
    startedAt: running.startedAt,
    rule: running.rule,
    moves: (running.moves ?? []).map((move) => moveView(region, state, move)),
    paused: isPaused(running),
    missed: running.missed === true,
    provisional: running.provisional === true,
    reminders: [
      ...reminders('warning', running.warnAt, running.warned),
      ...reminders('escalation', running.escalateAt, running.escalated),
    ],
  }))
}

function moveView(region: Region, { organisation }: Case, move: Move) {
  if (move.kind !== 'extension') return move
  const { role, id } = move.by
  return { ...move, by: { role, organisation: id ? placeOf(region, id, organisation).organisation : null } }
}

function reminders(kind: 'warning' | 'escalation', points: readonly (Warning | Escalation)[] = [], given = 0) {
  return points.map(({ at, to }, index) => ({ kind, at, to, given: index < given }))
}

/** What stays among officials. */
const internal = [
  'noted',
  'source_noted',
  'passed_on',
  'code_requested',
  'disowned',
  'disowned_checked',
] as const satisfies readonly EventType[]

function isShown(event: CaseEvent): event is EventOf<Exclude<EventType, (typeof internal)[number]>> {
  return !internal.some((one) => one === event.type)
}
