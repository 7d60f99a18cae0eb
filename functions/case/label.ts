// What became of a choice that somebody, or routing alone, made of who answers for a message: the label by which a model learns, and by which each
// version's precision in real use is counted. No words of anybody are in it. Made by routing and the pages of triage, folded by `evolve`, counted by
// functions/statistics/labels.ts.
import type { Instant } from '../calendar/instant.ts'
import type { CaseEvent } from './events.ts'
import type { Case } from './case.ts'

/** Kept with an assignment. */
export interface Label {
  /** Which of the ready choices a person took, from 1, or that it was none of them; `unasked`: routing gave the case away by itself. */
  readonly took: number | 'other' | 'unasked'
  /** How many choices there were. */
  readonly of?: number
  /** The first of them was chosen before the person chose. */
  readonly preselected?: true
  /** The version of the model that made them, or decided; without it key words did. */
  readonly model?: string
}

/** How a choice fared until the case had its final answer; the first of these is its fate. */
type Fate = 'kept' | 'corrected' | 'declined' | 'handed over'

/** The last choice of a case. */
export interface Labelled extends Label {
  /** When it was made, and by which event. */
  readonly at: Instant
  readonly seq: number
  readonly fate?: { readonly what: Fate; readonly at: Instant }
}

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
