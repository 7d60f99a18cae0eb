// docs/api.md names what the API has: every event type of the feed, and every status.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fedTypes } from '../../functions/case/feed.ts'
import { statuses } from '../../functions/case/statuses.ts'

it.each([
  ['event type', fedTypes],
  ['status', statuses],
])('docs/api.md names every %s', (_, names) => {
  const named = new Set([...readFileSync('docs/api.md', 'utf8').matchAll(/`(\w+)`/g)].map(([, name]) => name))
  expect(names.filter((name) => !named.has(name))).toEqual([])
})
