// Officials appear to integrators by where they stand and whose they are: no name and no id of a person is in what the API says of a case.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseView } from '../../functions/api/case-view.ts'
import type { CaseFile, NoticeRecord } from '../../functions/case/case-file.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { peopleOf, placeOf } from '../../functions/case/people.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import { eventView } from '../../functions/contract/event-view.ts'
import { live, steps } from '../case/random-case.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const contacts = [
  ...region.organisations.flatMap((one) => peopleOf(region, one)),
  ...region.operators,
  ...region.moderators,
]
type Plan = Parameters<typeof live>[2]

/** The case at the end of a life, every notice of it sent. */
function fileAfter(plan: Plan): CaseFile {
  const lived = live(region, true, plan)
  const notices = lived.flatMap(({ after, events, at }) =>
    events.flatMap((event, index) =>
      noticesFor(region, after, event).map(({ recipient, kind }): NoticeRecord => ({
        ...{ seq: after.version - events.length + index + 1, recipient, kind, status: 'sent' },
        ...{ claimedAt: at, endedAt: at, attempts: 1 },
      })),
    ),
  )
  const file = { personal: new Map(), settled: 0, counted: [], fedUpTo: 0 }
  return { ...file, state: lived.at(-1)!.after, events: lived.flatMap(({ events }) => events), notices }
}

const by = {
  system: { role: 'system' },
  responder: { role: 'responder', id: 'north-office-responder' },
  operator: { role: 'operator', id: 'operator-1' },
} as const
const routing: Routing = {
  outcome: 'routed',
  topic: 'roads.pothole',
  municipality: 'north',
  organisation: 'north-office',
  because: [],
}
const extended = [
  { command: { type: 'Route', by: by.system, routing }, minutes: 1 },
  { command: { type: 'RequestExtension', by: by.responder, reason: 'Ждём деталь.' }, minutes: 1 },
  { command: { type: 'GrantExtension', by: by.operator }, minutes: 1 },
] satisfies { command: Unshown; minutes: number }[]

const readAt = '2026-04-01T09:00:00.000Z'

it('whatever happens to a case, no contact of the region’s file is named', () => {
  let read = 0
  fc.assert(
    fc.property(steps, (plan) => {
      const file = fileAfter([...extended, ...plan])
      const said = JSON.stringify(caseView(region, file, readAt))
      read += file.notices.length
      for (const { id, name, email } of contacts)
        for (const personal of [`"${id}"`, name, email]) expect(said).not.toContain(personal)
    }),
  )
  expect(read).toBeGreaterThan(500)
})

it('a notice says where its reader stands, a move of a deadline who granted it', () => {
  const { notices, deadlines } = caseView(region, fileAfter(extended), readAt)
  expect(notices.map(({ kind, recipient, organisation }) => [kind, recipient, organisation])).toEqual([
    ['work', 'responder', 'north-office'],
    ['registered', 'citizen', null],
    ['extension-asked', 'operator', null],
    ['extension-decided', 'responder', 'north-office'],
    ['extended', 'citizen', null],
  ])
  const [move] = deadlines.find(({ clock }) => clock === 'finalAnswer')!.moves
  expect(move).toMatchObject({ kind: 'extension', by: { role: 'operator', organisation: null } })
})

it('whoever stands in several organisations is shown in the one that has the case; who is gone, as an official', () => {
  const [north, south] = region.organisations
  const shared = { ...region, organisations: [{ ...north!, responder: south!.responder }, south!] }
  expect(placeOf(shared, south!.responder.id, south!.id)).toEqual({ role: 'responder', organisation: south!.id })
  expect(placeOf(shared, south!.responder.id, north!.id)).toEqual({ role: 'responder', organisation: north!.id })
  expect(placeOf(region, 'somebody-gone', north!.id)).toEqual({ role: 'official', organisation: null })
})

it('an event says nothing of the person who acted', () => {
  const event = { caseId: '95-260302-AAAAA', seq: 2, type: 'assigned', at: '2026-03-02T07:00:00.000Z' } as const
  const inFeed = { ...event, status: 'assigned', integrator: 'portal', by: 'operator-1' } as const
  expect(eventView(inFeed)).toEqual({
    ...{ id: '95-260302-AAAAA.2', ...event, status: 'assigned', externalId: null },
  })
})
