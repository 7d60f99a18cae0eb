// When the sweep starts a timer, and when it leaves that to the one that has just rung.
import { expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { checkup } from '../../functions/sweep/checkup.ts'
import { littleRegion } from '../little-region.ts'

const { policy } = littleRegion()
const automatic = { ...policy.extension.message, grantedBy: 'automatic' as const }
const region = littleRegion({ extension: { ...policy.extension, message: automatic } })
const responder = { role: 'responder', id: 'north-office-responder' } as const

/** Assigned on Monday, 2 March 2026, due on Thursday at 18:00, and extended ten minutes and more before. */
function extended(): { state: Case; events: CaseEvent[]; due: string } {
  let state = initialCase('99-260302-AAAAA')
  const events: CaseEvent[] = []
  const give = (at: string, command: Unshown) => {
    const decision = decide(state, givenNow(state, command), at, region)
    if ('refused' in decision) throw new Error(decision.refused)
    events.push(...decision.events)
    state = decision.events.reduce(evolve, state)
  }
  const message = { messageId: 'M1', channel: 'form', regime: 'message', language: 'ru', reach: 'email' } as const
  const place = { organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' }
  give('2026-03-02T07:00:00.000Z', { type: 'Submit', by: { role: 'citizen' }, ...message })
  give('2026-03-02T07:00:00.000Z', { type: 'Assign', by: { role: 'operator', id: 'operator-1' }, ...place })
  give('2026-03-02T08:00:00.000Z', { type: 'Accept', by: responder })
  const { due } = state.clocks.finalAnswer!
  give(later(due, -11 * 60_000), { type: 'RequestExtension', by: responder, reason: 'Ждём деталь.' })
  return { state, events, due }
}

it('leaves the next timer to the tick of one that has just rung, and looks again when that should have come', () => {
  const { state, events, due } = extended()
  const next = state.clocks.finalAnswer!.due
  const notices = events.flatMap((event, index) =>
    event.type === 'received' || event.type === 'accepted'
      ? []
      : ['citizen', responder.id].map((recipient) => ({
          ...{ seq: index + 1, recipient, kind: 'any', status: 'sent' as const, claimedAt: event.at, attempts: 1 },
        })),
  )
  const file: CaseFile = { state, settled: 0, armedAt: due, events, personal: new Map(), notices, counted: [2, 3, 4] }
  expect(next > due).toBe(true)
  const minutes = (count: number) => checkup({ region, file, at: later(due, count * 60_000), children: new Map() })
  expect(minutes(0.2)).toMatchObject({ missing: [], checkAt: later(due, 5 * 60_000) })
  expect(minutes(0.2).arm).toBeUndefined()
  expect(minutes(6).arm).toBe(next)
})
