// A test case lives like any other and is on nobody's list, whatever happens to it. That it is in no figure, tests/statistics says.
import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worklistEntry } from '../../functions/case/worklist.ts'
import { littleRegion } from '../little-region.ts'
import { assign, CHILD, operator, PARENT, submit } from './commands.ts'
import { live, steps } from './random-case.ts'
import { given, MONDAY } from './story.ts'

const region = littleRegion()

describe('a test case', () => {
  it('lives as a real one does, but that it is in no cluster and on nobody’s list', () => {
    const alone = steps.map((plan) => plan.filter(({ command: { type } }) => !['Merge', 'Join'].includes(type)))
    let listed = 0
    fc.assert(
      fc.property(alone, (plan) => {
        const lived = live(region, true, plan, true)
        const otherwise = live(region, true, plan)
        expect(lived.map(({ after: { test: _, ...state } }) => state)).toEqual(otherwise.map(({ after }) => after))
        expect(lived.every(({ after }) => after.test)).toBe(true)
        expect(lived.flatMap(({ after }) => worklistEntry(after) ?? [])).toEqual([])
        listed += otherwise.filter(({ after }) => worklistEntry(after)).length
      }),
      { numRuns: 250 },
    )
    expect(listed).toBeGreaterThan(50)
  })

  it('ends its words by their own term, wherever words are kept', () => {
    const asking = globSync('functions/**/*.{ts,tsx}').filter((file) =>
      readFileSync(file, 'utf8').includes('personalDataDays'),
    )
    // The one that decides, the page that tells everybody the region's term, and how far back training looks.
    expect(asking.sort()).toEqual([
      'functions/learn/gather.ts',
      'functions/report/about-page.tsx',
      'functions/store/expiry.ts',
    ])
  })

  it('is merged with no other, on neither side', () => {
    const story = given(submit({ test: true }), assign())
    expect(story.says(MONDAY, { type: 'Merge', by: operator, into: PARENT })).toBe('not now')
    expect(story.says(MONDAY, { type: 'Join', by: operator, child: CHILD })).toBe('not now')
  })
})
