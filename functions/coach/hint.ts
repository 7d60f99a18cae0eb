// What the coach is told of an answer, and what it says. Read by the coach, its rules and the pages that show hints.
import type { Language } from '../../regions/schema.ts'
import type { AnswerKind, Regime } from '../case/case.ts'

/** In the order in which they are shown: first what may harm somebody, then what is missing, then how it is said. */
export const hintKinds = [
  'personal',
  'unanswered',
  'deed',
  'brush-off',
  'greeting',
  'name',
  'officialese',
  'readability',
  'long',
] as const
export type HintKind = (typeof hintKinds)[number]
/** Those whose rules are phrases, each with its better words. */
export type PhraseKind = 'brush-off' | 'officialese'

export interface About {
  /** The citizen's words. */
  readonly message: string
  readonly kind: AnswerKind
  /** The citizen's, in which the answer is written. */
  readonly language: Language
  /** Of whoever reads the hints. */
  readonly hintsIn: Language
  readonly regime: Regime
  /** Anybody may read the answer. */
  readonly isPublic: boolean
}

export interface Hint {
  readonly kind: HintKind
  /** The words of the answer that it is about; without them it is about what is missing, or about the whole. */
  readonly quote?: string
  readonly why: string
  /** Better words: those for a phrase in the language of the answer, others in the reader's. */
  readonly better: string
}
