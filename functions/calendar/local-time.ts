// Writes an instant as people of a region read it. Called by pages and letters.
import type { Instant } from './instant.ts'
import type { Language } from '../../regions/schema.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** "понедельник, 2 марта, 13:00" in a zone. */
export function localTime(instant: Instant, timeZone: string, language: Language): string {
  const name = `${language} ${timeZone}`
  const format = formats.get(name) ?? formatOf(timeZone, language)
  formats.set(name, format)
  return format.format(new Date(instant))
}

/** Takes a hundred times as long as writing with it. */
function formatOf(timeZone: string, language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
}
