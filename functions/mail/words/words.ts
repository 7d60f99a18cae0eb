// The texts of letters by language and regime. Read by the letters.
import type { Language } from '../../../regions/schema.ts'
import type { Case, Regime } from '../../case/case.ts'
import { citizensMailWords } from './citizens.ts'
import { officialsMailWords } from './officials.ts'
import type { Words } from './shape.ts'

/** Where no case is meant. */
export const words: Readonly<Record<Language, Words>> = { ru: both('ru', 'message'), en: both('en', 'message') }
const ofAppeals: typeof words = { ru: both('ru', 'statutory'), en: both('en', 'statutory') }

/** What is said of a case. */
export function wordsFor(language: Language, { regime }: Pick<Case, 'regime'>): Words {
  return (regime === 'message' ? words : ofAppeals)[language]
}

function both(language: Language, regime: Regime): Words {
  const citizens = citizensMailWords(language, { regime })
  const officials = officialsMailWords(language, { regime })
  return { ...officials, citizens, kinds: { ...officials.kinds, ...citizens.kinds } }
}
