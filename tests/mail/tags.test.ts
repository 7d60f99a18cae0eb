// What a mail carries comes back as it was, and SES takes it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { letters } from '../../functions/case/ids.ts'
import { namedIn, tagsFor } from '../../functions/mail/tags.ts'

const caseId = fc
  .tuple(
    fc.integer({ min: 10, max: 999 }),
    fc.integer({ min: 100_000, max: 991_231 }),
    fc.uint8Array({ minLength: 5, maxLength: 5 }),
  )
  .map(([region, date, random]) => `${region}-${date}-${letters(5, () => random)}`)
const notices = fc.array(fc.record({ caseId, seq: fc.integer({ min: 1, max: 999_999 }) }), {
  minLength: 1,
  maxLength: 25,
})
const recipient = fc.constantFrom('citizen', 'operator-1', 'administration-groznyy-deputy')

it('names every notice of a mail in tags that SES takes', () => {
  fc.assert(
    fc.property(recipient, notices, (to, all) => {
      const tags = tagsFor(to, all)
      for (const { Name, Value } of tags)
        for (const text of [Name, Value]) expect(text).toMatch(/^[A-Za-z0-9_-]{1,255}$/)
      expect(new Set(tags.map(({ Name }) => Name)).size).toBe(tags.length)
      const published = Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value]]))
      expect(namedIn({ ...published, 'ses:source-ip': ['192.0.2.1'] })).toEqual({ recipient: to, notices: all })
    }),
  )
})

it.each([
  ['no recipient', { 'notices-1': ['95-260302-AAAAA-1'] }],
  ['no notice', { recipient: ['citizen'] }],
  ['another’s notice', { recipient: ['citizen'], 'notices-1': ['newsletter-7'] }],
  ['half a notice', { recipient: ['citizen'], 'notices-1': ['95-260302-AAAAA'] }],
])('refuses tags with %s', (_, tags) => {
  expect(() => namedIn(tags)).toThrow(/name/)
})
