// The simulator's account of the real thing: the stack as synthesized and the functions as bundled, on a clock that is moved,
// with clocks stopped, functions killed, deliveries repeated and a stream that stands still. `npm run simulate -- --engine`
// lives a hundred cases; here are a few.
import { expect, inject, it } from 'vitest'
import { engineLines } from '../../simulation/simulate/engine/lines.ts'
import { liveOnEngine } from '../../simulation/simulate/engine/live.ts'

it('no case on the local engine breaks a rule, whatever trouble comes', async () => {
  const progress = () => ({ step() {}, stop() {} })
  const plan = {
    cases: 10,
    days: 1.5,
    restDays: 0.75,
    stepMinutes: 10,
    seed: 5,
    assembly: inject('assembly'),
    progress,
  }
  const findings = await liveOnEngine(plan)
  expect(findings.violations, engineLines(findings).join('\n')).toEqual([])
  expect(findings.events).toBeGreaterThan(60)
  for (const trouble of ['lost timer', 'crash', 'double message', 'stream outage'] as const)
    expect(findings.troubles.get(trouble), trouble).toBeGreaterThan(0)
})
