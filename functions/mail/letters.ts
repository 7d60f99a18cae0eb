// Writes the letter of each notice: citizens-letters.ts to the citizen, officials-letters.ts to officials. The subject of a case's
// letters to one person stays the same, so that a mail program keeps them together; only what waits for an operator says by
// when. Called by notify.
import { shortTime } from '../calendar/local-time.ts'
import { firstMessage } from '../case/case-file.ts'
import { invitesReply } from '../case/notices/inviting.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import { isSensitive } from '../case/sensitive.ts'
import { open } from '../case/statuses.ts'
import { nameIn, topicName } from '../../regions/names.ts'
import type { Block, Letter } from './blocks.tsx'
import { citizensBlocks } from './citizens-letters.ts'
import type { LetterInput } from './letter-input.ts'
import { officialsBlocks } from './officials-letters.ts'
import { addressedTo } from './officials-particulars.ts'
import { firstWords, paragraphs } from './parts.ts'
import { isUnconfirmed, unconfirmedBlocks } from './unconfirmed.ts'
import { withoutTexts } from './without-texts.ts'
import { replyWords } from './words/replies.ts'
import type { Words } from './words/shape.ts'
import { wordsFor } from './words/words.ts'

const SUBJECT_WORDS = 60

/** The letter for a notice, in the recipient's language. */
export function letterFor(whole: LetterInput): Letter {
  const text = wordsFor(whole.language, whole.file.state)
  const input = withoutTexts(whole, text.onThePage)
  const { region, file, recipient, language } = input
  const unconfirmed = isUnconfirmed(input)
  const [heading, ...rest] = unconfirmed ? unconfirmedBlocks(input, text) : blocksFor(input, text)
  const whyCitizen = unconfirmed ? text.citizens.unconfirmed.why : text.citizens.why
  const more = repliesBlocks(input)
  const why = recipient === 'citizen' ? whyCitizen : text.whyOfficial(addressedTo(region, recipient, language))
  return {
    subject: `[${file.state.id}] ${subjectOf(input, text)}`,
    preheader: heading && 'text' in heading ? heading.text : '',
    blocks: [...(heading ? [heading] : []), ...rest, ...more],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, why],
  }
}

/** Of the first mails about a message that came by mail. */
const acknowledges: readonly NoticeKind[] = ['received', 'registered', 'joined']

/** That it may be answered by a reply; and of a message by mail, where an appeal is filed. */
function repliesBlocks({ region, file: { state }, notice, recipient, language }: LetterInput): Block[] {
  const own = replyWords[language]
  if (state.reach === 'dialog' && recipient === 'citizen')
    return open.includes(state.status) ? paragraphs(own.invites.dialog) : []
  const invited = invitesReply(region, state, notice)
  const isOfMail = state.channel === 'email' && state.regime === 'message' && acknowledges.includes(notice.kind)
  const appeals = isOfMail && region.mail.inbox && nameIn(region.mail.inbox.appeals, language)
  return paragraphs(invited && own.invites[invited], appeals ? `${own.noAppeal} ${appeals}` : undefined)
}

/** Tells cases apart: two of one topic by their first words. */
function subjectOf({ region, file, notice, recipient, language }: LetterInput, text: Words): string {
  if (recipient === 'citizen') return text.citizens.yourMessage
  const { state } = file
  const topic = topicName(region, state.topic, language) || text.message
  const words = isSensitive(region, state) ? '' : firstWords(firstMessage(file)?.text ?? '', SUBJECT_WORDS)
  const name = [topic, words].filter(Boolean).join(': ')
  if (notice.kind !== 'triage' && notice.kind !== 'moderation') return name
  const clock = notice.kind === 'triage' ? state.clocks.assignment : state.clocks.moderation
  const due = clock && shortTime(clock.due, region.timeZone, language)
  return due ? text.official.subjects[notice.kind](words || topic, due) : name
}

function blocksFor(input: LetterInput, text: Words): Block[] {
  const { kind } = input.notice
  switch (kind) {
    case 'received':
    case 'joined':
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
      return citizensBlocks(input, kind, text)
    case 'rescheduled':
    case 'fresh-link':
      return input.recipient === 'citizen' ? citizensBlocks(input, kind, text) : officialsBlocks(input, kind, text)
    default:
      return officialsBlocks(input, kind, text)
  }
}
