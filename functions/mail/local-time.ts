// An instant as people of the region read it: weekday, day, month, time, and which zone's.
import type { Language } from '../../regions/schema.ts'

/** "понедельник, 2 марта, 13:00 (МСК)" for an ISO instant. */
export function localTime(iso: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    hour12: false,
  }).format(new Date(iso))
}
