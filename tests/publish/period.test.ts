// The days of a public page: whole months, across the turn of the year and in February.
import { expect, it } from 'vitest'
import { daysOf } from '../../functions/publish/period.ts'

it.each([
  ['month', '2026-03-05', '2026-03-01', '2026-03-05'],
  ['last-month', '2026-03-05', '2026-02-01', '2026-02-28'],
  ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['quarter', '2026-01-31', '2025-11-01', '2026-01-31'],
  ['quarter', '2026-12-01', '2026-10-01', '2026-12-01'],
  ['year', '2026-11-27', '2025-12-01', '2026-11-27'],
] as const)('%s on %s: %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to })
})
