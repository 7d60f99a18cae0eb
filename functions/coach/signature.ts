// Looks for the name of whoever answers: under the answer, or where they name themselves. Called by the coach.
import { has } from './phrases.ts'
import type { Rules } from './rules/shape.ts'
import { sentencesOf, wordsIn } from './sentences.ts'

const INITIALS =
  /(?<!\p{L})\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{L}+|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.(?:\s?\p{Lu}\.)?/u
const FULL = /\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/gu
const LONGEST_LINE = 14

export function isSigned(answer: string, rules: Rules): boolean {
  if (rules.selfNamed.test(answer)) return true
  const lines = answer.split('\n').filter((line) => line.trim())
  const last = lines.length > 1 ? lines.at(-1)! : (sentencesOf(answer, rules).at(-1) ?? '')
  const mostWords = lines.length > 1 ? LONGEST_LINE : LONGEST_LINE / 2
  if (wordsIn(last).length > mostWords) return false
  const named = last.replace(/«[^»]*»|"[^"]*"/g, ' ')
  return (
    INITIALS.test(named) ||
    rules.signedByRole.test(named) ||
    (named.replace(rules.roles, ' ').match(FULL) ?? []).some((name) => !has(name, rules.notNames))
  )
}
