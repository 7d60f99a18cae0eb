// Finds the mistakes in ready answers that a schema of shapes cannot see: topics that are not there, variables that nobody fills in.
// Called by check.ts.
import { each, expect, groupOf, type Mistake, unknown } from './mistakes.ts'
import type { RegionFile } from './schema.ts'
import { templateVariables } from './vocabulary.ts'

export function checkTemplates(region: RegionFile): Mistake[] {
  const topics = new Set(['*', ...region.topics.flatMap(({ id }) => [id, `${groupOf(id)}.*`])])
  const variables = new Set<string>(templateVariables)
  const known = templateVariables.map((name) => `{${name}}`).join(', ')
  return each(region.templates, 'templates', (template, path) => [
    ...each(template.topics, `${path}.topics`, (id, at) => expect(topics.has(id), at, unknown('topic or group', id))),
    ...Object.entries(template.text).flatMap(([language, text]) =>
      [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([written, name]) =>
        expect(variables.has(name!), `${path}.text.${language}`, `"${written}" is filled in by nobody: take ${known}`),
      ),
    ),
  ])
}
