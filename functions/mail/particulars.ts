// The particulars of a case and its event in a letter: why it came, what is due, where and whose it is. Called by
// letters.ts and digest.ts.
import type { CaseEvent, EventOf, EventType } from '../case/events.ts'
import type { Clock } from '../case/clocks/clock.ts'
import { silenceMeans } from '../case/clocks/silence.ts'
import { contactOf, organisationOf } from '../case/people.ts'
import { localTime } from '../calendar/local-time.ts'
import { nameIn } from '../../regions/names.ts'
import type { Reason } from '../routing/route-message.ts'
import { firstMessage } from '../case/case-file.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import type { Words } from './words/shape.ts'

/** What is particular to the event, in a line. */
export function particulars({ event, notice, region, language }: LetterInput, text: Words): string | undefined {
  switch (event.type) {
    case 'handed_over':
    case 'handed_back':
    case 'answer_returned':
    case 'extension_requested':
    case 'extension_refused':
    case 'reopened':
      return event.reason ? `${text.reason}: ${event.reason}` : undefined
    case 'declined': {
      const { suggestion } = event
      return `${text.reason}: ${event.reason}${suggestion ? `\n${text.suggestion}: ${suggestion}` : ''}`
    }
    case 'extended':
      return text.newDate(localTime(event.due, region.timeZone, language), event.reason)
    case 'undelivered': {
      const contact = contactOf(region, event.recipient)
      if (!contact) return undefined
      const name = [contact.name, contact.position].filter(Boolean).join(', ')
      return notice.kind === 'undelivered' && event.about
        ? text.notReached(name, text.kinds[event.about.kind].heading)
        : text.deadAddress(name, event.why)
    }
    case 'triaged':
      return text.undecided[event.why]
    case 'assigned': {
      const evidence = evidenceOf(event.because, text)
      return evidence.length > 0 ? `${text.because}: ${evidence.join('; ')}.` : undefined
    }
    default:
      return undefined
  }
}

/** Routing's evidence in words; rules of the region's file mean nothing to a responder. */
function evidenceOf(because: readonly Reason[], { evidence }: Words): string[] {
  const lines = new Set<string>()
  const quoted = new Set<string>()
  for (const { step, found } of because) {
    if (step === 'sender' || step === 'coordinates') lines.add(evidence[step])
    else if (step !== 'rule') quoted.add(found)
  }
  return quoted.size > 0 ? [...lines, evidence.words([...quoted])] : [...lines]
}

export function dueLine({ event, file, region, language }: LetterInput, text: Words): string | undefined {
  if (event.type !== 'warned' && event.type !== 'missed' && event.type !== 'escalated') return undefined
  const due = file.state.clocks[event.clock]?.due
  const holder = contactOf(region, file.state.responder ?? '')
  const line = due
    ? `${text.clocks[event.clock]}: ${localTime(due, region.timeZone, language)}.`
    : text.clocks[event.clock]
  return holder ? `${line} ${text.heldBy(holder.name)}` : line
}

/** By when a question is to be answered, and what silence does. */
export function replyLines(input: LetterInput, { citizens: own }: Words): string[] {
  const { region, file } = input
  const reply = file.state.clocks.clarification
  return reply
    ? [own.replyUntil(time(input, reply.due)), own.silence[silenceMeans(region, file.state)], own.restsMeanwhile]
    : []
}

/** An instant (ISO, UTC) as the reader's clock shows it. */
function time({ region, language }: LetterInput, instant: string): string {
  return localTime(instant, region.timeZone, language)
}

/** When a clock falls due, and whether that is provisional; empty without one. */
export function dueOf(input: LetterInput, clock: Clock | undefined, text: Words): string {
  return clock ? `${time(input, clock.due)}${clock.provisional ? ` (${text.provisional})` : ''}` : ''
}

/** What the case is about, in rows; empty ones are left out. */
export function facts(
  { region, file, language, recipient }: LetterInput,
  text: Words,
  rows: readonly (readonly [string, string])[],
): Block {
  const { state } = file
  const topic = region.topics.find((one) => one.id === state.topic)
  const place = region.municipalities.find((one) => one.id === state.municipality)
  // Nobody answers for what was closed without an answer.
  const organisation = state.status === 'rejected' ? undefined : organisationOf(region, state.organisation)
  // Anybody may have sent the message in another's name: nothing that the sender wrote stands in a mail of ours to that address.
  const address = recipient === 'citizen' ? undefined : firstMessage(file)?.address
  const all: (readonly [string, string])[] = [
    [text.topic, topic ? nameIn(topic.name, language) : ''],
    [text.place, [place && nameIn(place.name, language), address].filter(Boolean).join(', ')],
    [text.responsible, organisation ? nameIn(organisation.name, language) : ''],
    ...rows,
  ]
  return { kind: 'facts', rows: all.filter(([, value]) => value !== '') }
}

export function isEvent<T extends EventType>(event: CaseEvent, type: T): event is EventOf<T> {
  return event.type === type
}
