// The particulars of a case in a letter: what is due, where and whose it is. Called by the letters and the digest.
import type { CaseEvent, EventOf, EventType } from '../case/events.ts'
import type { Clock } from '../case/clocks/clock.ts'
import { silenceMeans } from '../case/clocks/silence.ts'
import { organisationOf } from '../case/people.ts'
import { localTime } from '../calendar/local-time.ts'
import { maskPersonal } from '../language/personal.ts'
import { nameIn } from '../../regions/names.ts'
import { firstMessage } from '../case/case-file.ts'
import type { Block } from './blocks.tsx'
import type { LetterInput } from './letter-input.ts'
import type { Words } from './words/shape.ts'

/** By when a question is to be answered, and what silence does. */
export function replyLines(input: LetterInput, { citizens: own }: Words): string[] {
  const { region, file } = input
  const reply = file.state.clocks.clarification
  return reply
    ? [own.replyUntil(time(input, reply.due)), own.silence[silenceMeans(region, file.state)], own.restsMeanwhile]
    : []
}

/** An instant (ISO, UTC) as the reader's clock shows it. */
export function time({ region, language }: LetterInput, instant: string): string {
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
  const address = recipient === 'citizen' ? '' : maskPersonal(firstMessage(file)?.address ?? '')
  const all: (readonly [string, string])[] = [
    // A citizen's mail of a sensitive topic does not name it: their address stands beside it.
    [text.topic, topic && !(topic.sensitive && recipient === 'citizen') ? nameIn(topic.name, language) : ''],
    [text.place, [place && nameIn(place.name, language), address].filter(Boolean).join(', ')],
    [text.responsible, organisation ? nameIn(organisation.name, language) : ''],
    ...rows,
  ]
  return { kind: 'facts', rows: all.filter(([, value]) => value !== '') }
}

export function isEvent<T extends EventType>(event: CaseEvent, type: T): event is EventOf<T> {
  return event.type === type
}
