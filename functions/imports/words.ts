// The words of the pages of tables. Read by imports.
import type { Language } from '../../regions/schema.ts'
import { en } from './words.en.ts'
import { ru } from './words.ru.ts'
import type { ImportWords } from './words-shape.ts'

export const importWords: Readonly<Record<Language, ImportWords>> = { ru, en }
