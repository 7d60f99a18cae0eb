// Finds the mistakes in a policy that a schema of shapes cannot see: exceptions that name nothing or can never decide,
// reminders that never go, digests inside quiet hours. Called by check.ts.
import { each, expect, groupOf, type Mistake, unknown } from './mistakes.ts'
import type { RegionFile } from './schema.ts'

export function checkPolicy(region: RegionFile): Mistake[] {
  return [...exceptions(region), ...reminders(region), ...quietHours(region)]
}

function exceptions(region: RegionFile): Mistake[] {
  const topics = new Set(['*', ...region.topics.flatMap(({ id }) => [id, `${groupOf(id)}.*`])])
  const places = new Set(['*', ...region.municipalities.map(({ id }) => id)])
  const { rules } = region.policy
  return each(rules, 'policy.rules', (rule, path) => {
    const first = rules.findIndex(({ id }) => id === rule.id)
    return [
      ...expect(
        rules[first] === rule,
        `${path}.id`,
        `"${rule.id}" is already the id of policy.rules[${first}]: give each its own`,
      ),
      ...each(rule.topics, `${path}.topics`, (id, at) => expect(topics.has(id), at, unknown('topic or group', id))),
      ...each(rule.municipalities, `${path}.municipalities`, (id, at) =>
        expect(places.has(id), at, unknown('municipality', id)),
      ),
      ...expect(Object.keys(rule.terms).length > 0, `${path}.terms`, 'changes no term: name at least one clock'),
    ]
  })
}

function reminders({ policy: { reminders } }: RegionFile): Mistake[] {
  const { warnings } = reminders
  return warnings.flatMap(({ at }, index) =>
    expect(
      index === 0 || warnings[index - 1]!.at < at,
      `policy.reminders.warnings[${index}].at`,
      'must be later than the one before it',
    ),
  )
}

function quietHours({ policy: { quietHours } }: RegionFile): Mistake[] {
  const { from, to, digestAt } = quietHours
  const quiet = from <= to ? from <= digestAt && digestAt < to : from <= digestAt || digestAt < to
  return expect(!quiet, 'policy.quietHours.digestAt', 'lies in the quiet hours: let the post go after they end')
}
