// The day on which clocks go back, in a region that has one: its 25 hours are one day of the figures, and of the deadlines.
import { expect, it } from 'vitest'
import { caseChanges } from '../../functions/statistics/cases.ts'
import { datesOf } from '../../functions/statistics/months.ts'
import { assign, submit } from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'
import { sum } from './sum.ts'

const berlin = { ...littleRegion(), timeZone: 'Europe/Berlin' }
/** 00:30, then 02:30 twice. */
const instants = ['2026-10-24T22:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']

it('E5 what came in its 25 hours is counted on that day, and due on the same', () => {
  const lives = instants.map((at) => new Story(berlin).given(at, submit({ regime: 'statutory' })).given(at, assign()))
  const counted = lives.flatMap(({ state, events }) => caseChanges(berlin, state.id, events))
  const received = counted.filter(({ counts }) => counts['received'])
  expect(received.map(({ date, counts }) => [date, counts])).toEqual(
    instants.map(() => ['2026-10-25', { received: 1 }]),
  )
  const ofDay = (date: string) => sum(received.filter((one) => one.date === date).map(({ counts }) => counts))
  expect(sum(datesOf('2026-10').map(ofDay))).toEqual(ofDay('2026-10-25'))
  expect(lives.map(({ state }) => state.clocks.finalAnswer?.due)).toEqual(
    instants.map(() => '2026-11-24T22:59:00.000Z'),
  )
})
