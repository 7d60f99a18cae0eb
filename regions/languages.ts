// The languages there are words in. A whole one says everything: pages, mails, the API. A draft one says some of what citizens read
// on pages, in words that a native speaker has yet to check; what it lacks is said in the language it falls back to
// (functions/web/words/drafts.ts). Read by schema.ts, by names.ts, by the edge and by the words.
export const languages = ['ru', 'en'] as const
export const draftLanguages = ['ce'] as const

/** Of a case, of a mail, of an official: whole. */
export type Language = (typeof languages)[number]
export type DraftLanguage = (typeof draftLanguages)[number]
/** Of a page. */
export type PageLanguage = Language | DraftLanguage

export const FALLBACK: Language = 'ru'

/** The language itself where it is whole, else the one it falls back to. */
export function wholeOf(language: PageLanguage): Language {
  return languages.find((one) => one === language) ?? FALLBACK
}

export type ByLanguage<T> = Record<PageLanguage, T>

/** Every table of words that whole languages have, for drafts to be filled in where pages speak them. */
export const tables: ByLanguage<unknown>[] = []

/** Words by the language of a page; a draft one says what it falls back to, until it is filled in. */
export function inEvery<T>(said: Readonly<Record<Language, T>>): Readonly<ByLanguage<T>> {
  const drafts = Object.fromEntries(draftLanguages.map((one) => [one, said[FALLBACK]])) as Record<DraftLanguage, T>
  const table = { ...said, ...drafts }
  tables.push(table)
  return table
}

/** A text of the language that drafts fall back to, between two signs that nobody types (Unicode, private use): its page says in which language it is. */
export function marked(text: string): string {
  return text && `\ue000${text}\ue001`
}
