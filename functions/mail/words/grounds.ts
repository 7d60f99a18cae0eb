// Why a message is closed without an answer, and what its writer can do now. Read by letters and by the pages that say the same.
import { inEvery } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { grounds as en } from './grounds.en.ts'
import { grounds as ru } from './grounds.ru.ts'
import type { Grounds } from './grounds-shape.ts'
import { byRegime } from './noun.ts'

const texts = inEvery({ ru: byRegime('ru', ru), en: byRegime('en', en) })

export function groundWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): Grounds {
  return texts[language][regime]
}
