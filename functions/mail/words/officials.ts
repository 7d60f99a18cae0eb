// What officials read in letters, by language and regime. Read by the pages that say the same.
import type { Language } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { OfficialsMailWords } from './shape.ts'

export function officialsMailWords(language: Language, { regime }: Pick<Case, 'regime'>): OfficialsMailWords {
  return { ru, en }[language][regime]
}
