// What the coach knows of a language. Filled in by ru.ts and en.ts: a rule is a line there, a language is a file like them.
import type { AnswerKind, Regime } from '../../case/case.ts'
import type { HintKind, PhraseKind } from '../hint.ts'

/** Better words, and those to be found. `*` is any ending, `…` up to three words, `(a|b)` a choice; upper and lower case and ё and е are the same. */
export type Phrase = readonly [better: string, ...found: string[]]

export interface Rules {
  /** How an answer may begin. */
  readonly greetings: readonly string[]
  readonly officialese: readonly Phrase[]
  /** References to the law and the like: officialese in answers to messages, not in those to statutory appeals. */
  readonly ofTheLaw: readonly Phrase[]
  readonly brushOff: readonly Phrase[]
  /** Words for what was done; it and `dated` meet lower case without ё. */
  readonly done: RegExp
  /** Words that look like them and only move papers; taken out before deeds are looked for. */
  readonly paperwork: readonly string[]
  /** A day by which, or on which, something is done. */
  readonly dated: RegExp
  /** What the citizen can do: counts where a number or an office stands beside it. */
  readonly advice: readonly string[]
  readonly place: RegExp
  /** Words of a message that say nothing about what it is about. */
  readonly common: readonly string[]
  /** "My name is …", wherever it stands. */
  readonly selfNamed: RegExp
  /** What somebody is, and their surname, as a line by itself. */
  readonly signedByRole: RegExp
  /** What somebody is: no part of their name. Global. */
  readonly roles: RegExp
  /** Two words in capitals under an answer that are nobody's name. */
  readonly notNames: readonly string[]
  /** Full stops after these end no sentence. */
  readonly abbreviations: readonly string[]
  readonly vowels: RegExp
  /** Flesch's reading ease: `base - perSentence × words a sentence - perWord × syllables a word`. */
  readonly ease: { readonly base: number; readonly perSentence: number; readonly perWord: number }
  /** In words. */
  readonly longestSentence: number
  readonly leastEase: number
  /** In characters. */
  readonly longestAnswer: Readonly<Record<Regime, number>>
  /** Why each is remarked on, in plain words, and an example of better ones; phrases bring their own. */
  readonly words: Readonly<Record<Exclude<HintKind, 'deed' | PhraseKind>, Said>> &
    Readonly<Record<PhraseKind, Pick<Said, 'why'>>> & { readonly deed: Readonly<Record<AnswerKind, Said>> }
}

interface Said {
  readonly why: string
  readonly better: string
}
