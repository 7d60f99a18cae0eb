// The texts of letters by language. Read by letters.ts, digest.ts and the pages that quote a letter.
import type { Language } from '../../../regions/schema.ts'
import type { Words } from './shape.ts'
import { ru } from './ru.ts'
import { en } from './en.ts'

export const words: Readonly<Record<Language, Words>> = { ru, en }
