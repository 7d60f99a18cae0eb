// Adds an event to a case. Total: every event applies to every state, because history is never argued with.
import type { Case } from './case.ts'
import type { CaseEvent, EventOf } from './events.ts'
import { allWarned, mark, applyClockChange } from './clocks/apply.ts'
import { isDead } from './notices/failed-mail.ts'
import type { Status } from './statuses.ts'

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
    author: false,
    receivedAt: '',
    updatedAt: '',
    assignment: 0,
    questions: 0,
    extensions: 0,
    reopenings: 0,
    children: [],
    clocks: {},
  }
}

/** The case after one more event. */
export function evolve(state: Case, event: CaseEvent): Case {
  const next = apply(state, event)
  return {
    ...next,
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
    case 'received':
      return {
        ...state,
        status: event.moderated ? 'received' : 'routing',
        region: event.region,
        regime: event.regime,
        channel: event.channel,
        language: event.language,
        author: event.author,
        receivedAt: event.at,
        ...given({ topic: event.topic, municipality: event.municipality, location: event.location }),
        ...(event.by.role === 'integrator' && given({ integrator: event.by.id })),
      }
    case 'admitted':
      return { ...state, status: 'routing' }
    case 'rejected':
      return { ...state, status: 'rejected', rejectedFor: event.reason, closedAt: event.at }
    case 'triaged':
      return { ...state, status: 'triage', ...given({ topic: event.topic, municipality: event.municipality }) }
    // A request for more time was the former responder's: another asks for himself, and so does the same one anew.
    case 'assigned': {
      const { handoverFrom: _, extensionRequest: __, ...rest } = state
      return {
        ...rest,
        ...assign(rest, event),
        topic: event.topic,
        ...given({ municipality: event.municipality }),
      }
    }
    case 'accepted': {
      const { handoverFrom: _, ...rest } = state
      return { ...rest, status: 'in_progress' }
    }
    case 'handed_over': {
      const { extensionRequest: _, ...rest } = state
      return {
        ...rest,
        ...assign(rest, event),
        handoverFrom: { organisation: event.from, responder: state.responder ?? '' },
      }
    }
    case 'handed_back': {
      const { handoverFrom: _, extensionRequest: __, ...rest } = state
      return { ...rest, ...assign(rest, event) }
    }
    case 'declined':
      return { ...state, status: 'triage', assignment: state.assignment + 1 }
    case 'clarification_asked': {
      const { questionBounced: _, ...rest } = state
      return {
        ...rest,
        status: 'clarification',
        before: state.status,
        question: event.question,
        questions: state.questions + 1,
      }
    }
    case 'clarified':
      return { ...state, status: state.before ?? 'in_progress' }
    case 'clarification_expired':
      return event.then === 'resume' ? { ...state, status: state.before ?? 'in_progress' } : state
    case 'extension_requested':
      return { ...state, extensionRequest: event.reason }
    case 'extended': {
      const { extensionRequest: _, ...rest } = state
      return { ...rest, extensions: state.extensions + 1 }
    }
    case 'extension_refused': {
      const { extensionRequest: _, ...rest } = state
      return rest
    }
    case 'answered':
      return { ...state, status: 'answer_review', draft: { text: event.text, kind: event.kind, at: event.at } }
    case 'answer_returned':
      return { ...state, status: 'rework', returnReason: event.reason }
    case 'answer_approved': {
      const { draft: _, returnReason: __, ...rest } = state
      const answer = { text: event.text, kind: event.kind, at: event.at }
      return { ...rest, status: event.kind === 'final' ? 'resolved' : 'in_progress', answer }
    }
    case 'rated':
      return { ...state, rating: { score: event.score, solved: event.solved } }
    case 'reopened': {
      const { closedAt: _, outcome: __, rejectedFor: ___, rating: ____, extensionRequest: _____, ...rest } = state
      return {
        ...rest,
        status: rest.organisation ? 'assigned' : 'triage',
        reopenings: state.reopenings + 1,
        assignment: state.assignment + 1,
      }
    }
    case 'closed':
      return { ...state, status: 'closed', outcome: event.outcome, closedAt: event.at }
    case 'merged':
      return { ...state, status: 'merged', mergedInto: event.into, beforeMerge: state.status }
    case 'unmerged': {
      const { mergedInto: _, beforeMerge, ...rest } = state
      return { ...rest, status: beforeMerge ?? 'triage' }
    }
    case 'joined':
      return { ...state, children: [...state.children.filter((child) => child !== event.child), event.child] }
    case 'parted':
      return { ...state, children: state.children.filter((child) => child !== event.child) }
    case 'answer_shared':
      return { ...state, status: 'resolved', answer: { text: event.text, kind: 'final', at: event.at } }
    case 'link_requested':
      return { ...state, linkRequestedAt: event.at }
    case 'warned':
      return { ...state, clocks: mark(state.clocks, event.clock, { warned: event.step + 1 }) }
    case 'missed':
      return {
        ...state,
        clocks: mark(state.clocks, event.clock, { ...allWarned(state.clocks, event.clock), missed: true }),
      }
    case 'escalated':
      return {
        ...state,
        clocks: mark(state.clocks, event.clock, { escalated: event.step + 1 }),
      }
    case 'undelivered':
      return event.recipient === 'citizen' ? citizenUnreached(state, event) : officialUnreached(state, event)
    case 'rescheduled':
    case 'noted':
      return state
  }
}

function citizenUnreached(state: Case, event: EventOf<'undelivered'>): Case {
  const takenUp = event.clocks?.some(({ clock, change }) => clock === 'clarification' && change === 'stop')
  return {
    ...state,
    ...(isDead(event) && { author: false }),
    ...(event.about?.kind === 'question' && event.why !== 'complaint' && { questionBounced: true as const }),
    ...(takenUp && { status: state.before ?? 'in_progress' }),
  }
}

function officialUnreached(state: Case, event: EventOf<'undelivered'>): Case {
  const withHim = (contacts: readonly string[] = []) => [...new Set([...contacts, event.recipient])]
  return {
    ...state,
    unreached: withHim(state.unreached),
    ...(isDead(event) && { deadAddresses: withHim(state.deadAddresses) }),
  }
}

function assign(state: Case, to: { organisation: string; responder: string }) {
  return {
    status: 'assigned' as Status,
    organisation: to.organisation,
    responder: to.responder,
    assignment: state.assignment + 1,
  }
}

function given<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
