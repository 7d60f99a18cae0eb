// The texts of one page by language and regime; no other page carries them. Read by respond.
import { wholeOf } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { byRegime } from '../../mail/words/noun.ts'
import { respond as en } from './officials.en.ts'
import { respond as ru } from './officials.ru.ts'
import type { RespondWords } from './officials-shape.ts'

const texts = { ru: byRegime('ru', ru), en: byRegime('en', en) }

export function respondWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): RespondWords {
  return texts[wholeOf(language)][regime]
}
