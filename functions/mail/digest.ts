// Writes many notices to one person as one letter: each case once, by its latest news, the most urgent first. Called by
// notify.
import { clocksOf, isOfficial, isPaused } from '../case/clocks/clock.ts'
import { localTime } from '../calendar/local-time.ts'
import { firstMessage } from '../case/case-file.ts'
import { isSensitive } from '../case/sensitive.ts'
import { nameIn, topicName } from '../../regions/names.ts'
import type { Block, Letter } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import { addressedTo, headingOf } from './officials-particulars.ts'
import { facts } from './particulars.ts'
import { isUnconfirmed, stopLink } from './unconfirmed.ts'
import { firstWords } from './parts.ts'
import { isAllWaiting, waitingBlocks, waitingSubject } from './waiting.ts'
import { withoutTexts } from './without-texts.ts'
import { wordsFor } from './words/words.ts'

const ENTRY_WORDS = 120

/** The letter for several notices of one reader. @param inputs at least one @param at the instant it is sent (ISO, UTC) */
export function digestOf(inputs: readonly LetterInput[], at: string): Letter {
  const [first] = inputs
  const { region, language, recipient } = first!
  const unconfirmed = isUnconfirmed(first!)
  const latest = [...new Map(inputs.map((input) => [input.file.state.id, input])).values()]
  const appeals = latest.every(({ file }) => file.state.regime === 'statutory')
  const text = wordsFor(language, { regime: appeals ? 'statutory' : 'message' })
  const cases = latest.toSorted((a, b) => (dueOf(a) ?? '9').localeCompare(dueOf(b) ?? '9'))
  const entries = cases.map((input, index) => entry(input, index + 1, at))
  const isWaiting = isAllWaiting(latest)
  return {
    subject: isWaiting ? waitingSubject(latest, text) : text.digest.subject(cases.length),
    preheader: text.digest.text,
    blocks: [
      ...(isWaiting
        ? waitingBlocks(latest, entries, text)
        : [
            { kind: 'heading', text: text.digest.heading(cases.length) } as const,
            { kind: 'paragraph', text: text.digest.text } as const,
            ...entries.flat(),
          ]),
      ...(unconfirmed ? [stopLink(first!, text)] : []),
    ],
    footer: [
      `${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`,
      recipient === 'citizen'
        ? unconfirmed
          ? text.citizens.unconfirmed.why
          : text.citizens.why
        : text.whyOfficial(addressedTo(region, recipient, language)),
    ],
  }
}

function entry(whole: LetterInput, number: number, at: string): Block[] {
  const input = withoutTexts(whole, '')
  const { region, language, file, notice, linkUrl, recipient } = input
  const text = wordsFor(language, file.state)
  const due = dueOf(input)
  const isHidden = recipient === 'citizen' && isSensitive(region, file.state)
  const topic = (!isHidden && topicName(region, file.state.topic, language)) || text.message
  const when = due ? localTime(due, region.timeZone, language) : ''
  const begun = recipient === 'citizen' ? '' : firstWords(firstMessage(file)?.text ?? '', ENTRY_WORDS)
  return [
    { kind: 'subheading', text: `${number}. ${topic}. ${headingOf(input, notice.kind, text)}` },
    ...(begun ? [{ kind: 'quote', text: begun } as const] : []),
    facts(input, text, [
      [text.number, file.state.id],
      [due && due <= at ? text.digest.overdue : text.digest.due, when],
    ]),
    { kind: 'button', label: text.kinds[notice.kind].button, url: linkUrl },
  ]
}

function dueOf({ file }: LetterInput): string | undefined {
  return clocksOf(file.state)
    .filter(([name, clock]) => isOfficial(name) && !isPaused(clock))
    .map(([, clock]) => clock.due)
    .sort()[0]
}
