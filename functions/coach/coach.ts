// Reads an answer before it is sent and hints at what a citizen would miss in it. It never blocks: a hint may be wrong, and
// whoever answers knows more. Pure. Called by the responder's and the moderator's pages.
import { isOffices } from '../language/offices.ts'
import { findPersonal } from '../language/personal.ts'
import { shorten } from '../language/shorten.ts'
import { type About, type Hint, type HintKind, hintKinds, type PhraseKind } from './hint.ts'
import { findPhrases, type Found, has, lowered, overlaps, without } from './phrases.ts'
import { rulesOf } from './rules/rules.ts'
import type { Rules } from './rules/shape.ts'
import { readingEase, sentencesOf, wordsIn } from './sentences.ts'
import { isSigned } from './signature.ts'
import { unansweredWords } from './subject.ts'

/** Of one kind: the third example teaches what the tenth would. */
const MOST_OF_A_KIND = 3
const LONGEST_QUOTE = 120
/** A text shorter than this (words) is too short to be said hard to read as a whole. */
const LEAST_WORDS = 20

/**
 * @example
 * coach('Вопрос взят на контроль.', { message, kind: 'final', language: 'ru', hintsIn: 'ru', regime: 'message', isPublic: false })
 */
export function coach(answer: string, about: About): Hint[] {
  const rules = rulesOf(about.language)
  const sentences = sentencesOf(answer, rules)
  const { words } = rulesOf(about.hintsIn)
  const hints: Hint[] = []
  const add = (kind: HintKind, said: Pick<Hint, 'why' | 'better'>, quote?: string) =>
    void hints.push({ kind, ...(quote && { quote: shorten(quote.replace(/\s+/g, ' '), LONGEST_QUOTE) }), ...said })
  const addPhrases = (kind: PhraseKind, found: readonly Found[]) => {
    for (const { quote, better } of found) add(kind, { ...words[kind], better }, quote)
  }

  if (about.isPublic) for (const quote of personalIn(answer)) add('personal', words.personal, quote)
  const missing = unansweredWords(answer, about.message, rules)
  if (missing) add('unanswered', { ...words.unanswered, why: `${words.unanswered.why} ${missing.join(', ')}.` })
  if (!isConcrete(answer, rules)) add('deed', words.deed[about.kind])
  const brushOffs = findPhrases(answer, rules.brushOff)
  addPhrases('brush-off', brushOffs)
  if (!has(sentences[0] ?? '', rules.greetings)) add('greeting', words.greeting)
  if (!isSigned(answer, rules)) add('name', words.name)
  const officialese = about.regime === 'message' ? [...rules.officialese, ...rules.ofTheLaw] : rules.officialese
  const stiff = findPhrases(answer, officialese)
  addPhrases(
    'officialese',
    // The same words are remarked on once.
    stiff.filter((one) => !brushOffs.some((other) => overlaps(one, other))),
  )
  for (const quote of hardIn(sentences, rules)) add('readability', words.readability, quote)
  if (answer.length > rules.longestAnswer[about.regime]) add('long', words.long)
  return hintKinds.flatMap((kind) => hints.filter((hint) => hint.kind === kind).slice(0, MOST_OF_A_KIND))
}

function personalIn(answer: string): string[] {
  const found = findPersonal(answer).filter(
    ({ kind, start }) => !((kind === 'phone' || kind === 'email') && isOffices(answer, start)),
  )
  return found.map(({ start, end }) => answer.slice(start, end))
}

/** Whether something was done, will be done on a day, or can be done by the citizen. */
function isConcrete(answer: string, rules: Rules): boolean {
  const deeds = without(answer, rules.paperwork)
  if (rules.done.test(deeds) || rules.dated.test(lowered(answer))) return true
  return has(answer, rules.advice) && rules.place.test(answer)
}

/** The longest sentence, when it is too long; all of them, when the words are. */
function hardIn(sentences: readonly string[], rules: Rules): string[] {
  const long = sentences.filter((sentence) => wordsIn(sentence).length > rules.longestSentence)
  if (long.length > 0) return long
  const isLongEnough = sentences.flatMap(wordsIn).length >= LEAST_WORDS
  if (!isLongEnough || readingEase(sentences, rules) >= rules.leastEase) return []
  return [sentences.reduce((a, b) => (readingEase([a], rules) <= readingEase([b], rules) ? a : b))]
}
