// The region files of the repository: whole, and as the authors of their data meant them.
import { readFileSync } from 'node:fs'
import { peopleOf } from '../../functions/case/people.ts'
import { describe, expect, test } from 'vitest'
import { loadRegion, regionCodes, regionPath } from '../../regions/load.ts'

const codes = regionCodes()

test('there is more than one region, each with a code of its own', () => {
  expect(codes).toEqual(expect.arrayContaining(['46', '87', '95']))
  expect(new Set(codes).size).toBe(codes.length)
})

describe.each(codes)('region %s', (code) => {
  const region = loadRegion(code)

  test('is called by its own code and writes to reserved domains only', () => {
    expect(region.code).toBe(code)
    const bodies = region.organisations.flatMap((one) => peopleOf(region, one))
    const people = [...region.operators, ...region.moderators, ...bodies]
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
    expect(region.mail.domain).toMatch(/\.example$/)
  })

  test('can be read: its own file has at most 680 lines', () => {
    expect(readFileSync(regionPath(code), 'utf8').split('\n').length).toBeLessThanOrEqual(680)
  })

  test('holds every centre apart from the others', () => {
    const points = region.municipalities.map(({ centre }) => `${centre.lat} ${centre.lon}`)
    expect(new Set(points).size).toBe(points.length)
  })
})

test('region 95 is complete enough to be used', () => {
  const region = loadRegion('95')
  expect(region.municipalities).toHaveLength(17)
  expect(region.topicGroups.length).toBeGreaterThanOrEqual(12)
  expect(region.topics.length).toBeGreaterThanOrEqual(60)
  const empty = region.municipalities.filter(
    ({ id }) => !region.settlements.some((place) => place.municipalities.includes(id)),
  )
  expect(empty).toEqual([])
  const lies = (name: string) => region.settlements.find((place) => place.name === name)?.municipalities
  expect(lies('Аллерой')).toEqual(['nozhay-yurt', 'kurchaloy'])
  expect(lies('Закан-Юрт')).toEqual(['achkhoy-martan'])
  expect(lies('Чечен-Аул')).toEqual(['argun'])
})

test('regions differ in what a region may decide', () => {
  const [chechnya, chukotka] = [loadRegion('95'), loadRegion('87')]
  expect(chukotka.timeZone).not.toBe(chechnya.timeZone)
  expect(chukotka.languages).toEqual(['ru', 'en'])
  expect(chukotka.policy.moderateMessages).toBe(!chechnya.policy.moderateMessages)
  expect(chukotka.policy.extension.message.grantedBy).not.toBe(chechnya.policy.extension.message.grantedBy)
  expect(chukotka.policy.clarification.message.onSilence).not.toBe(chechnya.policy.clarification.message.onSilence)
  expect(chukotka.policy.reminders).not.toEqual(chechnya.policy.reminders)
})

// 2020 and 2021 without the days that were declared non-working because of the epidemic.
test.each([
  ['2020', 219],
  ['2021', 240],
  ['2022', 247],
  ['2023', 247],
  ['2024', 248],
  ['2025', 247],
  ['2026', 247],
])('the federal calendar of %s has %d working days', (year, days) => {
  const { holidays, short, work } = loadRegion('87').federalCalendar[year]!
  const worked = datesOf(year).filter((date) => work.includes(date) || (isWeekday(date) && !holidays.includes(date)))
  expect(worked).toHaveLength(days)
  expect(short.filter((date) => !worked.includes(date))).toEqual([])
})

function datesOf(year: string) {
  const first = Date.UTC(Number(year), 0, 1)
  return Array.from({ length: 366 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10)).filter(
    (date) => date.startsWith(year),
  )
}

function isWeekday(date: string) {
  return ![0, 6].includes(new Date(date).getUTCDay())
}
