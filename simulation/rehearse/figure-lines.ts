// Writes the figures as sentences and a table. Called by account.ts.
import type { Figures } from './figures.ts'
import { nameOf } from './people.ts'
import type { Teller } from './teller.ts'
import { wrapped } from './wrapped.ts'

const NAME = 30
const COLUMN = 12

export function figureLines(teller: Teller, figures: Figures): string[] {
  const { words, language, clock, day } = teller
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)
  const percent = (share: number) => `${number(share * 100, 0)} %`
  const { perDay, daysWithout, most, held, reminders, clocks } = figures
  const answers = clocks.get('finalAnswer')
  const late = answers ? answers.late + answers.overdue : 0
  const all = answers ? answers['on time'] + late : 0
  const [head, ...columns] = words.clockColumns
  return [
    words.figures,
    `  ${words.perDay(String(perDay.median), String(perDay.p90))}`,
    ...(most
      ? wrapped(words.most(words.letters(most.letters), nameOf(teller, most.person), day(most.date)), '  ')
      : []),
    `  ${words.daysWithout(percent(daysWithout))}`,
    `  ${words.held(words.letters(held.letters), held.notices)}`,
    `  ${words.reminders(reminders.warning, reminders.missed, reminders.escalation)}`,
    ...(all > 0 ? [`  ${words.inTime(percent((all - late) / all), all - late, all)}`] : []),
    `  ${words.timers(number(figures.timersPerCase, 1), number(figures.transitionsPerCase, 1), number(figures.dollars, 2))}`,
    '',
    `  ${head.padEnd(NAME)}${columns.map((one) => one.padStart(COLUMN)).join('')}`,
    ...[...clocks].map(([name, counts]) => {
      const cells = [counts['on time'], counts.late, counts.cancelled, counts.running, counts.overdue]
      return `  ${clock(name).padEnd(NAME)}${cells.map((one) => String(one).padStart(COLUMN)).join('')}`
    }),
  ]
}
