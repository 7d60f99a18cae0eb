// Local dates and times of day in any zone, held against the other reader of zone data that Node has.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localClock, localDate } from '../../functions/calendar/dates.ts'

/** Those of Russia's regions, and such as do odd things: half hours, a day left out (Apia), clock changes by night and at midnight. */
const zones = ['Europe/Moscow', 'Asia/Anadyr', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Beirut']
const formats = zones.map((timeZone) => {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  return [timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts })] as const
})
const changes = [
  '2011-12-30T10:00:00Z', // Apia goes to the other side of the date line.
  '2014-10-25T22:00:00Z', // Moscow sets its clocks back for good.
  '2026-04-04T15:00:00Z', // Lord Howe sets them back by half an hour.
  '2026-03-28T22:00:00Z', // Beirut sets them forward at midnight.
].map(Date.parse)

it('are what clocks show there, around a change of clocks, too', () => {
  const anyTime = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2040-01-01') })
  const nearChange = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800_000, max: 172_800_000 }))
  const instants = fc.oneof(
    anyTime,
    nearChange.map(([change, by]) => change + by),
  )
  fc.assert(
    fc.property(fc.constantFrom(...formats), instants, ([zone, format], instant) => {
      expect(`${localDate(instant, zone)} ${localClock(instant, zone)}`).toBe(format.format(instant))
    }),
    { numRuns: 2_000 },
  )
})

it('are given of no zone that there is not', () => {
  expect(() => localDate(0, 'Europe/Nowhere')).toThrow(/europe.nowhere/i)
})
