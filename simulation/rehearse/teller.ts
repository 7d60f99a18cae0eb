// What every part of the account needs to speak to its readers: their language, the region's local time and its names.
// Made by account.ts.
import { words as pageWords } from '../../functions/web/words/words.ts'
import type { ClockName, Language, Region, Term } from '../../regions/schema.ts'
import { words } from './words/words.ts'
import type { Words } from './words/shape.ts'

export interface Teller {
  readonly region: Region
  readonly language: Language
  readonly words: Words
  /** "пн 02.03, 13:00", for an instant (ms). */
  readonly when: (instant: number) => string
  /** "13:00". */
  readonly time: (instant: number) => string
  /** "пн 02.03", for a local date. */
  readonly day: (date: string) => string
  readonly term: (term: Term) => string
  readonly clock: (name: ClockName) => string
}

export function tellerOf(region: Region, language: Language): Teller {
  const format = (options: Intl.DateTimeFormatOptions, timeZone = region.timeZone) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone })
  const dayParts = { weekday: 'short', day: '2-digit', month: language === 'en' ? 'short' : '2-digit' } as const
  const days = format(dayParts)
  const dates = format(dayParts, 'UTC')
  const times = format({ hour: '2-digit', minute: '2-digit' })
  const plain = (text: string) => text.replace(',', '')
  const time = (instant: number) => times.format(instant)
  const { units, clocks } = pageWords[language]
  return {
    ...{ region, language, words: words[language], time },
    when: (instant) => `${plain(days.format(instant))} ${time(instant)}`,
    day: (date) => plain(dates.format(Date.parse(date))),
    term: ({ amount, unit }) => units[unit](amount),
    clock: (name) => clocks[name],
  }
}
