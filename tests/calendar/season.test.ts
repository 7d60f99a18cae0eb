// A season is walked day by day over a leap year, from its first day to its last, and held against every date.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plusDays } from '../../functions/calendar/dates.ts'
import { inSeason, type Season } from '../../functions/calendar/season.ts'

const year = Array.from({ length: 366 }, (_, day) => plusDays('2028-01-01', day))
const dayOf = (date: string) => date.slice(5)

function walked({ from, to }: Season): string[] {
  const first = year.findIndex((date) => dayOf(date) === from)
  const fromThere = [...year.slice(first), ...year.slice(0, first)]
  const last = fromThere.findIndex((date) => dayOf(date) === to)
  return fromThere.slice(0, last + 1).sort()
}

const day = fc.constantFrom(...year.map(dayOf))
const season = fc.oneof(
  fc.record({ from: day, to: day }),
  day.map((only) => ({ from: only, to: only })),
)

it('has every day from its first to its last, over the New Year too', () => {
  fc.assert(
    fc.property(season, (one) => {
      expect(year.filter((date) => inSeason(one, date))).toEqual(walked(one))
    }),
    {
      examples: [[{ from: '11-08', to: '04-15' }], [{ from: '05-01', to: '10-31' }], [{ from: '02-29', to: '02-29' }]],
    },
  )
})

it('counts its last day whole, whatever time stands behind the date', () => {
  expect(inSeason({ from: '05-01', to: '10-31' }, '2026-10-31T23:59')).toBe(true)
})

it.each([undefined, { from: '05-01', to: '10-31' }])(
  'without a season or without a date nothing is excluded: %o',
  (one) => {
    expect(
      ['', 'in winter', '26-12-10', ...(one ? [] : ['2026-12-10'])].map((date) => inSeason(one, date)),
    ).not.toContain(false)
  },
)
