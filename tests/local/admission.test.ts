// Which requests a gateway lets through: API Gateway's bucket of tokens, and an account's concurrency.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { admitting } from '../../local/admission.ts'

it('lets a burst through, then so many a second, and never more than both allow in any time', () => {
  fc.assert(
    fc.property(
      fc.record({ perSecond: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 50 }) }),
      fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }),
      (throttle, waits) => {
        let now = 1_000
        const gate = admitting(throttle, 1, () => now)
        const letIn: number[] = []
        for (const ms of waits) {
          now += ms
          if (gate.isWithinRate()) letIn.push(now)
        }
        for (const [index, from] of letIn.entries())
          for (const [more, to] of letIn.slice(index).entries())
            expect(more + 1).toBeLessThanOrEqual(throttle.burst + ((to - from) / 1000) * throttle.perSecond + 1e-6)
        now += 1_000_000
        expect(Array.from({ length: throttle.burst + 1 }, () => gate.isWithinRate())).toEqual([
          ...Array.from({ length: throttle.burst }, () => true),
          false,
        ])
      },
    ),
  )
})

it('lets so many be under way, and the next one in when one has left', () => {
  const gate = admitting(undefined, 2, () => 0)
  const first = gate.enter()
  expect([first, gate.enter(), gate.enter()].map((leave) => leave !== undefined)).toEqual([true, true, false])
  first!()
  expect([gate.enter(), gate.enter()].map((leave) => leave !== undefined)).toEqual([true, false])
  expect(gate.isWithinRate()).toBe(true)
})
