// The rules of every language. Read by the coach.
import type { Language } from '../../../regions/schema.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { Rules } from './shape.ts'

const rules: Readonly<Record<Language, Rules>> = { ru, en }

export function rulesOf(language: Language): Rules {
  return rules[language]
}
