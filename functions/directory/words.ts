// The words of the directory's pages, by language. Read by them.
import type { Language } from '../../regions/schema.ts'
import { en } from './words.en.ts'
import { ru } from './words.ru.ts'
import type { DirectoryWords } from './words-shape.ts'

export const directoryWords: Readonly<Record<Language, DirectoryWords>> = { ru, en }
