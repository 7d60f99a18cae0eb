// Writes the letters to officials: what is asked and by when, the citizen's words, what was said since, one button. They never
// name the citizen or how to reach them, also where they are to be called. Called by letters.ts.
import { firstMessage } from '../case/case-file.ts'
import { localTime } from '../calendar/local-time.ts'
import { later } from '../case/clocks/waking.ts'
import { type CaseEvent, type EventOf, type EventType, undoable } from '../case/events.ts'
import { UNDO_MS } from '../case/stages/undoing.ts'
import { givenAway, threadOf } from '../case/in-public.ts'
import { isSensitive } from '../case/sensitive.ts'
import { isCalled } from '../case/calling.ts'
import { askCitizen } from '../case/stages/asking.ts'
import { reportCall } from '../case/stages/calling.ts'
import { dueIfExtended, requestExtension } from '../case/stages/extending.ts'
import { withResponder } from '../case/statuses.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import { headingOf, reasonLines, reopenedWords } from './officials-particulars.ts'
import { dueOf, facts, isEvent, time } from './particulars.ts'
import { paragraphs, quoted, said } from './parts.ts'
import { inPublicWords, linesOf } from './words/in-public.ts'
import type { OfficialKind } from './words/officials-shape.ts'
import { sayingIn } from './words/saying.ts'
import type { Words } from './words/shape.ts'

export function officialsBlocks(input: LetterInput, kind: OfficialKind, text: Words): Block[] {
  const { event, file, linkUrl, notice } = input
  const { state } = file
  const { official } = text
  const say = text.kinds[kind]
  const head: Block[] = [
    { kind: 'heading', text: headingOf(input, kind, text) },
    ...paragraphs(...reasonLines(input, kind, text)),
  ]
  const button: Block = { kind: 'button', label: say.button, url: linkUrl, note: text.linkNote }
  const message = firstMessage(file)?.text ?? text.erased
  const asked = quoted(message, text)
  const rows = (...all: (readonly [string, string])[]) => facts(input, text, all)
  const answerBy = [text.answerBy, dueOf(input, state.clocks.finalAnswer, text)] as const

  switch (kind) {
    case 'work':
      if (isEvent(event, 'reopened'))
        return [
          ...head,
          ...said(official.said.reopened, reopenedWords(file, event, text), text),
          ...said(official.said.previousAnswer, state.previousAnswer?.text, text),
          ...said(official.said.message, message, text),
          rows([text.acceptBy, dueOf(input, state.clocks.acceptance, text)], answerBy),
          { ...button, label: official.again.button, url: addressOf(linkUrl, 'answer') },
          ...quickLinks(input, text),
        ]
      return [...head, asked, ...work(input, text, button)]
    case 'code':
      return [...head, rows()]
    case 'handed-back':
    case 'no-reply':
    case 'unmerged':
    case 'fresh-link':
    case 'extension-decided':
    case 'undelivered':
    case 'question-undelivered':
      return [...head, asked, ...work(input, text, button)]
    case 'clarified': {
      const reply = isEvent(event, 'clarified') ? (file.personal.get(event.messageId)?.text ?? text.erased) : undefined
      return [
        ...head,
        ...said(official.said.question, lastBefore(input, 'clarification_asked')?.question, text),
        ...said(official.said.reply, reply, text),
        ...said(official.said.message, message, text),
        ...work(input, text, button),
      ]
    }
    case 'added': {
      const words = isEvent(event, 'added') ? (file.personal.get(event.messageId)?.text ?? text.erased) : undefined
      const more = isEvent(event, 'photo_added') ? official.said.photo : words
      const now = notice.link === 'respond' ? work(input, text, button) : [rows(answerBy), button]
      return [...head, ...said(official.said.added, more, text), ...said(official.said.message, message, text), ...now]
    }
    case 'returned': {
      const reason = isEvent(event, 'answer_returned') ? event.reason : undefined
      return [
        ...head,
        ...said(official.said.toMend, reason, text),
        ...said(official.said.yourAnswer, lastBefore(input, 'answered')?.text, text),
        ...said(official.said.message, message, text),
        ...work(input, text, { ...button, url: addressOf(linkUrl, 'answer') }),
      ]
    }
    case 'call':
      return [
        ...head,
        ...said(official.said.toTell, state.round.answer?.text, text),
        ...said(official.said.message, message, text),
        rows(),
        { ...button, url: addressOf(linkUrl, 'call') },
      ]
    case 'outcome': {
      const { rating } = state.round
      if (!isEvent(event, 'answer_approved'))
        return [...head, ...paragraphs(rating && official.outcome.rated(rating.score, rating.solved)), rows(), button]
      return [
        ...head,
        ...(event.edited ? said(official.said.yourAnswer, lastBefore(input, 'answered')?.text, text) : []),
        ...said(official.said.sentAnswer, event.text, text),
        rows(),
        button,
      ]
    }
    case 'rescheduled':
      return [...head, rows(answerBy), button]
    case 'receipt':
      return [
        ...head,
        ...(isEvent(event, 'answered') ? said(official.said.yourAnswer, event.text, text) : []),
        ...(isEvent(event, 'answered') ? paragraphs(sayingIn(input.language, event)) : []),
        ...(isEvent(event, 'clarification_asked') ? said(official.said.question, event.question, text) : []),
        rows(),
        button,
        ...undoLink(input, text),
        ...notMeLink(input, text),
      ]
    case 'warning':
    case 'missed':
    case 'escalation':
    case 'erasure-asked':
    case 'disowned':
    case 'dead-address':
      return [...head, asked, rows(), button]
    case 'by-hand':
      return [...head, ...byHandBlocks(input), asked, rows(), button]
    case 'triage':
      return [...head, asked, rows([official.assignBy, dueOf(input, state.clocks.assignment, text)], answerBy), button]
    case 'moderation':
      return [...head, asked, rows([text.reviewBy, dueOf(input, state.clocks.moderation, text)]), button]
    case 'extension-asked': {
      const later = dueIfExtended({ state, region: input.region, at: input.at })
      return [
        ...head,
        ...said(official.said.reason, isEvent(event, 'extension_requested') ? event.reason : undefined, text),
        ...said(official.said.message, message, text),
        rows(
          [official.dueNow, dueOf(input, state.clocks.finalAnswer, text)],
          [official.dueIfExtended, later ? time(input, later) : ''],
        ),
        button,
      ]
    }
    case 'review': {
      const reply = lastBefore(input, 'clarified')
      return [
        ...head,
        ...said(official.said.message, message, text),
        ...said(official.said.question, lastBefore(input, 'clarification_asked')?.question, text),
        ...said(official.said.reply, reply && file.personal.get(reply.messageId)?.text, text),
        ...said(official.said.lastRemark, state.round.returnReason, text),
        ...said(text.answerToCheck, state.round.draft?.text, text),
        ...paragraphs(sayingIn(input.language, state.round.draft ?? {})),
        rows([text.reviewBy, dueOf(input, state.clocks.answerReview, text)]),
        button,
      ]
    }
    case 'taken':
    case 'withdrawn':
      return [...head, rows(), button]
  }
}

/** Of a comment: where it stands, and what belongs below it; a text that nobody else may read is in the case alone. */
function byHandBlocks({ event, file, region, language }: LetterInput): Block[] {
  const thread = threadOf(file)
  const { byHand } = inPublicWords[language]
  if (!thread) return []
  const link: Block[] = thread.link
    ? [{ kind: 'links', intro: byHand.comment, links: [[thread.link, thread.link]] }]
    : []
  const lost = isEvent(event, 'undelivered') ? file.events[event.seq - 1] : undefined
  const says = lost && (isEvent(lost, 'answer_approved') || isEvent(lost, 'answer_shared')) ? lost.text : undefined
  if (says === undefined || isSensitive(region, file.state)) return [...paragraphs(byHand.alone), ...link]
  const found = givenAway(says, file, region)
  if (found.length > 0) return [...paragraphs(byHand.personal(linesOf(language, found))), ...link]
  return [...link, ...paragraphs(byHand.paste), { kind: 'quote', text: says }]
}

function work(input: LetterInput, text: Words, button: Block): Block[] {
  const { state } = input.file
  return [
    ...paragraphs(isCalled(state) ? text.official.byPhone : undefined),
    facts(input, text, [
      [text.acceptBy, dueOf(input, state.clocks.acceptance, text)],
      [text.answerBy, dueOf(input, state.clocks.finalAnswer, text)],
    ]),
    button,
    ...quickLinks(input, text),
  ]
}

/** The actions of the page that a mail names; never one that the page would not offer. */
function quickLinks({ notice, region, file, linkUrl, at }: LetterInput, text: Words): Block[] {
  const { state } = file
  if (notice.link !== 'respond' || !withResponder.includes(state.status)) return []
  const now = { state, region, at }
  const asked = { by: { role: 'responder' }, assignment: state.assignment } as const
  const impossible: Partial<Record<keyof Words['actions'], boolean>> = {
    ask: 'refused' in askCitizen(now, { type: 'AskCitizen', ...asked, question: '?' }),
    call:
      'refused' in reportCall(now, { type: 'ReportCall', ...asked, outcome: 'asked', question: '?', messageId: '?' }),
    extend: 'refused' in requestExtension(now, { type: 'RequestExtension', ...asked, reason: '?' }),
  }
  const actions =
    state.status === 'assigned'
      ? (['accept', 'answer', 'handover', 'decline', 'ask', 'call', 'extend'] as const)
      : (['answer', 'ask', 'call', 'handover', 'extend'] as const)
  return [
    {
      kind: 'links',
      intro: text.orAtOnce,
      links: actions
        .filter((action) => !impossible[action])
        .map((action) => [text.actions[action], addressOf(linkUrl, action)]),
    },
  ]
}

/** Leads to the form that takes it back, while that can be. */
function undoLink({ event, linkUrl, at, ...here }: LetterInput, { official: { undo } }: Words): Block[] {
  const until = later(event.at, UNDO_MS)
  if (!(undoable as readonly EventType[]).includes(event.type) || until <= at) return []
  const intro = undo.until(localTime(until, here.region.timeZone, here.language))
  return [{ kind: 'links', intro, links: [[undo.button, `${linkUrl}?do=undo#undo`]] }]
}

/** Leads to the page that names the act and asks whether it was theirs; opening it changes nothing. */
function notMeLink({ event, file, linkUrl }: LetterInput, { official: { notMe } }: Words): Block[] {
  const seq = file.events.findIndex(({ type, at }) => type === event.type && at === event.at) + 1
  return [{ kind: 'links', intro: notMe.intro, links: [[notMe.link, `${linkUrl}?do=not-me-${seq}`]] }]
}

/** Leads to the form of an action: the page opens it, and the browser goes there. */
function addressOf(linkUrl: string, action: keyof Words['actions']): string {
  return `${linkUrl}?do=${action}#do-${action}`
}

/** The last event of a type up to the one that is told of, in the round under way. */
function lastBefore<T extends EventType>({ file, event }: LetterInput, type: T): EventOf<T> | undefined {
  const { startedAt } = file.state.round
  return file.events.findLast(
    (one): one is EventOf<T> & CaseEvent => one.type === type && one.at <= event.at && one.at >= startedAt,
  )
}
