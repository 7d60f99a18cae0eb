// A changed rule or calendar reaches a running case by an event that names what moved.
import { describe, expect, it } from 'vitest'
import { wouldMove } from '../../../functions/case/stages/rescheduling.ts'
import { littleRegion } from '../../little-region.ts'
import { accept, ask, operator, reschedule, route, submit, tick } from '../commands.ts'
import { event, move, rested } from '../expected.ts'
import { given, MONDAY, type Story, utc } from '../story.ts'

const { terms } = littleRegion().policy
const longer = (amount: number) =>
  littleRegion({
    version: '99-test.2',
    terms: { ...terms, message: { ...terms.message, finalAnswer: { amount, unit: 'working days' } } },
  })
const within = (region: Story['region'], story: Story) => Object.assign(story, { region })
const working = () => given(submit(), route, accept)
const TUESDAY = '2026-03-03T10:00'
const rule = (amount: number) => ({ amount, version: '99-test.2' })

describe('Reschedule', () => {
  it('moves what the rules of today put elsewhere, from its own start', () => {
    within(longer(5), working())
      .when(TUESDAY, reschedule)
      .then([
        event(
          'rescheduled',
          TUESDAY,
          operator,
          {
            reason: 'Новые сроки.',
            version: '99-test.2',
            moved: [{ clock: 'finalAnswer', from: utc('2026-03-05T18:00'), to: utc('2026-03-10T18:00') }],
          },
          [move('finalAnswer', MONDAY, { due: '2026-03-10T18:00', rule: rule(5) })],
        ),
      ])
  })

  it('says nothing where nothing moves', () => {
    working().when(TUESDAY, reschedule).then([])
    within(longer(3), working()).when(TUESDAY, reschedule).then([])
  })

  it('needs a reason', () => {
    working()
      .when(TUESDAY, { ...reschedule, reason: ' ' })
      .then('empty text')
  })

  it('keeps the pause a clock is in', () => {
    const paused = within(longer(5), working().given(TUESDAY, ask)).given(reschedule)
    expect(paused.state.clocks.finalAnswer).toMatchObject({
      due: utc('2026-03-10T18:00'),
      moves: [rested(TUESDAY, undefined, 'question')],
    })
  })

  it('forgets a breach that is none any more, with its reminders', () => {
    const story = within(longer(5), working().given('2026-03-06T10:00', tick)).given(reschedule)
    expect(story.state.clocks.finalAnswer).toEqual(
      (move('finalAnswer', MONDAY, { due: '2026-03-10T18:00', rule: rule(5) }) as { to: unknown }).to,
    )
  })

  it('keeps a breach that still is one, with whose it was and the steps that still lie behind', () => {
    const story = working().given('2026-03-11T10:00', tick)
    expect(story.state.clocks.finalAnswer).toMatchObject({ missed: true, escalated: 3 })
    within(longer(4), story).given(reschedule)
    // Due on Friday evening; the last step, Tuesday evening, has come by Wednesday.
    expect(story.state.clocks.finalAnswer).toEqual(
      (
        move('finalAnswer', MONDAY, {
          due: '2026-03-06T18:00',
          rule: rule(4),
          warned: 1,
          missed: true,
          missedBy: 'north-office',
          escalated: 3,
        }) as { to: unknown }
      ).to,
    )
    const earlier = working().given('2026-03-06T18:00', tick)
    within(longer(4), earlier).given('2026-03-06T18:00', reschedule)
    expect(earlier.state.clocks.finalAnswer).toMatchObject({ missed: true, escalated: 1 })
  })

  it('counts warnings that lie behind as given', () => {
    const sooner = within(longer(2), working()).given('2026-03-04T17:00', reschedule)
    expect(sooner.state.clocks.finalAnswer).toMatchObject({ due: utc('2026-03-04T18:00'), warned: 1 })
  })
})

describe('wouldMove', () => {
  it('confirms a provisional deadline that does not move, and names none', () => {
    const late = given('2026-12-29T10:00', submit(), route)
    const { region, at, state } = late
    const holidays = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2027-01-${day}`)
    const known = { ...region, federalCalendar: { ...region.federalCalendar, 2027: { holidays, short: [], work: [] } } }
    const { provisional, ...certain } = state.clocks.finalAnswer!
    expect(provisional).toBe(true)
    const { moved, clocks } = wouldMove({ state, at, region: known })
    expect([moved, clocks.filter(({ clock }) => clock === 'finalAnswer')]).toEqual([
      [],
      [{ clock: 'finalAnswer', change: 'move', to: certain }],
    ])
    expect(wouldMove({ state, at, region })).toEqual({ moved: [], clocks: [] })
  })
})
