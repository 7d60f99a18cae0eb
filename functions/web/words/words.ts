// The texts of pages by language and regime. Read by every page.
import type { Language } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { Words } from './shape.ts'

/** Where no case is meant. */
export const words: Readonly<Record<Language, Words>> = { ru: ru.message, en: en.message }

/** What is said of a case. */
export function wordsFor(language: Language, { regime }: Pick<Case, 'regime'>): Words {
  return { ru, en }[language][regime]
}
