// The texts of one page by language and regime; no other page carries them. Read by track.
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case, Regime } from '../../case/case.ts'
import { byRegime } from '../../mail/words/noun.ts'
import { track as ce } from './ce.ts'
import { track as en } from './citizens.en.ts'
import { track as ru } from './citizens.ru.ts'
import { inDraft } from './draft.ts'
import type { TrackWords } from './track-shape.ts'

const russian = byRegime('ru', ru)
const texts: Readonly<Record<PageLanguage, Readonly<Record<Regime, TrackWords>>>> = {
  ru: russian,
  en: byRegime('en', en),
  ce: inDraft(russian, ce),
}

export function trackWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): TrackWords {
  return texts[language][regime]
}
