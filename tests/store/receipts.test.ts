// The receipts of a case: a command is known for sixteen days to the second, and forgotten then.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { newCase } from '../../functions/store/load.ts'
import { isCarriedOut, withReceipt } from '../../functions/store/receipts.ts'
import { monday } from './lives.ts'

const DAY = 86_400_000
const SECOND = 1_000

it('knows each command for sixteen days, whatever came after it, and keeps nothing longer', () => {
  const name = fc.oneof(fc.stringMatching(/^[0-9A-Z]{16}$/), fc.constantFrom('__proto__', 'constructor', 'photo-1'))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ name, day: fc.nat({ max: 40 }) }), {
        selector: ({ name: one }) => one,
        maxLength: 12,
      }),
      fc.nat({ max: 60 }),
      (given, day) => {
        const ordered = given.toSorted((one, other) => one.day - other.day)
        const receipts = ordered.reduce<ReturnType<typeof withReceipt>>(
          (kept, one) => withReceipt(kept, one.name, later(monday, one.day * DAY)),
          undefined,
        )
        const stored = { ...newCase('99-260302-AAAAA'), ...(receipts && { receipts }) }
        const now = later(monday, Math.max(day, ordered.at(-1)?.day ?? 0) * DAY)
        const known = ordered.filter((one) => isCarriedOut(stored, one.name, now)).map((one) => one.name)
        const young = ordered.filter((one) => Date.parse(now) - Date.parse(monday) <= (one.day + 16) * DAY)
        expect(known).toEqual(young.map((one) => one.name))
        expect(Object.keys(withReceipt(receipts, undefined, now) ?? {}).toSorted()).toEqual(known.toSorted())
      },
    ),
  )
})

it('is over a second after', () => {
  const stored = { ...newCase('99-260302-AAAAA'), receipts: withReceipt(undefined, 'c1', monday)! }
  const at = (ms: number) => isCarriedOut(stored, 'c1', later(monday, 16 * DAY + ms))
  expect([at(0), at(SECOND), isCarriedOut(stored, 'c2', monday)]).toEqual([true, false, false])
  expect(withReceipt(undefined, undefined, monday)).toBeUndefined()
})
