// The texts of a rehearsal by language. Read by teller.ts.
import type { Language } from '../../../regions/schema.ts'
import type { Words } from './shape.ts'
import { ru } from './ru.ts'
import { en } from './en.ts'

export const words: Readonly<Record<Language, Words>> = { ru, en }
