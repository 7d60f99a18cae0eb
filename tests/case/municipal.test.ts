// What a municipal centre may decide: nothing unless the region's file says so, and then of its own municipality and its own organisations alone.
// Played over every case and every command, against a rule that is written down here once more.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { isOfCentre, municipalitiesOf } from '../../functions/case/municipal.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { staffOf } from '../../functions/case/staff.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import {
  answer,
  approve,
  assign,
  ask,
  merge,
  municipal,
  note,
  reject,
  reopen,
  route,
  sendBack,
  submit,
} from './commands.ts'
import { Story } from './story.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@little.example` })
const regionWith = (policy: Region['policy']['municipal']): Region => ({
  ...littleRegion({ municipal: policy }),
  municipals: [{ ...person('centre-north'), municipality: 'north' }],
})
const flags = fc.record({ assigns: fc.boolean(), moderates: fc.boolean() })
const places = ['north', 'south', undefined] as const
const bodies = ['north-office', 'south-office', 'health'] as const

describe('a municipal centre', () => {
  it('gives cases of its place to its own organisations, and checks what they answer, where the region lets it', () => {
    const plan = fc.record({
      flags,
      place: fc.constantFrom(...places),
      holder: fc.constantFrom(...bodies, undefined),
      to: fc.constantFrom(...bodies),
      moved: fc.constantFrom(...places),
      what: fc.constantFrom('assign', 'approve', 'return', 'note', 'publish'),
    })
    fc.assert(
      fc.property(plan, ({ flags: policy, place, holder, to, moved, what }) => {
        const commands: Record<typeof what, Unshown> = {
          assign: { ...assign(), organisation: to, by: municipal, ...(moved && { municipality: moved }) },
          approve: { ...approve, by: municipal },
          publish: { ...approve, by: municipal, publish: { as: 'p1', question: 'Яма.', text: 'Засыпана.' } },
          return: { ...sendBack, by: municipal },
          note: { ...note, by: municipal },
        }
        if (!moved) delete (commands.assign as { municipality?: string }).municipality
        const state = {
          ...new Story().state,
          ...(place && { municipality: place }),
          ...(holder && { organisation: holder }),
        }
        const ours = holder === 'north-office'
        const expected = {
          assign:
            policy.assigns && place === 'north' && moved !== 'south' && (ours || !holder) && to === 'north-office',
          approve: policy.moderates && ours,
          publish: false,
          return: policy.moderates && ours,
          note: (policy.assigns || policy.moderates) && (place === 'north' || ours),
        }
        expect(isOfCentre(regionWith(policy), state, givenNow(state, commands[what]))).toBe(expected[what])
      }),
      { numRuns: 500 },
    )
  })

  it('does nothing else, whatever the region says', () => {
    const story = new Story(regionWith({ assigns: true, moderates: true })).given(submit(), route)
    for (const command of [reject, ask, merge, answer(), reopen] as Unshown[])
      expect(decide(story.state, givenNow(story.state, { ...command, by: municipal }), story.at, story.region)).toEqual(
        {
          refused: 'not yours',
        },
      )
  })

  it('acts by the decider, under its own name', () => {
    const story = new Story(regionWith({ assigns: true, moderates: true })).given(submit(), route, answer())
    story.given({ ...sendBack, by: municipal }, answer(), { ...approve, by: municipal })
    expect(story.state.status).toBe('resolved')
    expect(story.last).toMatchObject({ type: 'answer_approved', by: municipal })
  })

  it('is its people, and the head of the municipality', () => {
    const region = regionWith({ assigns: true, moderates: false })
    const headed = {
      ...region,
      municipalities: region.municipalities.map((one) => (one.id === 'south' ? { ...one, head: person('head') } : one)),
    }
    expect(['centre-north', 'head', 'operator-1'].map((id) => municipalitiesOf(headed, id))).toEqual([
      ['north'],
      ['south'],
      [],
    ])
    const deciding = (where: Region) =>
      staffOf(where).flatMap(({ contact, decidesOwn }) => (decidesOwn ? [contact.id] : []))
    expect(deciding(headed)).toEqual(['centre-north', 'head'])
    expect(deciding(regionWith({ assigns: false, moderates: false }))).toEqual([])
  })
})
