// What citizens read in letters, by language and regime. Read by the pages that say the same.
import { inEvery } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import type { CitizensWords } from './citizens-shape.ts'
import { citizens as en } from './citizens.en.ts'
import { citizens as ru } from './citizens.ru.ts'
import { byRegime } from './noun.ts'

const texts = inEvery({ ru: byRegime('ru', ru), en: byRegime('en', en) })

export function citizensMailWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): CitizensWords {
  return texts[language][regime]
}
