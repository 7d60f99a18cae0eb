// Finds the places of a ready answer that nobody filled in: words in brackets, as they stand in the region's ready answers or for
// what a case does not say. Other brackets are the writer's own. Called where an answer is read.
import { nameIn } from '../../../regions/names.ts'
import type { Visit } from '../visit.ts'
import { respondWords } from '../words/respond.ts'

const blank = /\[[^[\]\n]+\]/g

export function blanksIn(answer: string, { region, file: { state } }: Pick<Visit, 'region' | 'file'>): string[] {
  const { missing } = respondWords(state.language, state).templates
  const known = new Set([
    ...Object.values(missing).map((name) => `[${name}]`),
    ...region.templates.flatMap(({ text }) => nameIn(text, state.language).match(blank) ?? []),
  ])
  return [...new Set(answer.match(blank))].filter((one) => known.has(one))
}
