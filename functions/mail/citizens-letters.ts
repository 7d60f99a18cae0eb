// Writes the letters to a citizen who confirmed their address. Called by letters.ts; what an address gets that nobody confirmed
// is in unconfirmed.ts.
import { firstMessage } from '../case/case-file.ts'
import { isEmergency } from '../case/emergency.ts'
import { nextEscalation } from '../case/clocks/clock.ts'
import { rate, reopen } from '../case/stages/rating.ts'
import type { CaseEvent } from '../case/events.ts'
import type { CitizensKind, NoticeKind } from '../case/notices/notice.ts'
import { beginning } from '../language/shorten.ts'
import { localTime } from '../calendar/local-time.ts'
import { nameIn, organisationName, topicName } from '../../regions/names.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import { dueOf, facts, isEvent, replyLines } from './particulars.ts'
import { paragraphs } from './parts.ts'
import { sayingIn } from './words/saying.ts'
import { maskPersonal } from '../language/personal.ts'
import { groundWords } from './words/grounds.ts'
import type { Words } from './words/shape.ts'

/** Of their own message (characters as a reader counts them). */
const QUOTE_LIMIT = 1_500

/** Those that officials get, too. */
const anybodys = ['rescheduled', 'fresh-link'] as const satisfies readonly NoticeKind[]
type AnybodysKind = (typeof anybodys)[number]

export function citizensBlocks(input: LetterInput, kind: CitizensKind | AnybodysKind, text: Words): Block[] {
  const { event, file, linkUrl } = input
  const { state } = file
  const own = text.citizens
  const say = text.kinds[kind]
  const due = dueOf(input, state.clocks.finalAnswer, text)
  const asked = kind === 'received' ? askedLines(input, text) : []
  const label = asked.length > 0 ? own.missing.button : isAnybodys(kind) ? own.kinds.registered.button : say.button
  const button: Block = { kind: 'button', label, url: linkUrl, note: text.linkNote }
  const head: Block[] = [{ kind: 'heading', text: headingOf(input, kind, text) }]
  switch (kind) {
    case 'received':
    case 'joined':
    case 'address-left':
    case 'registered':
      return [
        ...head,
        ...dangerBlocks(input, text),
        ...paragraphs(say.text, ...asked),
        quote(ownWords(input, text)),
        facts(input, text, [[text.number, state.id], ...untilRows(input, text), [own.answerUntil, due]]),
        button,
      ]
    case 'question': {
      const question = isEvent(event, 'clarification_asked') ? event.question : (state.round.question?.text ?? '')
      return [...head, ...paragraphs(say.text), quote(question), ...paragraphs(...replyLines(input, text)), button]
    }
    case 'extended':
      return [...head, ...paragraphs(isEvent(event, 'extended') ? own.moreTime(event.reason) : ''), button]
    case 'interim':
      return [
        ...head,
        ...paragraphs(say.text, saying(input)),
        quote(answerText(event) ?? state.round.answer?.text ?? ''),
        ...paragraphs(answeredBy(input, text), due && own.finalUntil(due)),
        button,
      ]
    case 'answer':
      return [
        ...head,
        ...paragraphs(answeredBy(input, text), saying(input)),
        quote(answerText(event) ?? state.round.answer?.text ?? ''),
        ...(isRateable(input) ? verdict(input, text) : [button]),
      ]
    case 'erasure-refused':
      return [...head, ...paragraphs(say.text, isEvent(event, 'erasure_refused') ? event.reason : ''), button]
    case 'rejected': {
      const { ground = 'other', reason = '' } = isEvent(event, 'rejected') ? event : {}
      const { why, next } = groundWords(input.language, state)[ground]
      return [
        ...head,
        ...paragraphs(say.text, ground === 'other' ? '' : why),
        ...(reason ? [quote(reason)] : []),
        ...paragraphs(next(input.region.phone)),
        button,
      ]
    }
    case 'rescheduled':
      return [
        ...head,
        ...paragraphs(movedWhy(input, text), isEvent(event, 'rescheduled') ? event.reason : ''),
        facts(input, text, [[own.answerUntil, due]]),
        button,
      ]
    case 'fresh-link':
      return [...head, ...paragraphs(own.linkAgain), facts(input, text, [[text.number, state.id]]), button]
    case 'late':
      return [...head, ...paragraphs(...lateLines(input, text)), facts(input, text, [[text.number, state.id]]), button]
    case 'closed': {
      const { question } = state.round
      return [
        ...head,
        ...paragraphs(say.text),
        ...(question ? [quote(question.text)] : []),
        ...paragraphs(takeUpLine(input, text)),
        button,
      ]
    }
  }
}

/** Why a date that was promised is another now: other rules, or another topic. */
export function movedWhy({ event, region, language }: LetterInput, text: Words): string {
  return isEvent(event, 'topic_corrected')
    ? text.citizens.topicCorrected(topicName(region, event.topic, language))
    : text.kinds.rescheduled.text
}

function isAnybodys(kind: NoticeKind): kind is AnybodysKind {
  return anybodys.some((one) => one === kind)
}

/** The beginning of what they wrote, and where the rest is. */
function ownWords({ file }: LetterInput, { erased, goesOn }: Words): string {
  const written = maskPersonal(firstMessage(file)?.text ?? erased)
  const begun = beginning(written, QUOTE_LIMIT)
  return begun === written ? written : `${begun}… (${goesOn})`
}

/** Whom to call, where it is about a danger to life. */
export function dangerBlocks({ region, file, language }: LetterInput, { citizens: { danger, call } }: Words): Block[] {
  if (!isEmergency(region, file.state)) return []
  return paragraphs(
    [danger, ...region.emergency.map(({ phone, when }) => call(nameIn(when, language), phone))].join('\n'),
  )
}

/** What the citizen is asked while the case waits; names are from the region's own list. */
export function askedLines({ region, file: { state }, language }: LetterInput, { citizens }: Words): string[] {
  const { missing, status } = state
  if (!missing || status !== 'triage') return []
  const { place, topic, both, then } = citizens.missing
  const names = (missing.topic ?? []).map((id) => topicName(region, id, language))
  return [missing.topic ? (missing.place ? both(names) : topic(names)) : place, then]
}

/** By when what is to happen before anybody answers. */
export function untilRows(input: LetterInput, text: Words): [string, string][] {
  const { clocks, status } = input.file.state
  if (status === 'merged') return []
  return (['moderation', 'assignment'] as const).map((name) => [
    text.citizens.until[name],
    dueOf(input, clocks[name], text),
  ])
}

/** What was promised and not kept, and what happens next. */
export function lateLines(input: LetterInput, text: Words): string[] {
  const { event, file, region, language } = input
  const { broken, reminded, nextReminder, toWhom, kinds } = text.citizens
  const name = isEvent(event, 'missed') ? event.clock : 'finalAnswer'
  const clock = file.state.clocks[name]
  if (!clock || !(name in broken)) return [kinds.late.text]
  const time = (instant: string) => localTime(instant, region.timeZone, language)
  const next = nextEscalation(clock)
  return [
    broken[name as keyof typeof broken](time(clock.due)),
    [reminded, next && next.at > input.at ? nextReminder(time(next.at), toWhom[next.to]) : '']
      .filter(Boolean)
      .join(' '),
    kinds.late.text,
  ]
}

/** How a case that was closed for silence is taken up again; nothing where that would be refused. */
export function takeUpLine({ region, file: { state }, at }: LetterInput, text: Words): string {
  const asked = { type: 'Reopen', by: { role: 'citizen' }, round: state.reopenings, reason: '?' } as const
  const possible = state.status === 'closed' && !('refused' in reopen({ state, region, at }, asked))
  return possible ? text.citizens.takeUpAgain(region.policy.reopening.windowDays) : ''
}

/** Says what is new where the event knows it; nothing in it was written by a sender or an official. */
export function headingOf(input: LetterInput, kind: NoticeKind, text: Words): string {
  const { event, file, region, language } = input
  const organisation = organisationName(region, file.state.organisation, language)
  if (kind === 'received' && askedLines(input, text).length > 0) return text.citizens.missing.heading
  if (kind === 'registered' && organisation) return text.citizens.passedTo(organisation)
  if (kind === 'extended' && isEvent(event, 'extended'))
    return text.citizens.extendedUntil(localTime(event.due, region.timeZone, language))
  return text.kinds[kind].heading
}

/** One question and two buttons: each opens the page with its choice made, and changes nothing. */
function verdict({ linkUrl }: LetterInput, { linkNote, citizens: { kinds, verdicts } }: Words): Block[] {
  return [
    { kind: 'subheading', text: kinds.answer.text },
    { kind: 'button', label: verdicts.solved, url: `${linkUrl}?do=solved#solved` },
    { kind: 'button', label: verdicts.unsolved, url: `${linkUrl}?do=unsolved#solved` },
    { kind: 'links', intro: linkNote, links: [[linkUrl, linkUrl]] },
  ]
}

/** No button of a mail leads to what the page would not offer. */
function isRateable({ region, file: { state }, at }: LetterInput): boolean {
  const open = state.status === 'resolved' || state.status === 'closed'
  const asked = {
    type: 'Rate',
    by: { role: 'citizen' },
    round: state.reopenings,
    solved: false,
    reopen: false,
  } as const
  return open && !('refused' in rate({ state, region, at }, asked))
}

function quote(content: string): Block {
  return { kind: 'quote', text: content }
}

function answerText(event: CaseEvent): string | undefined {
  return isEvent(event, 'answer_approved') || isEvent(event, 'answer_shared') ? event.text : undefined
}

function saying({ event, file, language }: LetterInput): string {
  const told = isEvent(event, 'answer_approved') || isEvent(event, 'answer_shared') ? event : file.state.round.answer
  return sayingIn(language, told ?? {})
}

function answeredBy({ region, file, language }: LetterInput, text: Words): string {
  const name = organisationName(region, file.state.organisation, language)
  return name && text.citizens.answeredBy(name)
}
