// Who of the control centre has a case: everybody their share, a case its person, an absence moves the absent one's cases only.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskFor } from '../../functions/case/desk.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const monday = '2026-03-02T07:00:00.000Z'
const person = (id: string, more: object = {}) => ({ id, name: id, email: `${id}@example.org`, ...more })
const withOperators = (...operators: Region['operators']): Region => ({ ...littleRegion(), operators })
const ids = Array.from(
  { length: 10_000 },
  (_, index) => `99-260302-${index.toString(36).toUpperCase().padStart(5, '0')}`,
)
const first = (region: Region, id: string, at = monday) => deskFor(region, { id }, at).operators[0]!.id
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id))

describe('ten thousand cases', () => {
  it('are spread by share, within three deviations', () => {
    const region = withOperators(...five.slice(0, 4), person('e', { share: 0.5 }))
    const cases = Map.groupBy(ids, (id) => first(region, id))
    for (const { id, share = 1 } of region.operators) {
      const expected = (share / 4.5) * ids.length
      const deviation = Math.sqrt(expected * (1 - share / 4.5))
      expect(Math.abs(cases.get(id)!.length - expected), id).toBeLessThan(3 * deviation)
    }
  })

  it('keep their person when another is away: only the cases of whoever is away move, to all the others', () => {
    const all = withOperators(...five)
    const without = withOperators(
      ...five.map((one) => (one.id === 'c' ? person('c', { away: [{ from: '2026-03-01', to: '2026-03-03' }] }) : one)),
    )
    const moved = ids.filter((id) => first(all, id) !== first(without, id))
    expect(new Set(moved.map((id) => first(all, id)))).toEqual(new Set(['c']))
    expect(new Set(moved.map((id) => first(without, id)))).toEqual(new Set(['a', 'b', 'd', 'e']))
    expect(ids.filter((id) => first(all, id) === 'c')).toEqual(moved)
  })
})

describe('an absence', () => {
  const days = { away: [{ from: '2026-03-02', to: '2026-03-03' }] }
  const alone = withOperators(person('here'), person('away', days))
  const theirs = ids.find((id) => first(withOperators(person('here'), person('away')), id) === 'away')!

  it('is of local days, the first and the last included', () => {
    // The little region is three hours ahead of UTC.
    const at = (instant: string) => first(alone, theirs, instant)
    expect(at('2026-03-01T20:59:59.999Z')).toBe('away')
    expect(at('2026-03-01T21:00:00.000Z')).toBe('here')
    expect(at('2026-03-03T20:59:59.999Z')).toBe('here')
    expect(at('2026-03-03T21:00:00.000Z')).toBe('away')
  })

  it('puts nobody out of the line: who is away comes last, and first where all are', () => {
    expect(deskFor(alone, { id: theirs }, monday).operators.map(({ id }) => id)).toEqual(['here', 'away'])
    expect(first(withOperators(person('away', days)), theirs)).toBe('away')
  })
})

it('an order has everybody once, is the same each time and does not depend on the order of the file', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(five, { minLength: 1 }), fc.constantFrom(...ids.slice(0, 500)), (people, id) => {
      const order = deskFor(withOperators(...people), { id }, monday).operators
      expect([...order].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
        [...people].sort((a, b) => a.id.localeCompare(b.id)),
      )
      expect(deskFor(withOperators(...people.toReversed()), { id }, monday).operators).toEqual(order)
    }),
  )
})

it('operators and moderators are drawn apart: who is both has not the same cases twice', () => {
  const both: Region = { ...littleRegion(), operators: five, moderators: five }
  const same = ids.filter((id) => {
    const { operators, moderators } = deskFor(both, { id }, monday)
    return operators[0] === moderators[0]
  })
  expect(same.length / ids.length).toBeCloseTo(1 / 5, 1)
})
