// Draws the grid as a calendar in a terminal: as many weeks side by side as it is wide, readable without colours too.
// Called by account.ts.
import { stripVTControlCharacters, styleText } from 'node:util'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { weekdayOf } from '../../functions/calendar/dates.ts'
import { organisationName } from '../../regions/names.ts'
import { beginsMonth, type Grid, type Row } from './grid.ts'
import { type Strength, strengths } from './letters.ts'
import { shortName } from './people.ts'
import type { Teller } from './teller.ts'
import { cut } from './wrapped.ts'

const LABEL = 36
const DAY = 3
const marks: Readonly<Record<Strength, string>> = { work: ' ', warning: '~', breach: '!', escalation: '^' }
const colours = { work: 'cyan', warning: 'yellow', breach: 'red', escalation: 'magenta' } as const
const DAY_OFF = '░░░'

/** @param width of the terminal, in columns */
export function calendarLines(teller: Teller, grid: Grid, width: number): string[] {
  const { words } = teller
  const { leftOut, untold } = grid
  return [
    ...legend(teller, width),
    ...blocks(grid.dates, width).flatMap((dates) => ['', ...block(teller, grid, dates, width)]),
    ...(leftOut + untold > 0 ? [''] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(untold > 0 ? [words.untold(untold)] : []),
  ]
}

function legend({ words }: Teller, width: number): string[] {
  const kinds = strengths.map((one) => `${paint(one, `2${marks[one]}`)} ${words.strengths[one]}`)
  const all = [...kinds, `${DAY_OFF} ${words.dayOff}`]
  const line = all.join('  ')
  return stripVTControlCharacters(line).length > width ? all : [line]
}

/** Whole weeks, as many as fit, one at least; the first may begin in the middle of one. */
function blocks(dates: readonly string[], width: number): string[][] {
  const fit = Math.max(1, Math.floor((width - LABEL) / (7 * DAY)))
  const weeks = dates.reduce<string[][]>((all, date) => {
    if (all.length === 0 || weekdayOf(date) === 1) all.push([])
    all.at(-1)!.push(date)
    return all
  }, [])
  return Array.from({ length: Math.ceil(weeks.length / fit) }, (_, index) =>
    weeks.slice(index * fit, (index + 1) * fit).flat(),
  )
}

function block(teller: Teller, { groups, citizens }: Grid, dates: readonly string[], width: number): string[] {
  const { region, language, words } = teller
  const inBlock = ({ cells }: Row) => dates.some((date) => cells.has(date))
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(inBlock) }))
    .filter(({ rows }) => rows.length > 0)
  return [
    ...heading(teller, dates, width),
    ...shown.flatMap(({ organisation, rows }) => [
      styleText('bold', cut(organisation ? organisationName(region, organisation, language) : words.centre, width)),
      ...rows.map((row) =>
        line(teller, `  ${words.places[row.person!.place].padEnd(13)}${shortName(row.person!.name)}`, row, dates),
      ),
    ]),
    line(teller, words.citizens, citizens, dates),
  ]
}

function heading({ language }: Teller, dates: readonly string[], width: number): string[] {
  const inWords = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
  const months = dates.reduce((text, date, index) => {
    const named = `${text.padEnd(index * DAY)} ${inWords({ month: 'long', year: 'numeric' }, date)}`
    return beginsMonth(dates, index) && LABEL + named.length <= width ? named : text
  }, '')
  const row = (cell: (date: string) => string) =>
    ' '.repeat(LABEL) + dates.map((date) => cell(date).padStart(DAY)).join('')
  return [
    ' '.repeat(LABEL) + months,
    row((date) => inWords({ weekday: 'short' }, date).slice(0, 2)),
    row((date) => String(Number(date.slice(8)))),
  ]
}

function line({ region }: Teller, label: string, { cells }: Row, dates: readonly string[]): string {
  const short = label.length > LABEL - 1 ? `${label.slice(0, LABEL - 2)}…` : label
  const days = dates.map((date) => {
    const off = calendarOf(region).intervals(date).length === 0
    const cell = cells.get(date)
    if (!cell) return styleText('dim', off ? DAY_OFF : ' · ')
    const mark = cell.strength === 'work' && off ? '░' : marks[cell.strength]
    return paint(cell.strength, `${String(cell.letters.length).padStart(2, off ? '░' : ' ')}${mark}`)
  })
  return (short.padEnd(LABEL) + days.join('')).trimEnd()
}

function paint(strength: Strength, text: string): string {
  return styleText(colours[strength], text)
}
