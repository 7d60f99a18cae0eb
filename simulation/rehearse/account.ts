// Writes the whole account of a rehearsal as a terminal shows it, part by part. Called by npm run rehearse.
import { styleText } from 'node:util'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { nameIn, organisationName } from '../../regions/names.ts'
import { calendarLines } from './calendar-lines.ts'
import { figureLines } from './figure-lines.ts'
import { figuresOf } from './figures.ts'
import { gridOf } from './grid.ts'
import { datesOf } from './messages.ts'
import { nameOf } from './people.ts'
import type { Rehearsal } from './rehearsal.ts'
import { remarksOf } from './remarks/remarks.ts'
import { said } from './remarks/say.ts'
import { silentLines } from './silent-case.ts'
import type { Teller } from './teller.ts'
import { letterLines, weekLines } from './week.ts'
import { wrapped } from './wrapped.ts'

/** As many people as a screen shows. */
export const SHOWN = 24

/**
 * @param everybody the calendar of all people, and every mail of each
 * @param width of the terminal, in columns
 */
export function account(teller: Teller, rehearsal: Rehearsal, everybody: boolean, width = 120): string {
  const grid = gridOf(rehearsal, everybody ? Infinity : SHOWN)
  const { words } = teller
  const remarks = remarksOf(rehearsal).map((remark) => said(teller, remark))
  const parts = [
    heading(teller, rehearsal),
    [words.calendar, ...calendarLines(teller, grid, width)],
    weekLines(teller, rehearsal),
    silentLines(teller, rehearsal),
    figureLines(teller, figuresOf(rehearsal)),
    [words.remarks, ...(remarks.length > 0 ? remarks : [words.noRemarks]).flatMap((text) => wrapped(text, '  • '))],
    ...(everybody ? [everyLetter(teller, rehearsal)] : []),
  ]
  return parts.map(([head, ...lines]) => [styleText('bold', head!), ...lines].join('\n')).join('\n\n')
}

export function titleOf({ region, language, words }: Teller): string {
  return words.title(nameIn(region.name, language))
}

export function subtitleOf({ region, words, day }: Teller, { wish }: Rehearsal): string {
  const dates = datesOf(wish.span)
  const working = dates.filter((date) => calendarOf(region).intervals(date).length > 0)
  const year = (date: string) => `${day(date)} ${date.slice(0, 4)}`
  const span = words.dates(year(dates[0]!), year(dates.at(-1)!), dates.length, working.length)
  return `${words.policy(region.policy.version)}; ${span}`
}

function heading(teller: Teller, rehearsal: Rehearsal): string[] {
  const { region, language, words } = teller
  const { organisation, seed } = rehearsal.wish
  return [
    titleOf(teller),
    subtitleOf(teller, rehearsal),
    ...(organisation ? wrapped(words.only(organisationName(region, organisation, language))) : []),
    ...wrapped(words.invented(rehearsal.cases.length, seed)),
  ]
}

function everyLetter(teller: Teller, { region, people, letters }: Rehearsal): string[] {
  const calendar = calendarOf(region)
  return [
    teller.words.everybody,
    ...people.flatMap((person) => {
      const own = letters.filter(({ recipient }) => recipient === person.id)
      const days = [...Map.groupBy(own, ({ at }) => calendar.dateOf(at))]
      return own.length === 0
        ? []
        : [
            '',
            ...wrapped(`${nameOf(teller, person)}: ${teller.words.letters(own.length)}`),
            ...days.flatMap(([date, all]) => [
              teller.day(date),
              ...all.flatMap((one) => letterLines(teller, one, person)),
            ]),
          ]
    }),
  ]
}
