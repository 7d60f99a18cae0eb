// The texts of pages of links that no longer act, by language and regime; no other page carries them. Read by lapsed-page.tsx.
import { wholeOf } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { byRegime } from '../../mail/words/noun.ts'
import { lapsed as en } from './officials.en.ts'
import { lapsed as ru } from './officials.ru.ts'
import type { LapsedWords } from './officials-shape.ts'

const texts = { ru: byRegime('ru', ru), en: byRegime('en', en) }

export function lapsedWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): LapsedWords {
  return texts[wholeOf(language)][regime]
}
