// Follows what becomes of the last choice of who answers for a case. Called by `evolve`.
import type { Instant } from '../calendar/instant.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './events.ts'
import type { Fate, Labelled } from './label.ts'

/** The last choice of a case after one more event. */
export function labelAfter({ label, organisation, topic, version }: Case, event: CaseEvent): Labelled | undefined {
  if (event.type === 'assigned') {
    if (event.label) return { ...event.label, at: event.at, seq: version + 1 }
    const isOther = event.organisation !== organisation || event.topic !== topic
    return isOther ? settled(label, 'corrected', event.at) : label
  }
  if (event.type === 'topic_corrected') return settled(label, 'corrected', event.at)
  if (event.type === 'declined') return settled(label, 'declined', event.at)
  if (event.type === 'handed_over') return settled(label, 'handed over', event.at)
  if (event.type === 'answer_approved') return event.kind === 'final' ? settled(label, 'kept', event.at) : label
  const isTakenBack = event.type === 'undone' && event.act === 'handed_over' && label?.fate?.at === event.actAt
  return isTakenBack ? withoutFate(label) : label
}

function settled(label: Labelled | undefined, what: Fate, at: Instant): Labelled | undefined {
  return label && !label.fate ? { ...label, fate: { what, at } } : label
}

function withoutFate({ fate: _, ...label }: Labelled): Labelled {
  return label
}
