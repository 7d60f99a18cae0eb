// Tells in which language a message was written. Pure. Called by hear, and by the pages of comments.
import type { Language, Region } from '../../regions/schema.ts'

/** In which of the region's languages a text is. */
export function languageOf({ languages }: Pick<Region, 'languages'>, text: string): Language {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const likely: Language = count(/[а-яё]/gi) >= count(/[a-z]/gi) ? 'ru' : 'en'
  return languages.find((one) => one === likely) ?? languages[0]!
}
