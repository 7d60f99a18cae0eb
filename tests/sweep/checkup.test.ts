// When the sweep starts a timer, and when it leaves that to the one that has just rung.
import { expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { checkup } from '../../functions/sweep/checkup.ts'
import { accept, assign, more, responder, submit } from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const { policy } = littleRegion()
const automatic = { ...policy.extension.message, grantedBy: 'automatic' as const }
const region = littleRegion({ extension: { ...policy.extension, message: automatic } })

/** Assigned on Monday, 2 March 2026, due on Thursday at 18:00, and extended ten minutes and more before. */
function extended() {
  const story = new Story(region).given('2026-03-02T10:00', submit(), assign(), '2026-03-02T11:00', accept)
  const { due } = story.state.clocks.finalAnswer!
  const { state, events } = story.given(later(due, -11 * 60_000), more)
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
  const file: CaseFile = {
    state,
    settled: 0,
    armedAt: due,
    events,
    personal: new Map(),
    notices,
    counted: [2, 3, 4],
    fedUpTo: events.length,
  }
  expect(next > due).toBe(true)
  const minutes = (count: number) => checkup({ region, file, at: later(due, count * 60_000), children: new Map() })
  expect(minutes(0.2)).toMatchObject({ missing: [], checkAt: later(due, 5 * 60_000) })
  expect(minutes(0.2).arm).toBeUndefined()
  expect(minutes(6).arm).toBe(next)
})
