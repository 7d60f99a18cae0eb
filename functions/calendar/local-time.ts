// An instant as people of a region read it.
import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../regions/schema.ts'

/** "понедельник, 2 марта, 13:00" in a zone, for an ISO instant. */
export function localTime(iso: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso))
}

/** The time of day at an instant (ms) in a zone, "08:30". */
export function localClock(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}
