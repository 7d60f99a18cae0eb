// What officials read in letters, by language and regime. Read by the pages that say the same.
import { wholeOf } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { OfficialsMailWords } from './shape.ts'

export function officialsMailWords(language: PageLanguage, { regime }: Pick<Case, 'regime'>): OfficialsMailWords {
  return { ru, en }[wholeOf(language)][regime]
}
