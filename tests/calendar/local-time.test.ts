// What people read under "due", whole.
import { expect, it } from 'vitest'
import { localTime } from '../../functions/calendar/local-time.ts'

it.each([
  ['2026-03-02T10:05:00.000Z', 'Europe/Moscow', 'понедельник, 2 марта в 13:05'],
  ['2026-03-02T21:30:00.000Z', 'Europe/Moscow', 'вторник, 3 марта в 00:30'],
  ['2026-12-31T21:05:00.000Z', 'Asia/Anadyr', 'пятница, 1 января в 09:05'],
])('%s in %s', (instant, zone, expected) => expect(localTime(instant, zone, 'ru')).toBe(expected))
