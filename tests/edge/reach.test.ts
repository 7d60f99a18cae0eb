// Times that programs ask about: ten years back, one ahead, and nothing further.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Request } from '../../functions/edge/http.ts'
import { farAway, reachAt, sayReach } from '../../functions/edge/reach.ts'
import { timeOf } from '../../functions/open311/span.ts'

const DAY = 86_400_000
const iso = (time: number) => new Date(time).toISOString()
const asked = (at: string, query: object, language = 'en') => farAway({ at, query, language } as Request, 'since')

it.each([
  ['2026-11-28T02:20:00.000Z', '2016-11-28T00:00:00.000Z', '2027-11-28T23:59:59.999Z'],
  ['2028-02-29T12:00:00.000Z', '2018-02-28T00:00:00.000Z', '2029-02-28T23:59:59.999Z'],
])('at %s it reaches from %s to %s', (at, from, to) => {
  expect(reachAt(at)).toEqual({ from: Date.parse(from), to: Date.parse(to) })
})

it('what is beyond it is refused in both languages, what is within it is not, what is no time is left to its schema', () => {
  const anywhen = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }
  const today = { min: new Date('2025-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(today), fc.date(anywhen), (now, time) => {
      const { from, to } = reachAt(iso(now.getTime()))
      const isNear = time.getTime() >= from && time.getTime() <= to
      expect(asked(iso(now.getTime()), { since: iso(time.getTime()) })).toHaveLength(isNear ? 0 : 1)
      expect((to - from) / DAY).toBeLessThan(11.1 * 366)
    }),
  )
  const at = '2026-11-28T02:20:00.000Z'
  const far = { since: '0001-01-01T00:00:00Z' }
  const error = { pointer: '/since', code: 'range' }
  expect(asked(at, far)).toEqual([{ ...error, detail: 'Name a time from 2016-11-28 to 2027-11-28.' }])
  expect(asked(at, far, 'ru')).toEqual([
    { ...error, detail: 'Назовите время не раньше 2016-11-28 и не позже 2027-11-28.' },
  ])
  for (const since of [undefined, '', 'yesterday']) expect(asked(at, { since })).toEqual([])
})

it('Open311 refuses what lies beyond it in the same words', () => {
  const at = '2026-11-28T02:20:00.000Z'
  const wrong: string[] = []
  timeOf({ start_date: '0001-01-01', end_date: '9999-12-31T00:00:00Z' }, at, 90, wrong)
  const said = sayReach(reachAt(at), 'en')
  expect(wrong.slice(0, 2)).toEqual([`start_date: ${said}`, `end_date: ${said}`])
})
