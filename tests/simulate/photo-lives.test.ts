// Lives of cases with photos and an endpoint of webhooks: files and messages come twice, late, out of order or not at all, functions end
// in the middle. CI lives a thousand by `npm run simulate`; here it is fewer of other seeds, and the proof that faults are found.
import { expect, it } from 'vitest'
import { Findings } from '../../simulation/simulate/findings.ts'
import { photoViolations, playPhotos } from '../../simulation/simulate/photo-lives.ts'
import { playedRegions } from '../../simulation/simulate/regions.ts'
import { verify } from '../../simulation/simulate/verify/verify.ts'
import type { Redrawing } from '../../simulation/world/photo-processes.ts'

const regions = playedRegions()

/** Lives some cases, or as many as it takes to break a rule. */
function lives(first: number, count: number, manner?: Redrawing, rule?: string): Findings {
  const findings = new Findings()
  for (let seed = first; seed < first + count; seed += 1) {
    const life = playPhotos({ seed, regions, ...(manner && { manner }) })
    findings.add(seed, life, [...verify(life.accounts), ...photoViolations(life)])
    if (rule && findings.broken.has(rule)) break
  }
  return findings
}

it('no photo is shown before it was drawn, none stays that was taken off or erased, and each event arrives', () => {
  const findings = lives(2_000_000, 100)
  expect([...findings.broken], findings.lines.join('\n')).toEqual([])
  for (const what of ['photo_added', 'photo_removed', 'erased']) expect(findings.lines[1]).toContain(what)
  for (const what of ['lost message', 'double message', 'reordered messages', 'crash', 'refused mail'])
    expect(findings.lines[3]).toContain(what)
})

it.each<[Redrawing, string]>([
  ['forgetful', 'what was taken off or erased is gone from the bucket'],
  ['hasty', 'no photo is shown before it was drawn anew'],
])('redraw that is %s is found', (manner, rule) => {
  expect(lives(1, 600, manner, rule).broken).toContain(rule)
})
