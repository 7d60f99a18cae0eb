// How what is typed into the search is read, and how it travels in an address.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumberIn, isPerson } from '../../functions/console/find.ts'
import { seal, unseal } from '../../functions/console/sealed.ts'

it.each([
  ['95-261123-7K4QF', '95-261123-7K4QF'],
  ['95 261123 7k4qf', '95-261123-7K4QF'],
  ['952611237K4QF', '95-261123-7K4QF'],
  ['95–261123–7К4QF', '95-261123-7K4QF'],
  ['95-261123-OIL00', '95-261123-01100'],
  ['95-261123', undefined],
  ['Садовая, 5', undefined],
])('«%s» is the number %s', (typed, number) => {
  expect(caseNumberIn(typed)).toBe(number)
})

it.each([
  ['z@example.org', true],
  ['+7 (928) 111-22-33', true],
  ['8 928 111 22 33', true],
  ['111-22-33', false],
  ['написал z@example.org', false],
  ['95-261123-7K4QF', false],
])('whether «%s» is a person: %s', (typed, is) => {
  expect(isPerson(typed)).toBe(is)
})

describe('what is sealed', () => {
  const asked = { asked: { q: 'zarema@example.org', from: '2026-03-01' }, after: '95-260302-7K4QF' }

  it('comes back as it was, and reads as nothing', () => {
    const sealed = seal('secret', asked)
    expect(unseal('secret', sealed)).toEqual(asked)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/zarema|example|2603/)
    expect(seal('secret', asked)).not.toBe(sealed)
  })

  it('is nothing to another session, nor after any change', () => {
    const sealed = seal('secret', asked)
    expect(unseal('other', sealed)).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'abcXYZ019_-'), (index, letter) => {
        fc.pre(sealed[index] !== letter)
        expect(unseal('secret', sealed.slice(0, index) + letter + sealed.slice(index + 1))).toBeUndefined()
      }),
    )
    for (const short of ['', 'x', sealed.slice(0, 30), `${sealed}A`]) expect(unseal('secret', short)).toBeUndefined()
  })
})
