// How right the coach is, by the labelled set: the table of docs/coach.md is this one.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judge, tableOf } from './measure.ts'

const both = (part: 'seen' | 'held-out') => [...judge(part, 'ru'), ...judge(part, 'en')]

test('precision and recall stand in the docs as they are', () => {
  const table = tableOf({ '100 seen': both('seen'), '50 held out': both('held-out') })
  expect(readFileSync('docs/coach.md', 'utf8')).toContain(table)
})
