// Draws the grid as an SVG calendar: days as columns, people as rows, the colour of the strongest mail, days off
// hatched; a tooltip tells what a day holds. Called by npm run rehearse.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { weekdayOf } from '../../functions/calendar/dates.ts'
import { organisationName } from '../../regions/names.ts'
import { whatIsTold } from './deeds.ts'
import { beginsMonth, type Cell, type Grid, type Row } from './grid.ts'
import { type Strength, strengths } from './letters.ts'
import { shortName } from './people.ts'
import type { Teller } from './teller.ts'

const LEFT = 270
const TOP = 128
const DAY = 23
const ROW = 22
const GROUP = 26
const RIGHT = 62
const TOLD = 6
const ink = '#1c2733'
const faint = '#6b7885'
const fills: Readonly<Record<Strength, [fill: string, text: string]>> = {
  work: ['#cfe0ee', ink],
  warning: ['#f6d888', ink],
  breach: ['#e0714f', '#fff'],
  escalation: ['#8a2f5c', '#fff'],
}

export function picture(teller: Teller, grid: Grid, title: string, subtitle: string): string {
  const { words, region, language } = teller
  const width = Math.max(900, LEFT + grid.dates.length * DAY + RIGHT)
  const band = (at: number) =>
    `<rect x="10" y="${at + 3}" width="${width - RIGHT - 10}" height="${GROUP - 5}" fill="#eef2f6"/>`
  const places: { y: number; draw: (y: number) => string[] }[] = []
  let y = TOP
  const add = (height: number, draw: (y: number) => string[]) => {
    places.push({ y, draw })
    y += height
  }
  for (const { organisation, rows } of grid.groups) {
    const name = organisation ? organisationName(region, organisation, language) : words.centre
    add(GROUP, (at) => [band(at), text(16, at + 18, name, { bold: true })])
    for (const row of rows) {
      const { place, name: full } = row.person!
      add(ROW, (at) => rowOf(teller, grid, row, at, words.places[place], shortName(full)))
    }
  }
  add(GROUP, () => [])
  add(ROW, (at) => rowOf(teller, grid, grid.citizens, at, words.citizens, ''))
  const notes = [grid.leftOut > 0 && words.leftOut(grid.leftOut), grid.untold > 0 && words.untold(grid.untold)]
  const note = notes.filter(Boolean).join(' ')
  const bottom = y
  const height = bottom + 40
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Arial, 'Liberation Sans', sans-serif" font-size="12" fill="${ink}">`,
    `<defs><pattern id="off" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f4f6"/><line x1="0" y1="0" x2="0" y2="6" stroke="#dfe3e8" stroke-width="3"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(16, 28, title, { size: 19, bold: true }),
    text(16, 48, subtitle, { fill: faint }),
    ...legend(teller),
    ...days(teller, grid.dates, bottom),
    ...places.flatMap((one) => one.draw(one.y)),
    text(16, bottom + 26, note, { fill: faint }),
    '</svg>',
    '',
  ].join('\n')
}

function legend({ words }: Teller): string[] {
  let x = 16
  const entry = (fill: string, label: string) => {
    const drawn = `<rect x="${x}" y="62" width="16" height="14" rx="3" fill="${fill}"/>${text(x + 22, 73, label, {})}`
    x += 44 + label.length * 6.6
    return drawn
  }
  return [...strengths.map((one) => entry(fills[one][0], words.strengths[one])), entry('url(#off)', words.dayOff)]
}

function days({ region, language, words }: Teller, dates: readonly string[], bottom: number): string[] {
  const inWords = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
  const columns = dates.flatMap((date, index) => {
    const x = LEFT + index * DAY
    const off = calendarOf(region).intervals(date).length === 0
    const begins = beginsMonth(dates, index)
    const holiday = region.calendar.holidays[date]
    return [
      ...(off
        ? [
            `<rect x="${x}" y="${TOP}" width="${DAY}" height="${bottom - TOP}" fill="url(#off)"><title>${escaped(holiday ?? words.dayOff)}</title></rect>`,
          ]
        : []),
      ...(weekdayOf(date) === 1 || index === 0
        ? [`<line x1="${x}" x2="${x}" y1="${TOP - 30}" y2="${bottom}" stroke="#c3ccd5"/>`]
        : []),
      ...(begins ? [text(x + 4, TOP - 36, inWords({ month: 'long', year: 'numeric' }, date), { bold: true })] : []),
      text(x + DAY / 2, TOP - 20, inWords({ weekday: 'short' }, date).slice(0, 2), {
        middle: true,
        size: 10,
        fill: faint,
      }),
      text(x + DAY / 2, TOP - 6, String(Number(date.slice(8))), { middle: true, fill: off ? faint : ink }),
    ]
  })
  return [...columns, text(LEFT + dates.length * DAY + 8, TOP - 6, words.total, { fill: faint })]
}

function rowOf(teller: Teller, { dates }: Grid, row: Row, y: number, place: string, name: string): string[] {
  const right = LEFT + dates.length * DAY
  return [
    `<line x1="16" x2="${right}" y1="${y + ROW}" y2="${y + ROW}" stroke="#edf0f3"/>`,
    text(28, y + 15, place, { fill: faint }),
    text(124, y + 15, name, {}),
    ...dates.flatMap((date, index) => {
      const cell = row.cells.get(date)
      return cell ? [square(teller, cell, LEFT + index * DAY, y, `${name || place}, ${teller.day(date)}`)] : []
    }),
    text(right + 8, y + 15, String(row.total), { fill: faint }),
  ]
}

function square(teller: Teller, { letters, strength }: Cell, x: number, y: number, whose: string): string {
  const [fill, colour] = fills[strength]
  const told = letters.flatMap(({ at, tells }) => tells.map((one) => `${teller.time(at)} ${whatIsTold(teller, one)}`))
  const rest = told.length > TOLD ? ['…'] : []
  const tooltip = [`${whose}: ${teller.words.letters(letters.length)}`, ...told.slice(0, TOLD), ...rest].join('\n')
  return `<g><title>${escaped(tooltip)}</title><rect x="${x + 1.5}" y="${y + 2}" width="${DAY - 3}" height="${ROW - 4}" rx="4" fill="${fill}"/>${text(x + DAY / 2, y + 15, String(letters.length), { middle: true, fill: colour, size: 11 })}</g>`
}

interface Look {
  readonly bold?: boolean
  readonly middle?: boolean
  readonly size?: number
  readonly fill?: string
}

function text(x: number, y: number, what: string, { bold, middle, size, fill }: Look): string {
  const look = [
    bold ? ' font-weight="bold"' : '',
    middle ? ' text-anchor="middle"' : '',
    size ? ` font-size="${size}"` : '',
    fill ? ` fill="${fill}"` : '',
  ].join('')
  return `<text x="${x}" y="${y}"${look}>${escaped(what)}</text>`
}

function escaped(what: string): string {
  return what.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
