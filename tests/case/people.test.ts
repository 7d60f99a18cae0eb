// Who is reminded and who stands in for whom, along the line of an organisation and the lists of the control centre.
import { describe, expect, it } from 'vitest'
import { contactOf, nextAfter, organisationOf, peopleOf, remindedOf } from '../../functions/case/people.ts'
import { standing } from '../../regions/vocabulary.ts'
import { littleRegion } from '../little-region.ts'

const person = (id: string) => ({ id, name: id, email: `${id}@little.example` })
const little = littleRegion()
const region = {
  ...little,
  moderators: [...little.moderators, person('moderator-2')],
  municipalities: little.municipalities.map((one) =>
    one.id === 'north' ? { ...one, head: person('head-north') } : one,
  ),
}
const north = { organisation: 'north-office' }
const reminded = (...asked: [Parameters<typeof remindedOf>[3], Parameters<typeof remindedOf>[4], number]) => {
  const { to, contact, insteadOf } = remindedOf(region, region, north, ...asked)
  return [to, contact.id, insteadOf]
}

describe('a reminder', () => {
  it('of the organisation’s clocks asks who stands in the place', () => {
    expect(standing.map((place) => reminded('finalAnswer', place, 0))).toEqual([
      ['responder', 'north-office-responder', undefined],
      ['deputy', 'north-office-deputy', undefined],
      ['supervisor', 'north-office-supervisor', undefined],
      ['head', 'head-north', undefined],
      ['operator', 'operator-1', undefined],
    ])
  })

  it('asks the next in the line where nobody stands, and says for whom', () => {
    const [office] = region.organisations
    const { deputy: _, supervisor: __, ...bare } = office!
    const small = { ...region, organisations: [bare] }
    expect(remindedOf(small, small, north, 'acceptance', 'deputy', 0)).toEqual({
      to: 'head',
      contact: person('head-north'),
      insteadOf: 'deputy',
    })
    const headless = { ...small, municipalities: little.municipalities }
    const atDesk = { to: 'operator', contact: little.operators[0], insteadOf: 'supervisor' }
    expect(remindedOf(headless, headless, north, 'acceptance', 'supervisor', 0)).toEqual(atDesk)
    expect(remindedOf(region, region, {}, 'finalAnswer', 'supervisor', 0)).toEqual(atDesk)
  })

  it('of the desk’s clocks climbs its own list, and stays with the last', () => {
    for (const clock of ['moderation', 'assignment'] as const) {
      const steps = [0, 1, 2].map((step) => reminded(clock, 'deputy', step))
      expect(steps).toEqual([
        ['operator', 'operator-1', undefined],
        ['operator', 'operator-2', undefined],
        ['operator', 'operator-2', undefined],
      ])
    }
  })

  it('of the moderators’ clock climbs theirs, then the desk’s', () => {
    expect([0, 1, 2, 3, 4].map((step) => reminded('answerReview', 'deputy', step).slice(0, 2))).toEqual([
      ['moderator', 'moderator-1'],
      ['moderator', 'moderator-2'],
      ['operator', 'operator-1'],
      ['operator', 'operator-2'],
      ['operator', 'operator-2'],
    ])
  })
})

describe('who stands in for whom a mail did not reach', () => {
  const after = (contact: string, ...unreached: string[]) => {
    const next = nextAfter(region, region, north, contact, unreached)
    return next && [next.to, next.contact.id, next.insteadOf]
  }

  it('is the next of their own line', () => {
    expect(after('north-office-responder')).toEqual(['deputy', 'north-office-deputy', 'responder'])
    expect(after('north-office-deputy')).toEqual(['supervisor', 'north-office-supervisor', 'deputy'])
    expect(after('north-office-supervisor')).toEqual(['head', 'head-north', 'supervisor'])
    expect(after('head-north')).toEqual(['operator', 'operator-1', 'head'])
    expect(after('moderator-1')).toEqual(['moderator', 'moderator-2', 'moderator'])
    expect(after('moderator-2')).toEqual(['operator', 'operator-1', 'moderator'])
    expect(after('operator-1')).toEqual(['operator', 'operator-2', 'operator'])
    expect(after('operator-2')).toEqual(['operator', 'operator-1', 'operator'])
  })

  it('passes over those whom nothing reached', () => {
    expect(after('north-office-responder', 'north-office-deputy', 'north-office-supervisor')).toEqual([
      'head',
      'head-north',
      'responder',
    ])
    expect(after('operator-2', 'operator-1')).toBeUndefined()
  })

  it('is of the desk’s line for who stands in several', () => {
    const both = { ...region, moderators: [little.operators[0]!, ...region.moderators] }
    expect(nextAfter(both, both, north, 'operator-1', [])).toMatchObject({ to: 'operator', insteadOf: 'operator' })
  })

  it('is an operator for who stands in no line of this case', () => {
    expect(after('health-responder')).toEqual(['operator', 'operator-1', undefined])
    expect(nextAfter(region, region, {}, 'north-office-deputy', [])).toEqual({
      to: 'operator',
      contact: little.operators[0],
    })
  })
})

it('people and bodies are found by their names', () => {
  expect(organisationOf(region, 'health')?.id).toBe('health')
  expect(organisationOf(region, undefined)).toBeUndefined()
  expect(peopleOf(region, undefined)).toEqual([])
  const line = ['responder', 'deputy', 'supervisor'].map((place) => `north-office-${place}`)
  expect(peopleOf(region, organisationOf(region, 'north-office')).map(({ id }) => id)).toEqual([...line, 'head-north'])
  expect(peopleOf(region, organisationOf(region, 'health')).map(({ id }) => id)).toEqual(
    ['responder', 'deputy', 'supervisor'].map((place) => `health-${place}`),
  )
  for (const id of [...line, 'head-north', 'health-deputy', 'operator-2', 'moderator-2'])
    expect(contactOf(region, id)?.id).toBe(id)
  expect(contactOf(region, 'nobody')).toBeUndefined()
})
