// Writes an instant as people of a region read it. Called by pages and letters.
import type { Instant } from './instant.ts'
import type { PageLanguage } from '../../regions/schema.ts'

type Style = 'long' | 'short' | 'day' | 'date' | 'year'
const formats = new Map<string, Intl.DateTimeFormat>()
const day = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false } as const
const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', ...day },
  short: day,
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long' },
  year: { day: 'numeric', month: 'long', year: 'numeric' },
}

/** "понедельник, 2 марта, 13:00" in a zone. */
export function localTime(instant: Instant, timeZone: string, language: PageLanguage): string {
  return written(instant, timeZone, language, 'long')
}

/** "2 марта, 13:00" in a zone. */
export function shortTime(instant: Instant, timeZone: string, language: PageLanguage): string {
  return written(instant, timeZone, language, 'short')
}

/** "2 марта 2029 г." in a zone. */
export function dayAndYear(instant: Instant, timeZone: string, language: PageLanguage): string {
  return written(instant, timeZone, language, 'year')
}

/** "четверг, 12 марта": a local date ("2026-03-12") needs no zone. */
export function localDay(date: string, language: PageLanguage): string {
  return written(`${date}T12:00:00.000Z`, 'UTC', language, 'day')
}

/** "12 марта" of a local date: stands in a sentence where the name of a weekday would have to be bent. */
export function dayOfMonth(date: string, language: PageLanguage): string {
  return written(`${date}T12:00:00.000Z`, 'UTC', language, 'date')
}

/** A format takes a hundred times as long to make as to write with. */
function written(instant: Instant, timeZone: string, language: PageLanguage, style: Style): string {
  const name = `${style} ${language} ${timeZone}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language, { timeZone, ...styles[style] })
  formats.set(name, format)
  return format.format(new Date(instant))
}
