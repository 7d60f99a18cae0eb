// Names and times as people of the region read them.
import type { Language, Region, Texts } from '../../regions/schema.ts'

/** A text in a language, or in the first the region has it in. */
export function nameIn(texts: Texts | undefined, language: Language): string {
  return texts?.[language] ?? Object.values(texts ?? {})[0] ?? ''
}

/** "понедельник, 2 марта, 13:00" in the region's zone, for an ISO instant. */
export function localTime(region: Region, iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: region.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso))
}

export function topicName(region: Region, id: string | undefined, language: Language): string {
  return nameIn(region.topics.find((one) => one.id === id)?.name, language)
}

export function placeName(region: Region, id: string | undefined, language: Language): string {
  return nameIn(region.municipalities.find((one) => one.id === id)?.name, language)
}

export function organisationName(region: Region, id: string | undefined, language: Language): string {
  return nameIn(region.organisations.find((one) => one.id === id)?.name, language)
}
