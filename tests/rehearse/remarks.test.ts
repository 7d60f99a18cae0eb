// Every remark has a policy that provokes it, and a sound policy provokes none.
import { describe, expect, it } from 'vitest'
import type { Region } from '../../regions/schema.ts'
import { rehearse } from '../../simulation/rehearse/rehearsal.ts'
import type { RemarkKind } from '../../simulation/rehearse/remarks/remark.ts'
import { MANY, remarksOf } from '../../simulation/rehearse/remarks/remarks.ts'
import { said } from '../../simulation/rehearse/remarks/say.ts'
import { tellerOf } from '../../simulation/rehearse/teller.ts'
import { littleRegion } from '../little-region.ts'

const hours = (amount: number) => ({ amount, unit: 'working hours' as const })
const workingDays = (amount: number) => ({ amount, unit: 'working days' as const })
const days = (amount: number) => ({ amount, unit: 'calendar days' as const })
const little = littleRegion()
const { message } = little.policy.terms
const terms = { ...message, acceptance: hours(3), firstResponse: hours(8), finalAnswer: workingDays(5) }
const escalations = [
  { after: hours(1), to: 'deputy' as const },
  { after: hours(6), to: 'supervisor' as const },
]

/** A policy that nothing is to be said of; a test changes what it is about. */
const sound = (policy: Partial<Region['policy']> = {}, more: Partial<Region> = {}): Region => ({
  ...littleRegion({
    terms: { message: terms, statutory: { ...terms, finalAnswer: workingDays(20) } },
    reminders: { warnings: [{ at: 0.6, to: 'responder' }], escalations },
    ...policy,
  }),
  topics: little.topics.map(({ terms: _, ...topic }) => ({ ...topic, important: false })),
  ...more,
})
const withTerms = (changed: Partial<typeof terms>) =>
  sound({ terms: { message: { ...terms, ...changed }, statutory: { ...terms, ...changed } } })

const remarks = (region: Region, cases = 20, first = '2026-03-02') =>
  remarksOf(rehearse(region, { span: { first, days: 21 }, cases, seed: 1 }))

const provoking: Record<RemarkKind, () => Region> = {
  'stand-in': () =>
    sound(
      {},
      {
        organisations: little.organisations.map(({ deputy: _, ...one }, i) => (i === 0 ? one : { ...one, deputy: _! })),
      },
    ),
  'late warning': () => withTerms({ assignment: days(4) }),
  'over before told': () => withTerms({ assignment: days(1) }),
  doubled: () =>
    sound({
      reminders: {
        warnings: [],
        escalations: [
          { after: hours(2), to: 'deputy' },
          { after: hours(2), to: 'deputy' },
        ],
      },
    }),
  'in step': () => withTerms({ acceptance: hours(8) }),
  'out of order': () => withTerms({ finalAnswer: workingDays(1), firstResponse: hours(20) }),
  'many mails': () => sound(),
  provisional: () => sound(),
}

describe('a remark is made', () => {
  it.each(Object.entries(provoking))('%s', (kind, region) => {
    const busy = kind === 'many mails' ? 800 : 20
    const found = remarks(region(), busy, kind === 'provisional' ? '2026-12-21' : undefined)
    const one = found.find((remark) => remark.kind === kind)
    expect(one, found.map((remark) => remark.kind).join()).toBeDefined()
    for (const language of ['ru', 'en'] as const) {
      const text = said(tellerOf(region(), language), one!)
      expect(text).not.toMatch(/undefined|NaN|Invalid/)
      expect(text.length).toBeGreaterThan(60)
    }
  })
})

it('a sound policy is not remarked on', () => {
  expect(remarks(sound())).toEqual([])
})

it('remarks are facts: who stands in, how late, how many', () => {
  const facts = (kind: RemarkKind, cases = 20) => remarks(provoking[kind](), cases).find((one) => one.kind === kind)!
  expect(facts('stand-in')).toMatchObject({
    ...{ wanted: 'deputy', organisations: ['north-office'], of: 3 },
    instead: [{ to: 'supervisor', organisations: 1 }],
  })
  const late = facts('late warning')
  expect(late.kind === 'late warning' && late.written > late.due && late.due > late.startedAt).toBe(true)
  expect(facts('doubled')).toMatchObject({ said: ['escalation', 'escalation'] })
  expect(facts('out of order')).toMatchObject({ clock: 'firstResponse', other: 'finalAnswer' })
  expect(facts('in step')).toMatchObject({ same: true, people: ['responder', 'deputy', 'supervisor'] })
  const many = facts('many mails', 800)
  expect(many.kind === 'many mails' && many.letters).toBeGreaterThan(MANY)
})
