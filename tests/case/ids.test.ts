// A case's number: region, local date, five letters that are read over the telephone.
import { expect, it } from 'vitest'
import { caseIdPattern, letters, newCaseId } from '../../functions/case/ids.ts'

it('is made of region, date and letters by the random bytes', () => {
  const bytes = Uint8Array.from([0, 9, 18, 31, 32 + 20])
  const id = newCaseId('95', '2026-11-23', (count) => bytes.slice(0, count))
  expect(id).toBe('95-261123-09JZM')
  expect(id).toMatch(caseIdPattern)
})

it('uses every letter but those that look or sound like another', () => {
  const all = letters(32, () => Uint8Array.from({ length: 32 }, (_, index) => index))
  expect(all).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
})

it.each(['95-261123-0OJZL', '95-261123-09JZ', '95-261123-09JZMM', 'x95-261123-09JZM', '9-261123-09JZM'])(
  '%s is no number of a case',
  (text) => {
    expect(text).not.toMatch(caseIdPattern)
  },
)
