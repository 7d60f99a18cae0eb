// The letter to an address that its reader has not confirmed: anybody may have named it. It says nothing that a sender or an
// official wrote, only our own words, the number, and names from the region's own lists. Called by
// letters and digest.
import { isPaused } from '../case/clocks/clock.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import { dueOf, facts, replyLines } from './particulars.ts'
import type { Words } from './words/shape.ts'

export function isUnconfirmed({ recipient, file }: LetterInput): boolean {
  return recipient === 'citizen' && file.state.mailing !== 'confirmed'
}

export function unconfirmedBlocks(input: LetterInput, text: Words): Block[] {
  const { notice, file, region, linkUrl } = input
  const { heading, text: said } = text.kinds[notice.kind]
  const { kinds, ask, button } = text.unconfirmed
  const paragraphs = [
    kinds[notice.kind] ?? said,
    ...(notice.kind === 'question' ? replyLines(input, text) : []),
    ...(notice.kind === 'rejected' ? [text.whatNext(region.phone)] : []),
  ]
  const clock = file.state.clocks.finalAnswer
  const due = clock && isPaused(clock) ? '' : dueOf(input, clock, text)
  return [
    { kind: 'heading', text: heading },
    ...paragraphs.map((paragraph): Block => ({ kind: 'paragraph', text: paragraph })),
    facts(input, text, [
      [text.number, file.state.id],
      [text.answerUntil, due],
    ]),
    { kind: 'paragraph', text: ask },
    { kind: 'button', label: button, url: linkUrl, note: text.linkNote },
    stopLink(input, text),
  ]
}

/** Leads to a page with a choice: opening it changes nothing. */
export function stopLink({ linkUrl }: LetterInput, { unconfirmed: { notYou, stop } }: Words): Block {
  return { kind: 'links', intro: notYou, links: [[stop, `${linkUrl}?do=mails`]] }
}
