// The texts of pages by language. Read by every page.
import type { Language } from '../../../regions/schema.ts'
import type { Words } from './shape.ts'
import { ru } from './ru.ts'
import { en } from './en.ts'

export const words: Readonly<Record<Language, Words>> = { ru, en }
