// The letter to an address that its reader has not confirmed: anybody may have named it. It says nothing that a sender or an
// official wrote, only our own words, the number, and names from the region's own lists. Called by
// letters and digest.
import { isPaused } from '../case/clocks/clock.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import type { Block } from './blocks.tsx'
import { askedLines, dangerBlocks, headingOf, lateLines, movedWhy, takeUpLine, untilRows } from './citizens-letters.ts'
import type { LetterInput } from './letter-input.ts'
import { dueOf, facts, replyLines } from './particulars.ts'
import { groundWords } from './words/grounds.ts'
import type { Words } from './words/shape.ts'

export function isUnconfirmed({ recipient, file }: LetterInput): boolean {
  return recipient === 'citizen' && file.state.mailing !== 'confirmed'
}

export function unconfirmedBlocks(input: LetterInput, text: Words): Block[] {
  const { notice, file, linkUrl } = input
  const own = text.citizens
  const { ask, button } = own.unconfirmed
  const kinds: Partial<Record<NoticeKind, string>> = own.unconfirmed.kinds
  const paragraphs = [
    ...(notice.kind === 'late' ? lateLines(input, text) : [kinds[notice.kind] ?? plainText(input, text)]),
    ...(notice.kind === 'received' ? askedLines(input, text) : []),
    ...(notice.kind === 'closed' ? [takeUpLine(input, text)] : []),
    ...(notice.kind === 'question' ? replyLines(input, text) : []),
    ...(notice.kind === 'rejected' ? rejection(input) : []),
  ]
  const clock = file.state.clocks.finalAnswer
  const due = clock && isPaused(clock) ? '' : dueOf(input, clock, text)
  return [
    { kind: 'heading', text: headingOf(input, notice.kind, text) },
    ...(notice.kind === 'received' || notice.kind === 'registered' ? dangerBlocks(input, text) : []),
    ...paragraphs.filter(Boolean).map((paragraph): Block => ({ kind: 'paragraph', text: paragraph })),
    facts(input, text, [
      [text.number, file.state.id],
      ...(notice.kind === 'late' ? [] : [...untilRows(input, text), [own.answerUntil, due] as const]),
    ]),
    { kind: 'paragraph', text: ask },
    { kind: 'button', label: button, url: linkUrl, note: text.linkNote },
    stopLink(input, text),
  ]
}

/** What a kind says that has no words of its own here. */
function plainText(input: LetterInput, text: Words): string {
  const { kind } = input.notice
  if (kind === 'rescheduled') return movedWhy(input, text)
  return kind === 'fresh-link' ? text.citizens.linkAgain : text.kinds[kind].text
}

/** Why it was closed, by our list, and what can be done now; an operator's own words stand on the page. */
function rejection({ event, region, file, language }: LetterInput): string[] {
  const grounds = groundWords(language, file.state)
  const ground = event.type === 'rejected' ? (event.ground ?? 'other') : 'other'
  return [ground === 'other' ? '' : grounds[ground].why, grounds[ground].next(region.phone)]
}

/** Leads to a page with a choice: opening it changes nothing. */
export function stopLink({ linkUrl }: LetterInput, { citizens }: Words): Block {
  const { notYou, stop } = citizens.unconfirmed
  return { kind: 'links', intro: notYou, links: [[stop, `${linkUrl}?do=mails`]] }
}
