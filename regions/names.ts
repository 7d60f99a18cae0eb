// Names what a region's file holds, in the reader's language or in the first the region has. Called by mails and pages.
import { marked, wholeOf } from './languages.ts'
import type { PageLanguage, Region, Texts } from './schema.ts'

export function nameIn(texts: Texts | undefined, language: PageLanguage): string {
  const own = texts?.[language]
  if (own !== undefined) return own
  const other = Object.values(texts ?? {})[0] ?? ''
  return wholeOf(language) === language ? other : marked(other)
}

/** The language that `nameIn` finds a name in. */
export function languageIn(texts: Texts | undefined, language: PageLanguage): string {
  return texts?.[language] === undefined ? (Object.keys(texts ?? {})[0] ?? language) : language
}

export function topicName(region: Region, id: string | undefined, language: PageLanguage): string {
  return nameIn(region.topics.find((one) => one.id === id)?.name, language)
}

export function placeName(region: Region, id: string | undefined, language: PageLanguage): string {
  return nameIn(region.municipalities.find((one) => one.id === id)?.name, language)
}

export function organisationName(region: Region, id: string | undefined, language: PageLanguage): string {
  return nameIn(region.organisations.find((one) => one.id === id)?.name, language)
}
