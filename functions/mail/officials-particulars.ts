// What a letter to an official says first: what happened, why it concerns them, who did it. Called by officials-letters.ts, and the
// heading by the digest and the history on pages.
import type { Actor } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { CaseEvent, EventOf } from '../case/events.ts'
import { actsSince } from '../case/disowned.ts'
import { deskFor } from '../case/desk.ts'
import type { OfficialClock } from '../case/clocks/clock.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import { contactOf, isInvolved } from '../case/people.ts'
import { localDate } from '../calendar/dates.ts'
import { dayAndYear, localTime } from '../calendar/local-time.ts'
import { nameIn, organisationName, topicName } from '../../regions/names.ts'
import type { Contact, Language, Region } from '../../regions/schema.ts'
import { modeOf } from '../routing/mode.ts'
import type { Reason } from '../routing/routing.ts'
import type { LetterInput } from './letter-input.ts'
import { isEvent, time } from './particulars.ts'
import type { OfficialKind, Receipted } from './words/officials-shape.ts'
import type { OfficialsMailWords, Words } from './words/shape.ts'

const MOST_SUGGESTIONS = 3

type Here = Pick<LetterInput, 'event' | 'file' | 'region' | 'language'>

interface Told {
  readonly event: CaseEvent
  readonly notice?: LetterInput['notice']
  readonly code?: LetterInput['code']
  readonly region: Region
  readonly language: Language
}

interface Headed<Kind extends NoticeKind> {
  readonly kinds?: Readonly<Record<Kind, { readonly heading: string }>>
}

/** The heading by what happened: an outcome stands in it, and which deadline was missed. */
export function headingOf<Kind extends NoticeKind>(
  { event, notice, region, language, code }: Told,
  kind: Kind,
  { official, kinds }: Pick<OfficialsMailWords, 'official'> & Headed<Kind>,
): string {
  if (kind === 'work' && isEvent(event, 'reopened'))
    return official.reopened[event.by.role === 'operator' ? 'byOperator' : 'byCitizen']
  if (kind === 'extension-decided' && isEvent(event, 'extended'))
    return official.extended(localTime(event.due, region.timeZone, language))
  if (kind === 'extension-decided' && isEvent(event, 'extension_refused')) return official.notExtended
  if (kind === 'review' && isEvent(event, 'answered') && event.kind === 'interim') return official.interim.heading
  if (kind === 'missed' && isEvent(event, 'missed')) {
    // Of what an organisation has to do the operator is told where nobody has the case: it is not their own breach.
    const theirs = notice?.link !== 'triage' || event.clock === 'moderation' || event.clock === 'assignment'
    return official[theirs ? 'youMissed' : 'notDone'][event.clock as OfficialClock]
  }
  if (kind === 'outcome' && isEvent(event, 'answer_approved')) return official.outcome[event.edited ? 'edited' : 'sent']
  if (kind === 'outcome' && isEvent(event, 'closed')) return official.outcome.closed
  if (kind === 'receipt' && event.type in official.did) return official.did[event.type as Receipted]
  if (kind === 'code') return official.code(code?.digits ?? '')
  if (kind === 'escalation' && isEvent(event, 'escalated')) return official.notDone[event.clock as OfficialClock]
  return kinds?.[kind].heading ?? official.headings[kind as OfficialKind]
}

/** What happened, by whom, and why the reader is written to, first of all if it is in somebody's place; a line each. */
export function reasonLines(input: LetterInput, kind: OfficialKind, text: Words): (string | undefined)[] {
  return [inWhosePlace(input, text), ...happenedLines(input, kind, text)]
}

/** Of a mail that asks the responder of a case, while they are away. */
function inWhosePlace({ event, file, notice, recipient, region, language }: LetterInput, text: Words) {
  const { responder } = file.state
  if (notice.link !== 'respond' || recipient === 'citizen' || !responder || recipient.id === responder) return undefined
  const holder = contactOf(region, responder)
  const day = localDate(Date.parse(event.at), region.timeZone)
  const absence = holder?.away?.find(({ from, to }) => from <= day && day <= to)
  return (
    holder &&
    absence &&
    text.official.inPlaceOf(holder.name, dayAndYear(`${absence.to}T12:00:00.000Z`, 'UTC', language))
  )
}

function happenedLines(input: LetterInput, kind: OfficialKind, text: Words): (string | undefined)[] {
  const { event, region, language, file } = input
  const { official } = text
  const say = text.kinds[kind].text
  const reason = (given: string | undefined) => given && `${text.reason}: ${given}`
  switch (event.type) {
    case 'assigned':
    case 'handed_over':
      return kind === 'work' ? [say, ...whyHere(input, text)] : [say]
    case 'handed_back':
      return kind === 'handed-back' ? [...whyHere(input, text), say] : [say]
    case 'reopened':
      if (kind === 'triage') return [official.again.triage, reason(reopenedWords(file, event, text))]
      return [kind === 'work' ? official.again.text : say]
    case 'extension_requested':
      return [say, official.askedBy(whose(input, event.by, file.state.organisation))]
    case 'extended':
      return [official.granted[event.by.role === 'operator' ? 'operator' : 'atOnce'], reason(event.reason)]
    case 'extension_refused':
      return [official.granted.refused, `${official.why}: ${event.reason}`]
    case 'triaged':
      return [say, text.undecided[event.why], mayGoTo(input, event, text)]
    case 'declined':
      if (kind !== 'triage') return [say]
      return [
        official.declined(organisationName(region, event.organisation, language)),
        reason(event.reason),
        suggested(event, text),
      ]
    case 'warned': {
      const due = file.state.clocks[event.clock]?.due
      return [say, due && `${text.clocks[event.clock]}: ${time(input, due)}.`, heldBy(input, event, text)]
    }
    case 'missed':
    case 'escalated': {
      const due = file.state.clocks[event.clock]?.due
      return [
        due && official.wasDue(time(input, due)),
        heldBy(input, event, text),
        event.type === 'escalated' ? official.youCan[choiceOf(input, event.clock as OfficialClock)] : undefined,
      ]
    }
    case 'undelivered': {
      const contact = contactOf(region, event.recipient)
      const { about } = event
      if (!contact) return [say]
      if (kind !== 'undelivered' || !about) return [say, official.deadAddress(personLine(contact), event.why)]
      const told = { event: file.events[event.seq - 1] ?? event, region, language }
      return [say, official.notReached(personLine(contact), headingOf(told, about.kind as OfficialKind, text))]
    }
    case 'code_requested':
      return [input.code && official.codeUntil(time(input, input.code.until)), say]
    case 'disowned':
      if (kind === 'fresh-link') return [official.disowned.freshLink]
      return [
        official.disowned.by(reachable(input, event.by), `«${official.acts[event.act]}», ${time(input, event.actAt)}`),
        ...laterActs(input, event, text),
        say,
      ]
    case 'rescheduled':
      return [say, event.reason]
    case 'topic_corrected':
      return [official.topicCorrected(topicName(region, event.topic, language))]
    case 'link_requested':
      return [event.by.role === 'operator' ? official.linkAgain : say]
    default:
      return [say]
  }
}

/** Why a case is with who has it: who gave it or gave it back, and what they said; a line each. */
export function whyHere({ event, file, region, language }: Here, text: OfficialsMailWords): string[] {
  const { official } = text
  const by = (organisation: string | undefined) => whose({ region, language }, event.by, organisation)
  const lines = (...all: (string | undefined)[]) => all.filter((line) => line !== undefined)
  switch (event.type) {
    case 'assigned':
      return lines(whyYou(region, event, text))
    case 'handed_over':
      return [official.handedOverBy(by(event.from)), `${text.reason}: ${event.reason}`]
    case 'handed_back': {
      const gave = file.events.findLast((one) => one.type === 'handed_over' && one.at <= event.at)
      const from = gave?.type === 'handed_over' ? gave.organisation : undefined
      return lines(official.handedBackBy(by(from)), `${text.reason}: ${event.reason}`, suggested(event, text))
    }
    default:
      return []
  }
}

/** Somebody with the organisation they are written to for; those of the control centre with its name. */
export function addressedTo(region: Region, contact: Contact, language: Language): string {
  const organisation = region.organisations.find((one) => isInvolved(region, one.id, contact.id))
  return `${contact.name} (${organisation ? nameIn(organisation.name, language) : region.mail.displayName})`
}

/** Name, position and telephone of somebody of the region's directory. */
function personLine({ name, position, phone }: Contact): string {
  return [name, position, phone].filter(Boolean).join(', ')
}

/** What a citizen or an operator wrote who sent a case back. */
export function reopenedWords(
  { personal }: CaseFile,
  event: EventOf<'reopened'>,
  { erased }: OfficialsMailWords,
): string {
  const words = event.messageId && (personal.get(event.messageId)?.text ?? erased)
  return [words, event.reason].filter(Boolean).join('\n')
}

/** Somebody with the organisation they spoke for; an operator speaks for none. */
function whose(
  { region, language }: Pick<LetterInput, 'region' | 'language'>,
  by: Actor,
  organisation: string | undefined,
): string {
  const person = contactOf(region, by.id ?? '')
  const name = by.role === 'responder' ? organisationName(region, organisation, language) : ''
  return [name, person && personLine(person)].filter(Boolean).join(' — ')
}

function suggested({ suggestion }: EventOf<'declined' | 'handed_back'>, text: OfficialsMailWords): string | undefined {
  return suggestion && `${text.official.suggestion}: ${suggestion}`
}

/** Whom it may go to, the likeliest first; nothing of what the citizen wrote. */
function mayGoTo({ region, language }: LetterInput, event: EventOf<'triaged'>, { official }: OfficialsMailWords) {
  const shown = event.suggestions?.filter(({ topic }) => modeOf(region, topic) !== 'shadow') ?? []
  const lines = shown.slice(0, MOST_SUGGESTIONS).map(({ topic, organisation }) => {
    return `${topicName(region, topic, language)} → ${organisationName(region, organisation, language)}`
  })
  return lines.length > 0 ? `${official.mayGoTo}: ${lines.join('; ')}.` : undefined
}

/** An operator who assigned it is the reason by themselves; else what routing found. */
function whyYou(region: Region, { by, because }: EventOf<'assigned'>, text: OfficialsMailWords): string | undefined {
  if (by.role === 'operator' || by.role === 'municipal') {
    const name = contactOf(region, by.id ?? '')?.name ?? ''
    return by.role === 'operator' ? text.official.assignedBy(name) : text.official.assignedByCentre(name)
  }
  const evidence = evidenceOf(because, text)
  return evidence.length > 0 ? `${text.because}: ${evidence.join('; ')}.` : undefined
}

/** Routing's evidence in words; rules of the region's file mean nothing to a responder. */
function evidenceOf(because: readonly Reason[], { evidence }: OfficialsMailWords): string[] {
  const lines = new Set<string>()
  const quoted = new Set<string>()
  for (const { step, found } of because) {
    if (step === 'asked' || step === 'sender' || step === 'coordinates') lines.add(evidence[step])
    else if (step === 'page') lines.add(evidence.page(found))
    else if (step !== 'rule' && found) quoted.add(found)
  }
  return quoted.size > 0 ? [...lines, evidence.words([...quoted])] : [...lines]
}

/** Somebody with their organisation and telephone. */
function reachable({ region, language }: LetterInput, { id }: Actor): string {
  const contact = contactOf(region, id ?? '')
  return contact ? [addressedTo(region, contact, language), contact.phone].filter(Boolean).join(', ') : ''
}

/** What else was done in the same name before they said so, and whether the act itself was taken back. */
function laterActs(input: LetterInput, said: EventOf<'disowned'>, text: Words): string[] {
  const { events } = input.file
  const acts = actsSince(events, said.by.id, said.actAt).filter(({ at }) => said.actAt < at && at <= said.at)
  const lines = acts.map(({ type, at }) => `«${text.official.acts[type]}», ${time(input, at)}`)
  const { later, undone } = text.official.disowned
  const isUndone = events.some(({ type, at }) => type === 'undone' && at === said.at)
  return [...(lines.length > 0 ? [`${later} ${lines.join('; ')}.`] : []), ...(isUndone ? [undone] : [])]
}

/** Who has to do what is late; not said to themselves. */
function heldBy(
  { region, file, recipient }: LetterInput,
  { clock, at }: EventOf<'warned' | 'missed' | 'escalated'>,
  text: Words,
): string | undefined {
  const desk = deskFor(region, file.state, at)
  const holder =
    clock === 'moderation' || clock === 'assignment'
      ? desk.operators[0]
      : clock === 'answerReview'
        ? desk.moderators[0]
        : contactOf(region, file.state.responder ?? '')
  return holder && !(recipient !== 'citizen' && recipient.id === holder.id)
    ? text.official.heldBy(personLine(holder))
    : undefined
}

function choiceOf({ notice }: LetterInput, clock: OfficialClock): keyof Words['official']['youCan'] {
  if (notice.link === 'review') return 'check'
  if (notice.link === 'respond') return 'answer'
  return clock === 'moderation' || clock === 'assignment' || clock === 'answerReview' ? 'decide' : 'reassign'
}
