// Writes the letter of each notice. Officials' letters never name the citizen or how to reach them; the subject of a
// case's letters to one person stays the same, so that a mail program keeps them together. Called by notify.
import { cut } from '../contract/text.ts'
import type { LetterInput } from './letter-input.ts'
import type { Block, Letter } from './blocks.tsx'
import { wordsFor } from './words/words.ts'
import { nameIn, organisationName } from '../../regions/names.ts'
import type { Words } from './words/shape.ts'
import { localTime } from '../calendar/local-time.ts'
import { firstMessage } from '../case/case-file.ts'
import { dueLine, dueOf, facts, isEvent, particulars } from './particulars.ts'
import { isUnconfirmed, unconfirmedBlocks } from './unconfirmed.ts'
import { citizensBlocks } from './citizens-letters.ts'
import { askCitizen } from '../case/stages/asking.ts'
import { requestExtension } from '../case/stages/extending.ts'

const QUOTE_LIMIT = 1_500

/** The letter for a notice, in the recipient's language. */
export function letterFor(input: LetterInput): Letter {
  const text = wordsFor(input.language, input.file.state)
  const { region, file, recipient, language } = input
  const topic = region.topics.find((one) => one.id === file.state.topic)
  const name = recipient === 'citizen' ? text.citizens.yourMessage : topic ? nameIn(topic.name, language) : text.message
  const unconfirmed = isUnconfirmed(input)
  const [heading, ...rest] = unconfirmed ? unconfirmedBlocks(input, text) : blocksFor(input, text)
  const whyCitizen = unconfirmed ? text.citizens.unconfirmed.why : text.citizens.why
  const why = recipient === 'citizen' ? whyCitizen : text.whyOfficial(recipient.name)
  return {
    subject: `[${file.state.id}] ${name}`,
    preheader: heading && 'text' in heading ? heading.text : '',
    blocks: heading ? [heading, ...rest] : rest,
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, why],
  }
}

function blocksFor(input: LetterInput, text: Words): Block[] {
  const { notice, file, region, linkUrl, language } = input
  const { state } = file
  const say = text.kinds[notice.kind]
  const zone = region.timeZone
  const time = (iso: string | undefined) => (iso ? localTime(iso, zone, language) : text.unknown)
  const due = dueOf(input, state.clocks.finalAnswer, text)
  const button: Block = { kind: 'button', label: say.button, url: linkUrl, note: text.linkNote }
  const head: Block[] = [{ kind: 'heading', text: say.heading }]
  const intro = (...lines: (string | undefined)[]): Block[] =>
    lines.filter((line) => line !== undefined && line !== '').map((line) => ({ kind: 'paragraph', text: line! }))
  const quote = (content: string) => quoted(content, text)
  const asked = quote(firstMessage(file)?.text ?? text.erased)

  switch (notice.kind) {
    case 'work':
    case 'handed-back':
    case 'returned':
    case 'clarified':
    case 'no-reply':
    case 'unmerged':
    case 'fresh-link':
    case 'extension-decided':
    case 'undelivered':
    case 'question-undelivered':
      return [
        ...head,
        ...intro(say.text, particulars(input, text)),
        asked,
        facts(input, text, [
          [text.acceptBy, dueOf(input, state.clocks.acceptance, text)],
          [text.answerBy, due],
        ]),
        button,
        ...(notice.link === 'respond' && ['assigned', 'in_progress', 'rework'].includes(state.status)
          ? [quickLinks(input, text)]
          : []),
      ]
    case 'receipt':
      return [
        ...head,
        ...intro(say.text),
        ...(isEvent(input.event, 'answered') ? [quote(input.event.text)] : []),
        button,
      ]
    case 'warning':
    case 'missed':
    case 'escalation':
      return [...head, ...intro(say.text, dueLine(input, text)), asked, facts(input, text, []), button]
    case 'triage':
    case 'moderation':
    case 'extension-asked':
    case 'erasure-asked':
    case 'dead-address':
      return [
        ...head,
        ...intro(returnedBy(input, text) ?? say.text, particulars(input, text)),
        asked,
        facts(input, text, []),
        button,
      ]
    case 'taken':
    case 'withdrawn':
      return [...head, ...intro(say.text), facts(input, text, []), button]
    case 'review':
      return [
        ...head,
        ...intro(say.text),
        asked,
        ...intro(text.answerToCheck),
        quote(state.round.draft?.text ?? ''),
        facts(input, text, [[text.reviewBy, time(state.clocks.answerReview?.due)]]),
        button,
      ]
    case 'received':
    case 'address-left':
    case 'registered':
    case 'late':
    case 'question':
    case 'extended':
    case 'interim':
    case 'answer':
    case 'erasure-refused':
    case 'rejected':
    case 'closed':
      return citizensBlocks(input, notice.kind, text)
    case 'rescheduled':
      return input.recipient === 'citizen'
        ? citizensBlocks(input, notice.kind, text)
        : [
            ...head,
            ...intro(say.text, isEvent(input.event, 'rescheduled') ? input.event.reason : undefined),
            facts(input, text, [[text.answerBy, due]]),
            button,
          ]
  }
}

/** The actions of the page that a mail names; never one that the page would not offer. */
function quickLinks({ region, file, linkUrl, at }: LetterInput, text: Words): Block {
  const { state } = file
  const now = { state, region, at }
  const asked = { by: { role: 'responder' }, assignment: state.assignment } as const
  const impossible: Partial<Record<keyof Words['actions'], boolean>> = {
    ask: 'refused' in askCitizen(now, { type: 'AskCitizen', ...asked, question: '?' }),
    extend: 'refused' in requestExtension(now, { type: 'RequestExtension', ...asked, reason: '?' }),
  }
  const actions =
    state.status === 'assigned'
      ? (['accept', 'answer', 'handover', 'decline', 'ask', 'extend'] as const)
      : (['answer', 'ask', 'handover', 'extend'] as const)
  return {
    kind: 'links',
    intro: text.orAtOnce,
    links: actions
      .filter((action) => !impossible[action])
      .map((action) => [text.actions[action], `${linkUrl}?do=${action}`]),
  }
}

/** A case that an organisation returned is decided anew: it was known once whose it is. */
function returnedBy({ event, region, language }: LetterInput, text: Words): string | undefined {
  return isEvent(event, 'declined') ? text.declined(organisationName(region, event.organisation, language)) : undefined
}

/** The beginning of a long text ends with a whole word and says where the rest is. */
function quoted(content: string, { goesOn }: Words): Block {
  const begun = cut(content, QUOTE_LIMIT)
  const text = begun === content ? content : `${begun.replace(/\s+\S{0,40}$/, '')}… (${goesOn})`
  return { kind: 'quote', text }
}
