// The texts of one page by language and regime; no other page carries them. Read by review.
import { wholeOf } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { byRegime } from '../../mail/words/noun.ts'
import { review as en } from './officials.en.ts'
import { review as ru } from './officials.ru.ts'
import type { ReviewWords } from './officials-shape.ts'

const texts = { ru: byRegime('ru', ru), en: byRegime('en', en) }

export function reviewWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): ReviewWords {
  return texts[wholeOf(language)][regime]
}
