// Tells one case that nobody answers, step by step: what was promised and by which rule, who was reminded, what was
// missed, and up to whom it went. Called by account.ts.
import { words as pageWords } from '../../functions/web/words/words.ts'
import { words as mailWords } from '../../functions/mail/words/words.ts'
import type { CaseEvent, EventOf } from '../../functions/case/events.ts'
import type { ClockChange } from '../../functions/case/clocks/clock.ts'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { lettersOf } from './letters.ts'
import { peopleIn, type Person, shortName } from './people.ts'
import type { PlayedCase } from './play.ts'
import { ruleName } from './rule-name.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Teller } from './teller.ts'
import { wrapped } from './wrapped.ts'

/** A mail this long (ms) after its event has waited. */
const WAITED_MS = 10 * 60_000

/** The case that went furthest up the line, of those whose responder never does anything. */
export function silentCase({ cases, manners }: Rehearsal): PlayedCase | undefined {
  const silent = cases.filter(
    ({ message, events }) =>
      manners(message.caseId, message.organisation) === 'silent' && !events.some(({ type }) => type === 'accepted'),
  )
  const steps = ({ events }: PlayedCase) => events.filter(({ type }) => type === 'escalated').length
  const simple = ({ message }: PlayedCase) => Number(message.understood && message.regime === 'message')
  return silent.toSorted((one, other) => steps(other) - steps(one) || simple(other) - simple(one))[0]
}

export function silentLines(teller: Teller, rehearsal: Rehearsal): string[] {
  const { words, when } = teller
  const played = silentCase(rehearsal)
  if (!played) return [words.silent, words.noSilent]
  const people = peopleIn(rehearsal.region)
  const lines = stepsOf(teller, played, people)
  return [
    `${words.silent} (${played.message.caseId})`,
    ...lines.flatMap(({ at, text, more }) => [
      ...wrapped(text, `  ${when(at)}  `),
      ...more.map((one) => `${' '.repeat(20)}${one}`),
    ]),
    `  ${words.ends}`,
    words.silentTotal(words.letters(official(played).length), byPlace(teller, played, people)),
  ]
}

interface Step {
  readonly at: number
  readonly text: string
  readonly more: readonly string[]
}

function stepsOf(teller: Teller, played: PlayedCase, people: readonly Person[]): Step[] {
  const { words, language } = teller
  const name = (id: string) => nameFor(teller, people, id)
  const kinds = mailWords[language].kinds
  const happened = played.events.map((event, index): Step => {
    const at = Date.parse(event.at)
    const atOnce = played.mails.filter((mail) => mail.seq === index + 1 && mail.at - at < WAITED_MS)
    const told = atOnce.map(({ recipient }) => words.mail(name(recipient)))
    return { at, text: [inWords(teller, played, event), ...told].join('; '), more: promises(teller, event) }
  })
  const waited = lettersOf([played])
    .filter(({ at, tells }) => at - Date.parse(played.events[tells[0]!.seq - 1]!.at) >= WAITED_MS)
    .map(({ at, recipient, tells }): Step => {
      const what = [...new Set(tells.map(({ kind }) => kinds[kind].heading))]
      return { at, text: words.mailLater(name(recipient), what, tells.length), more: [] }
    })
  return [...happened, ...waited].sort((one, other) => one.at - other.at)
}

function inWords(teller: Teller, { message }: PlayedCase, event: CaseEvent): string {
  const { region, language, words, clock } = teller
  const named = pageWords[language].events[event.type]
  switch (event.type) {
    case 'received': {
      const about = [topicName(region, message.topic, language), placeName(region, message.municipality, language)]
      return `${words.received[event.regime]}: ${about.join(', ')}`
    }
    case 'triaged':
      return words.nobodyDecides
    case 'assigned':
      return `${named}: ${organisationName(region, event.organisation, language)}`
    case 'warned':
      return words.warned(clock(event.clock), Math.round(event.share * 100))
    case 'missed':
      return words.missed(clock(event.clock))
    case 'escalated':
      return escalation(teller, event)
    default:
      return named
  }
}

function escalation(
  { region, words, clock, term }: Teller,
  { clock: name, step, insteadOf }: EventOf<'escalated'>,
): string {
  const after = region.policy.reminders.escalations[step]?.after
  const said = words.escalated(clock(name), after && after.amount > 0 ? term(after) : undefined)
  return insteadOf ? `${said} (${words.insteadOf(words.places[insteadOf])})` : said
}

/** Each clock that starts, with its due instant and the rule that set it. */
function promises(teller: Teller, { clocks = [] }: CaseEvent): string[] {
  return clocks
    .filter((change): change is Extract<ClockChange, { change: 'start' }> => change.change === 'start')
    .map(({ clock, to }) => {
      const { amount, unit } = to.rule
      const due = teller.words.by(teller.clock(clock), teller.when(Date.parse(to.due)))
      return `${due}: ${teller.term({ amount, unit })}, ${ruleName(teller, to.rule)}`
    })
}

function nameFor({ words }: Teller, people: readonly Person[], id: string): string {
  const person = people.find((one) => one.id === id)
  return person ? `${words.to[person.place]} (${shortName(person.name)})` : words.to.citizen
}

function official(played: PlayedCase) {
  return lettersOf([played]).filter(({ recipient }) => recipient !== 'citizen')
}

function byPlace({ words }: Teller, played: PlayedCase, people: readonly Person[]): string {
  const place = (id: string) => people.find((one) => one.id === id)!.place
  return [...Map.groupBy(official(played), ({ recipient }) => place(recipient))]
    .map(([to, all]) => `${words.to[to]} ${all.length}`)
    .join(', ')
}
