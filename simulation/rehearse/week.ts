// Tells one week of one responder, line by line: what they were told, what they did, and who else was told because of
// their cases. The responder is the one with the most to tell, silent ones aside. Called by account.ts.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { plusDays, weekdayOf } from '../../functions/calendar/dates.ts'
import { words as pageWords } from '../../functions/web/words/words.ts'
import { caseName, whatIsTold } from './deeds.ts'
import { type Letter, minuteOf, strengths, type Told } from './letters.ts'
import type { Manner } from './manners.ts'
import { nameOf, type Person } from './people.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Teller } from './teller.ts'
import { cut } from './wrapped.ts'

interface Entry {
  readonly at: number
  readonly lines: readonly string[]
}

interface Week {
  readonly person: Person
  readonly manner: Manner
  readonly monday: string
}

const MOST_LINES = 30
const INTERESTING: readonly Manner[] = ['slow', 'asks', 'passes on', 'prompt', 'silent']

export function weekLines(teller: Teller, rehearsal: Rehearsal): string[] {
  const { words, day } = teller
  const week = mostInteresting(rehearsal)
  if (!week) return [words.noWeek]
  const { person, manner, monday } = week
  const dates = datesFrom(monday)
  const calendar = calendarOf(rehearsal.region)
  const entries = [...acts(teller, rehearsal, person), ...mails(teller, rehearsal, person)]
    .filter(({ at }) => dates.includes(calendar.dateOf(at)))
    .sort((one, other) => minuteOf(one.at) - minuteOf(other.at))
  const lines = [...Map.groupBy(entries, ({ at }) => calendar.dateOf(at))].flatMap(([date, all]) => [
    day(date),
    ...all.flatMap((one) => one.lines),
  ])
  const rest = lines.length - MOST_LINES
  return [
    words.week(day(dates[0]!), day(dates.at(-1)!)),
    `${nameOf(teller, person)}; ${words.manners[manner]}`,
    ...lines.slice(0, MOST_LINES),
    ...(rest > 0 ? [words.more(rest)] : []),
  ]
}

/** The week with the strongest and the most different mails of one responder. */
function mostInteresting({ region, letters, people, cases, manners }: Rehearsal): Week | undefined {
  const calendar = calendarOf(region)
  const responders = people.filter(({ place }) => place === 'responder')
  const weeks = responders.flatMap((person) => {
    const own = letters.filter(({ recipient }) => recipient === person.id)
    return [...Map.groupBy(own, ({ at }) => mondayOf(calendar.dateOf(at)))].map(([monday, all]) => {
      const caseId = all[0]!.tells[0]!.played.message.caseId
      return { person, monday, manner: manners(caseId, person.organisation), worth: worth(all) }
    })
  })
  const rank = ({ manner, worth: of }: (typeof weeks)[0]) => of - INTERESTING.indexOf(manner) * 3
  return cases.length > 0 ? weeks.toSorted((one, other) => rank(other) - rank(one))[0] : undefined
}

function worth(letters: readonly Letter[]): number {
  const kinds = new Set(letters.flatMap(({ tells }) => tells.map(({ kind }) => kind)))
  return (
    kinds.size * 3 +
    Math.max(...letters.map(({ strength }) => strengths.indexOf(strength))) +
    Math.min(letters.length, 12)
  )
}

function mails(teller: Teller, { letters, people }: Rehearsal, person: Person): Entry[] {
  /** What others are told because their case was not answered. */
  const isAbove = ({ played, kind }: Told) =>
    kind === 'escalation' && played.message.organisation === person.organisation
  return letters.flatMap((letter) => {
    const own = letter.recipient === person.id
    const tells = letter.tells.filter((one) => own || isAbove(one))
    if (tells.length === 0) return []
    const reader = people.find(({ id }) => id === letter.recipient)
    return [{ at: letter.at, lines: letterLines(teller, { ...letter, tells }, reader) }]
  })
}

/** A letter: one line, or one for each thing it tells. */
export function letterLines(teller: Teller, { at, held, tells }: Letter, reader: Person | undefined): string[] {
  const { words, time } = teller
  const whom = reader ? words.to[reader.place] : words.to.citizen
  const lines = tells.map((one) => `${caseName(teller, one.played)}. ${whatIsTold(teller, one)}`)
  const head = `  ${time(at)}  ${whom.padEnd(columnOf(teller))}${held ? `${words.morning}: ` : ''}`
  if (lines.length === 1) return [cut(head + lines[0]!)]
  return [head + words.letters(1), ...lines.map((line) => cut(`${' '.repeat(columnOf(teller) + 9)}· ${line}`))]
}

/** As wide as the longest «to whom». */
function columnOf({ words }: Teller): number {
  return Math.max(...Object.values(words.to).map(({ length }) => length)) + 2
}

function acts(teller: Teller, { cases }: Rehearsal, person: Person): Entry[] {
  const { events } = pageWords[teller.language]
  return cases.flatMap((played) =>
    played.events
      .filter(({ by }) => by.role === 'responder' && by.id === person.id)
      .map((event) => {
        const at = Date.parse(event.at)
        const line = `  ${teller.time(at)}  ${'→'.padEnd(columnOf(teller))}${caseName(teller, played)}. ${events[event.type]}`
        return { at, lines: [cut(line)] }
      }),
  )
}

function mondayOf(date: string): string {
  return plusDays(date, 1 - weekdayOf(date))
}

function datesFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => plusDays(monday, index))
}
