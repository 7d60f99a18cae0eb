// Joins the ready answers that every region has to a region's own; one of the same id stands in their place. Called by load.ts.
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { groupOf } from './mistakes.ts'
import { template, type Template, type Topic } from './schema.ts'
import { only } from './topics.ts'

/** The region's own come first, so that a mistake among them is told where they are written. */
export function joinTemplates(
  own: readonly Template[],
  languages: readonly string[],
  topics: readonly Topic[],
): Template[] {
  const known = new Set(['*', ...topics.flatMap(({ id }) => [id, `${groupOf(id)}.*`])])
  const taken = new Set(own.map(({ id }) => id))
  const common = z.array(template).parse(JSON.parse(readFileSync(new URL('./templates.json', import.meta.url), 'utf8')))
  return [
    ...own,
    ...common
      .map((one) => ({ ...one, topics: one.topics.filter((pattern) => known.has(pattern)) }))
      .filter(({ id, topics: ofRegion }) => !taken.has(id) && ofRegion.length > 0)
      .map((one) => ({ ...one, name: only(one.name, languages), text: only(one.text, languages) })),
  ]
}
