// Who is written to in the place of a responder: by the day of the event, along the line of their organisation.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { remindedOf } from '../../functions/case/people.ts'
import { standInOf } from '../../functions/case/stand-in.ts'
import type { Contact, Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { responder, system } from './commands.ts'
import { event } from './expected.ts'
import { caseId, utc } from './story.ts'

const north = { organisation: 'north-office' } as const
const at = '2026-03-03T07:00:00Z'
const away = [{ from: '2026-03-02', to: '2026-03-04' }]
type Post = 'responder' | 'deputy' | 'supervisor'

/** The little region with some of its first organisation changed. */
function with_(change: Partial<Record<Post, Partial<Contact>>>): Region {
  const region = littleRegion()
  const [first, ...rest] = region.organisations
  const changed = { ...first! }
  for (const [post, more] of Object.entries(change)) changed[post as Post] = { ...first![post as Post]!, ...more }
  return { ...region, organisations: [changed, ...rest] }
}
const standIn = (change: Parameters<typeof with_>[0], contact: string, day = at) =>
  standInOf(with_(change), north, contact, day)

describe('whoever stands in', () => {
  it.each([
    ['nobody is away', {}, 'responder', 'north-office-responder'],
    ['the responder is away', { responder: { away } }, 'responder', 'north-office-deputy'],
    ['their deputy, too', { responder: { away }, deputy: { away } }, 'responder', 'north-office-supervisor'],
    [
      'all are away',
      { responder: { away }, deputy: { away }, supervisor: { away } },
      'responder',
      'north-office-responder',
    ],
    ['another is away', { deputy: { away } }, 'responder', 'north-office-responder'],
    ['the responder left', { responder: { id: 'successor' } }, 'responder', 'successor'],
    [
      'they left, and the successor is away',
      { responder: { id: 'successor', away } },
      'responder',
      'north-office-deputy',
    ],
  ] as const)('where %s', (_, change, post, expected) => {
    expect(standIn(change, `north-office-${post}`)).toBe(expected)
  })

  it('is found by the local day, its first and its last included', () => {
    const days = ['2026-03-01T20:59:59Z', '2026-03-01T21:00:00Z', '2026-03-04T20:59:59Z', '2026-03-04T21:00:00Z']
    expect(days.map((day) => standIn({ responder: { away } }, 'north-office-responder', day))).toEqual([
      'north-office-responder',
      'north-office-deputy',
      'north-office-deputy',
      'north-office-responder',
    ])
  })

  it('of an organisation that is there no more is the contact itself', () => {
    expect(standInOf(littleRegion(), { organisation: 'gone' }, 'somebody', at)).toBe('somebody')
  })
})

describe('a reminder', () => {
  const reminded = (change: Parameters<typeof with_>[0], instant?: string) => {
    const region = with_(change)
    const { to, contact, insteadOf } = remindedOf(region, region, north, 'finalAnswer', 'responder', 0, instant)
    return [to, contact.id, insteadOf]
  }

  it('goes past whoever is away, and says in whose place', () => {
    expect(reminded({ responder: { away } }, at)).toEqual(['deputy', 'north-office-deputy', 'responder'])
    expect(reminded({ responder: { away }, deputy: { away } }, at)).toEqual([
      'supervisor',
      'north-office-supervisor',
      'responder',
    ])
  })

  it('goes to whoever it is for where all are away, or no day is asked about', () => {
    const own = ['responder', 'north-office-responder', undefined]
    expect(reminded({ responder: { away }, deputy: { away }, supervisor: { away } }, at)).toEqual(own)
    expect(reminded({ responder: { away } })).toEqual(own)
  })
})

describe('a notice', () => {
  const held: Case = {
    ...initialCase(caseId),
    ...{ status: 'rework', reach: 'email', organisation: 'north-office', responder: 'north-office-responder' },
    assignment: 2,
  }
  const told = (change: Parameters<typeof with_>[0], of: CaseEvent, state = held) =>
    noticesFor(with_(change), state, of).map(({ recipient, kind, link }) => `${recipient} ${kind} ${link}`)
  const local = '2026-03-03T10:00'
  const returned = event('answer_returned', local, system, { reason: 'Когда именно?' })

  it('that asks the responder for something asks whoever stands in for them', () => {
    expect(told({}, returned)).toEqual(['north-office-responder returned respond'])
    expect(told({ responder: { away } }, returned)).toEqual(['north-office-deputy returned respond'])
    expect(told({ responder: { id: 'successor' } }, returned)).toEqual(['successor returned respond'])
  })

  it('of somebody’s own act stays theirs', () => {
    const by = responder
    const asked = event('clarification_asked', local, by, { question: 'Где?', messageId: 'M1' } as never)
    expect(told({ responder: { away } }, asked).filter((line) => line.includes('receipt'))).toEqual([
      'north-office-responder receipt respond',
    ])
  })

  it('of a case that was taken goes to nobody who is in the directory no more', () => {
    const lost = { organisation: 'south-office', responder: 'south-office-responder' }
    const more = {
      ...{ organisation: 'north-office', responder: held.responder!, topic: 'roads.pothole' },
      first: false,
    }
    const assigned = event('assigned', local, system, { ...more, because: [], lost })
    const losers = (of: CaseEvent) => told({}, of).filter((line) => line.includes('taken'))
    expect(losers(assigned)).toEqual(['south-office-responder taken respond'])
    expect(losers({ ...assigned, lost: { ...lost, responder: 'left-long-ago' } } as CaseEvent)).toEqual([])
    expect(utc(local)).toBe(at.replace('Z', '.000Z'))
  })
})
