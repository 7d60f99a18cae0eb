// What became of a choice that somebody, or routing alone, made of who answers for a message: the label by which a model learns, and by which each
// version's precision in real use is counted. No words of anybody are in it. Made by routing and the pages of triage, folded by labelling.ts, counted by
// functions/statistics/labels.ts.
import type { Instant } from '../calendar/instant.ts'

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
export type Fate = 'kept' | 'corrected' | 'declined' | 'handed over'

/** The last choice of a case. */
export interface Labelled extends Label {
  /** When it was made, and by which event. */
  readonly at: Instant
  readonly seq: number
  readonly fate?: { readonly what: Fate; readonly at: Instant }
}
