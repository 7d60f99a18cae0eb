// Names what a region's file holds, in the reader's language or in the first the region has. Called by mails and pages.
import type { Language, Region, Texts } from './schema.ts'

export function nameIn(texts: Texts | undefined, language: Language): string {
  return texts?.[language] ?? Object.values(texts ?? {})[0] ?? ''
}

/** The language that `nameIn` finds a name in. */
export function languageIn(texts: Texts | undefined, language: Language): string {
  return texts?.[language] === undefined ? (Object.keys(texts ?? {})[0] ?? language) : language
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
