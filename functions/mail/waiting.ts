// The mail of how many cases wait for somebody on duty: since when the oldest, the most urgent of them with links of their own, and the list
// in the console. Called by digest.ts.
import { isOfWaiting } from '../case/notices/gathering.ts'
import { shortTime } from '../calendar/local-time.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import type { Words } from './words/shape.ts'

/** The most urgent so many, each by itself. */
const SHOWN = 10

/** Whether all of it is work that waits for an operator or a moderator. */
export function isAllWaiting(inputs: readonly LetterInput[]): boolean {
  return inputs.every(({ notice, recipient }) => recipient !== 'citizen' && isOfWaiting(notice.kind))
}

/** "5 wait, the oldest since 2 March, 10:05" */
export function waitingSubject(inputs: readonly LetterInput[], text: Words): string {
  const { region, language } = inputs[0]!
  const oldest = inputs.map(({ event }) => event.at).sort()[0]!
  return text.waiting.subject(inputs.length, shortTime(oldest, region.timeZone, language))
}

/** @param cases the entry of each case, the most urgent first */
export function waitingBlocks(
  inputs: readonly LetterInput[],
  cases: readonly (readonly Block[])[],
  text: Words,
): Block[] {
  const more = cases.length - SHOWN
  return [
    { kind: 'heading', text: waitingSubject(inputs, text) },
    { kind: 'paragraph', text: text.waiting.text },
    { kind: 'button', label: text.waiting.open, url: listOf(inputs) },
    ...cases.slice(0, SHOWN).flat(),
    ...(more > 0 ? [{ kind: 'paragraph', text: text.waiting.more(more) } as const] : []),
  ]
}

/** The list in the console that has them all: signing in is needed there, and not behind the links of single cases. */
function listOf(inputs: readonly LetterInput[]): string {
  const { linkUrl, notice } = inputs[0]!
  const kinds = new Set(inputs.map((input) => input.notice.kind))
  const base = linkUrl.replace(/\/r\/[^/]*$/, '')
  return `${base}/console/queue?list=${kinds.size === 1 ? notice.kind : 'mine'}`
}
