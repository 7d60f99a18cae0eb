// The texts of letters by language and regime. Read by the letters.
import type { Language } from '../../../regions/schema.ts'
import type { Case, Regime } from '../../case/case.ts'
import { citizensMailWords } from './citizens.ts'
import { en } from './letters.en.ts'
import { ru } from './letters.ru.ts'
import { officialsMailWords } from './officials.ts'
import type { OfficialKind } from './officials-shape.ts'
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
  const { own, bodies, ...letters } = { ru, en }[language][regime]
  const { headings } = officials.official
  const kinds = Object.fromEntries(
    Object.entries(bodies).map(([kind, body]) => [kind, { heading: headings[kind as OfficialKind], ...body }]),
  ) as Pick<Words['kinds'], OfficialKind>
  const official = { ...officials.official, ...own }
  return { ...officials, ...letters, official, citizens, kinds: { ...kinds, ...citizens.kinds } }
}
