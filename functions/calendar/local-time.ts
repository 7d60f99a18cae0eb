// Writes an instant as people of a region read it. Called by pages and letters.
import type { Instant } from './instant.ts'
import type { Language } from '../../regions/schema.ts'

/** "понедельник, 2 марта, 13:00" in a zone. */
export function localTime(instant: Instant, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))
}
