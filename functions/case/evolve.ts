// Applies one event to a case. Never throws and never refuses, so that every stored history replays. Called wherever events
// are written, replayed or rehearsed.
import type { Case, Holder } from './case.ts'
import { saidIn } from './saying.ts'
import { allWarned, applyClockChange, mark } from './clocks/apply.ts'
import type { CaseEvent } from './events.ts'
import { dropUndefined, without } from './fields.ts'
import { labelAfter } from './labelling.ts'
import { backToWork, inRound, roundFrom } from './rounds.ts'
import { withoutKept } from './texts.ts'
import { citizenUnreached, endsQuestion, officialUnreached, withoutMails } from './unreached.ts'

/** The version of what `evolve` makes of a history, and of how it is stored. A snapshot of another version is added up anew: raise it with every change of what comes out. */
export const FOLD_VERSION = 11

/** The case before its first event. */
export function initialCase(id: string): Case {
  return {
    id,
    version: 0,
    status: 'received',
    region: '',
    regime: 'message',
    channel: 'api',
    language: 'ru',
    reach: 'none',
    receivedAt: '',
    updatedAt: '',
    assignment: 0,
    round: roundFrom(''),
    reopenings: 0,
    children: [],
    linkRequests: {},
    clocks: {},
  }
}

/** The case after one more event. */
export function evolve(state: Case, event: CaseEvent): Case {
  const next = apply(state, event)
  const label = labelAfter(state, event)
  return {
    ...next,
    ...(label && { label }),
    version: state.version + 1,
    updatedAt: event.at,
    clocks: (event.clocks ?? []).reduce((clocks, change) => applyClockChange(clocks, change, event.at), next.clocks),
  }
}

/** The case that a whole history adds up to. */
export function replay(id: string, events: readonly CaseEvent[]): Case {
  return events.reduce(evolve, initialCase(id))
}

function apply(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'received': {
      const next: Case = {
        ...state,
        status: event.moderated ? 'received' : 'routing',
        region: event.region,
        regime: event.regime,
        channel: event.channel,
        language: event.language,
        reach: event.reach,
        receivedAt: event.at,
        round: roundFrom(event.at),
        ...dropUndefined({ topic: event.topic, municipality: event.municipality, location: event.location }),
        ...(event.test && { test: true }),
        ...(event.phone && { phone: true }),
        ...dropUndefined({ externalId: event.externalId }),
        ...(event.by.role === 'integrator' && dropUndefined({ integrator: event.by.id })),
      }
      return event.unwanted ? withoutMails(next, 'never') : next
    }
    case 'admitted':
      return { ...state, status: 'routing' }
    case 'rejected':
      return {
        ...without(state, 'missing'),
        status: 'rejected',
        ...dropUndefined({ rejectedFor: event.reason, rejectedAs: event.ground }),
        closedAt: event.at,
        children: [],
      }
    case 'triaged':
      return {
        ...state,
        status: 'triage',
        ...dropUndefined({ topic: event.topic, municipality: event.municipality }),
        ...(event.asks && { missing: event.asks, askedAt: event.at }),
      }
    case 'supplied':
      return {
        ...without(state, 'missing'),
        status: 'routing',
        ...dropUndefined({ topic: event.topic, municipality: event.municipality }),
      }
    case 'assigned':
      return {
        ...heldBy(without(state, 'handoverFrom', 'missing'), event),
        topic: event.topic,
        ...dropUndefined({ municipality: event.municipality }),
      }
    case 'accepted':
      return { ...without(state, 'handoverFrom'), status: 'in_progress' }
    case 'handed_over':
      return { ...heldBy(state, event), handoverFrom: { organisation: event.from, responder: state.responder ?? '' } }
    case 'handed_back':
      return heldBy(without(state, 'handoverFrom'), event)
    case 'declined':
      return {
        ...without(inRound(state, {}, 'extensionRequest'), 'organisation', 'responder', 'handoverFrom'),
        status: 'triage',
        assignment: state.assignment + 1,
      }
    case 'clarification_asked': {
      const question = { text: event.question, at: event.at, seq: state.version + 1 }
      const { questions } = state.round
      return {
        ...inRound(state, { question, questions: questions + 1 }),
        status: 'clarification',
        before: state.status,
      }
    }
    case 'clarified':
      return backToWork(state)
    case 'called': {
      const calls = (state.round.calls ?? 0) + 1
      return inRound(state, { calls, ...(event.outcome === 'told' && { toldAt: event.at }) })
    }
    case 'clarification_expired':
      return event.then === 'resume' ? backToWork(state) : state
    case 'extension_requested':
      return inRound(state, {
        extensionRequest: { reason: event.reason, at: event.at, ...dropUndefined({ until: event.until }) },
      })
    case 'extended':
      return inRound(state, { extensions: state.round.extensions + 1 }, 'extensionRequest')
    case 'extension_refused':
      return inRound(state, {}, 'extensionRequest')
    case 'answered':
      return {
        ...inRound(state, { draft: { text: event.text, kind: event.kind, at: event.at, ...saidIn(event) } }),
        status: 'answer_review',
      }
    case 'answer_returned':
      return { ...inRound(state, { returnReason: event.reason }), status: 'rework' }
    case 'answer_approved': {
      const answer = { text: event.text, kind: event.kind, at: event.at, ...saidIn(event) }
      const next = inRound(state, { answer }, 'draft', 'returnReason')
      return event.kind === 'final' ? { ...next, status: 'resolved', children: [] } : { ...next, status: 'in_progress' }
    }
    case 'published': {
      const { as, question, text, at } = event
      return { ...state, publication: { as, since: state.publication?.since ?? at, at, question, text } }
    }
    case 'unpublished':
      return without(state, 'publication')
    case 'rated':
      return inRound(state, { rating: { ...dropUndefined({ score: event.score }), solved: event.solved } })
    case 'reopened': {
      const previousAnswer = state.round.answer ?? state.previousAnswer
      return {
        ...without(state, 'closedAt', 'outcome', 'rejectedFor', 'rejectedAs'),
        ...(event.organisation && dropUndefined({ organisation: event.organisation, responder: event.responder })),
        ...(previousAnswer && { previousAnswer }),
        status: (event.organisation ?? state.organisation) ? 'assigned' : 'triage',
        round: roundFrom(event.at),
        reopenings: state.reopenings + 1,
        assignment: state.assignment + 1,
      }
    }
    case 'closed':
      return {
        // Its citizen may have it closed while it is merged.
        ...without(state, 'mergedInto', 'mergedAt', 'beforeMerge', 'missing'),
        ...{ status: 'closed', outcome: event.outcome, closedAt: event.at, children: [] },
      }
    case 'merged':
      return { ...state, status: 'merged', mergedInto: event.into, mergedAt: event.at, beforeMerge: state.status }
    case 'unmerged':
      return { ...without(state, 'mergedInto', 'mergedAt', 'beforeMerge'), status: event.to }
    case 'joined':
      return { ...state, children: [...state.children.filter((child) => child !== event.child), event.child] }
    case 'parted':
      return { ...state, children: state.children.filter((child) => child !== event.child) }
    case 'answer_shared': {
      const answer = { text: event.text, kind: 'final', at: event.at, ...saidIn(event) } as const
      const bare = without(inRound(state, { answer }), 'mergedInto', 'mergedAt', 'beforeMerge', 'missing')
      return { ...bare, status: 'resolved' }
    }
    case 'noted':
      return withNote(state, event)
    case 'source_noted':
      return { ...state, source: event.facts }
    case 'passed_on':
      return { ...state, passedTo: event.contact }
    case 'added': {
      const { municipality } = event
      // The point belonged to the place that was wrong.
      return withNote(municipality ? { ...without(state, 'location'), municipality } : state, event)
    }
    case 'link_requested':
      return { ...state, linkRequests: { ...state.linkRequests, [event.contact]: event.at } }
    case 'warned':
      return { ...state, clocks: mark(state.clocks, event.clock, { warned: event.step + 1 }) }
    case 'missed': {
      const missed = { ...allWarned(state.clocks, event.clock), missed: true as const }
      const by = dropUndefined({ missedBy: state.organisation })
      return { ...state, clocks: mark(state.clocks, event.clock, { ...missed, ...by }) }
    }
    case 'escalated':
      return { ...state, clocks: mark(state.clocks, event.clock, { escalated: event.step + 1 }) }
    case 'undelivered':
      return event.recipient === 'citizen' ? citizenUnreached(state, event) : officialUnreached(state, event)
    case 'address_confirmed':
      return {
        ...without(state, 'reachBefore', 'withoutCourse'),
        mailing: 'confirmed',
        reach: state.reachBefore ?? state.reach,
      }
    case 'mails_stopped': {
      if (event.scope === 'course') return { ...state, withoutCourse: true }
      const next = withoutMails(state, event.scope === 'address' ? 'never' : 'stopped')
      return endsQuestion(event) ? backToWork(next) : next
    }
    case 'address_left':
      return { ...without(state, 'mailing'), reach: 'email' }
    case 'undone': {
      const { extensionRequest, ...held } = event.back
      const next = without(state, 'handoverFrom', 'organisation', 'responder')
      return { ...inRound(next, dropUndefined({ extensionRequest }), 'extensionRequest'), ...held }
    }
    case 'code_requested':
      return { ...state, codeRequests: { ...state.codeRequests, [event.contact]: event.at } }
    case 'disowned': {
      const { id = '' } = event.by
      const since = [state.disowned?.[id]?.since ?? event.actAt, event.actAt].toSorted()[0]!
      return { ...state, disowned: { ...state.disowned, [id]: { since, at: event.at } }, disownedAt: event.at }
    }
    case 'disowned_checked':
      return without(state, 'disownedAt')
    case 'photo_added':
      return { ...state, photos: { ...state.photos, [event.photo]: { by: event.by.role, at: event.at } } }
    case 'photo_removed':
      return { ...state, photos: without(state.photos ?? {}, event.photo) }
    case 'rescheduled':
      return state
    case 'topic_corrected':
      return { ...state, topic: event.topic }
    case 'erasure_requested':
      return { ...state, erasureRequestedAt: event.at }
    case 'erasure_refused':
      return without(state, 'erasureRequestedAt')
    case 'erased':
      return {
        ...withoutKept(without(state, 'erasureRequestedAt', 'reachBefore', 'missing', 'photos')),
        reach: 'none',
        erasedAt: event.at,
      }
  }
}

/** The case in somebody's hands. A request for more time was the former holder's. */
function heldBy(state: Case, { organisation, responder }: Holder): Case {
  return {
    ...inRound(state, {}, 'extensionRequest'),
    status: 'assigned',
    organisation,
    responder,
    assignment: state.assignment + 1,
  }
}

/** One text more of this person in the round. */
function withNote(state: Case, { by }: CaseEvent): Case {
  const person = by.id ?? by.role
  const { notes } = state.round
  return inRound(state, { notes: { ...notes, [person]: (notes[person] ?? 0) + 1 } })
}
