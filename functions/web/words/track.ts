// The texts of one page by language and regime; no other page carries them. Read by track.
import type { Language } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { byRegime } from '../../mail/words/noun.ts'
import { track as en } from './citizens.en.ts'
import { track as ru } from './citizens.ru.ts'
import type { TrackWords } from './track-shape.ts'

const texts = { ru: byRegime('ru', ru), en: byRegime('en', en) }

export function trackWords(language: Language, { regime }: Pick<Case, 'regime'>): TrackWords {
  return texts[language][regime]
}
