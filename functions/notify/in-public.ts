// What of a notice is for everybody, where its citizen wrote a comment: an answer, in the words that were approved, with the name of who answers. Called by deliver.
import { networks as networkNames } from '../../regions/vocabulary.ts'
import { organisationName } from '../../regions/names.ts'
import { givenAway, threadOf } from '../case/in-public.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import { isSensitive } from '../case/sensitive.ts'
import type { InPublic } from '../mail/courier.ts'
import type { LetterInput } from '../mail/letter-input.ts'
import { isEvent } from '../mail/particulars.ts'
import { inPublicWords } from '../mail/words/in-public.ts'
import { wordsFor } from '../mail/words/words.ts'

const answering: readonly NoticeKind[] = ['answer', 'interim']
/** What a citizen has to be told, by somebody. */
const owed: readonly NoticeKind[] = [...answering, 'question', 'rejected', 'erasure-refused']
const firstWords: readonly NoticeKind[] = ['received', 'registered', 'joined']

/** Undefined where only its citizen reads what is said. */
export function inPublicOf(input: LetterInput): InPublic | undefined {
  const { region, file, notice, recipient } = input
  const thread = recipient === 'citizen' ? threadOf(file) : undefined
  if (!thread) return undefined
  const says = isAnswer(notice) ? publicAnswerOf(input) : undefined
  const network = networkNames.find((one) => one === file.state.channel)
  const invites = isFirst(input) && network && inPublicWords[input.language].invites[network]
  return {
    thread,
    ...(says !== undefined && { says }),
    givesAway: says !== undefined && givenAway(says, file, region).length > 0,
    ...(invites && { invites }),
    isOwed: owed.includes(notice.kind),
  }
}

/** Whether it brings what is for everybody. */
export function isAnswer({ kind }: Pick<LetterInput['notice'], 'kind'>): boolean {
  return answering.includes(kind)
}

/** Of a sensitive topic nothing is for everybody. */
export function publicAnswerOf({
  event,
  file,
  region,
  language,
}: Pick<LetterInput, 'event' | 'file' | 'region' | 'language'>): string | undefined {
  if (isSensitive(region, file.state)) return undefined
  const text = isEvent(event, 'answer_approved') || isEvent(event, 'answer_shared') ? event.text : undefined
  const who = organisationName(region, file.state.organisation, language)
  return text && [who && wordsFor(language, file.state).citizens.answeredBy(who), text].filter(Boolean).join('\n\n')
}

/** Whether no notice before it was a first word: of several, one invites. */
function isFirst({ file, notice, event }: LetterInput): boolean {
  const seq = file.events.findIndex(({ type, at }) => type === event.type && at === event.at) + 1
  const isEarlier = (one: { seq: number; recipient: string; kind: string }) =>
    one.recipient === 'citizen' && one.seq < seq && firstWords.some((kind) => kind === one.kind)
  return firstWords.includes(notice.kind) && !file.notices.some(isEarlier)
}
