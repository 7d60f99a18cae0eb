// The texts of pages by language and regime. Read by every page.
import { type ByLanguage, inEvery } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { Words } from './shape.ts'

/** Where no case is meant. */
export const words: ByLanguage<Words> = inEvery({ ru: ru.message, en: en.message })
export const ofAppeals: ByLanguage<Words> = inEvery({ ru: ru.statutory, en: en.statutory })

/** What is said of a case. */
export function wordsFor(language: PageLanguage, { regime }: Pick<Case, 'regime'>): Words {
  return (regime === 'message' ? words : ofAppeals)[language]
}
