// A rehearsal is only worth agreeing on if it is what would happen: its mails are those the rules send, at the hours they
// may be sent, and people do nothing a working calendar forbids.
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { deskFor } from '../../functions/case/desk.ts'
import { remindedOf } from '../../functions/case/people.ts'
import { isQuiet } from '../../functions/case/notices/quiet-hours.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { account } from '../../simulation/rehearse/account.ts'
import { calendarLines } from '../../simulation/rehearse/calendar-lines.ts'
import { gridOf } from '../../simulation/rehearse/grid.ts'
import { picture } from '../../simulation/rehearse/picture.ts'
import { type Rehearsal, rehearse } from '../../simulation/rehearse/rehearsal.ts'
import { silentCase, silentLines } from '../../simulation/rehearse/silent-case.ts'
import { tellerOf } from '../../simulation/rehearse/teller.ts'
import { littleRegion } from '../little-region.ts'

const play = (
  region: Region,
  first = '2026-03-02',
  more: { seed?: number; organisation?: string; cases?: number } = {},
) => rehearse(region, { span: { first, days: 40 }, cases: 60, seed: 1, ...more })
const regions = regionCodes().map(loadRegion)
const chechnya = play(loadRegion('95'))

it('the same file and seed give the same account and picture; another seed another', () => {
  const region = loadRegion('87')
  const teller = tellerOf(region, 'ru')
  const drawn = (rehearsal: Rehearsal) => picture(teller, gridOf(rehearsal, Infinity), 'Репетиция', '')
  const few = (seed = 1) => play(region, undefined, { seed, cases: 20 })
  const [one, again] = [few(), few()]
  expect(account(teller, again, true)).toBe(account(teller, one, true))
  expect(drawn(again)).toBe(drawn(one))
  expect(drawn(few(2))).not.toBe(drawn(one))
})

describe.each(regions.map((region) => [region.code, play(region)] as const))('region %s', (_code, rehearsal) => {
  const { region, cases, letters, people } = rehearsal
  const calendar = calendarOf(region)

  it('the calendar counts every mail that was played, once, and one digest as one', () => {
    const played = cases.flatMap(({ message, mails }) => mails.map((mail) => ({ ...mail, caseId: message.caseId })))
    expect(letters.flatMap(({ tells }) => tells)).toHaveLength(played.length)
    const alone = played.filter(({ together }) => !together).length
    const slots = played
      .filter(({ together }) => together)
      .map(({ recipient, caseId, at }) =>
        [recipient === 'citizen' ? caseId : recipient, Math.floor(at / 300_000)].join(),
      )
    const { groups, citizens } = gridOf(rehearsal, Infinity)
    const shown = groups.flatMap(({ rows }) => rows).reduce((sum, { total }) => sum + total, citizens.total)
    expect(shown).toBe(alone + new Set(slots).size)
    expect(shown).toBe(letters.length)
  })

  it('officials are told at night and on days off only of what is important', () => {
    const important = (topic: string) => region.topics.find(({ id }) => id === topic)!.important
    const atNight = letters.filter(({ recipient, at }) => recipient !== 'citizen' && isQuiet(region, at))
    for (const { tells } of atNight)
      for (const { played } of tells) expect(important(played.message.topic), played.message.caseId).toBe(true)
    expect(letters.some(({ held }) => held)).toBe(true)
  })

  it('officials act in working time only, and nothing happens after the last day', () => {
    for (const { events, mails } of cases) {
      for (const { at, by } of events) {
        const instant = Date.parse(at)
        expect(instant).toBeLessThan(rehearsal.end)
        if (!['responder', 'operator', 'moderator'].includes(by.role)) continue
        const day = calendar.intervals(calendar.dateOf(instant))
        expect(
          day.some(({ from, to }) => instant >= from && instant <= to + 2_000),
          `${by.id} at ${at}`,
        ).toBe(true)
      }
      expect(mails.every(({ at }) => at < rehearsal.end)).toBe(true)
    }
  })

  it('each kind of organisation is written to, and its people are told', () => {
    const kindOf = (id: string | undefined) => region.organisations.find((one) => one.id === id)?.kind
    const told = new Set(letters.map(({ recipient }) => recipient))
    const kinds = new Set(people.filter(({ id }) => told.has(id)).map(({ organisation }) => kindOf(organisation)))
    for (const { kind } of region.organisations) expect(kinds).toContain(kind)
  })

  it('the silent case goes through the steps of the policy in their order, to the people of the line', () => {
    const { events, message } = silentCase(rehearsal)!
    const { warnings, escalations } = region.policy.reminders
    const desk = deskFor(region, { id: message.caseId }, events[0]!.at)
    for (const clock of ['acceptance', 'firstResponse', 'finalAnswer'] as const) {
      const of = events.filter((event) => 'clock' in event && event.clock === clock)
      const person = (to: (typeof escalations)[0]['to'], step: number) =>
        remindedOf(region, desk, { organisation: message.organisation }, clock, to, step).contact.id
      const own = [
        ...warnings.map(({ at, to }) => ['warned', at, person(to, 0)]),
        ['missed'],
        ...escalations.map(({ to }, step) => ['escalated', step, person(to, step)]),
      ]
      // The acceptance was missed first: its line is the case's until the answer is late.
      const reminded = clock === 'firstResponse' ? [['missed']] : own
      const happened = of.map((event) =>
        event.type === 'warned'
          ? [event.type, event.share, event.contact]
          : event.type === 'escalated'
            ? [event.type, event.step, event.contact]
            : [event.type],
      )
      expect(happened).toEqual(reminded)
    }
    const lines = silentLines(tellerOf(region, 'ru'), rehearsal)
    expect(lines.filter((line) => line.includes('Сообщаем выше'))).toHaveLength(
      events.filter(({ type }) => type === 'escalated').length,
    )
  })
})

it('the digest of several cases is one mail', () => {
  const little = littleRegion()
  const organisations = little.organisations.map((one) => ({
    ...one,
    responder: { ...one.responder, mails: 'digest' as const },
  }))
  const { letters } = play({ ...little, organisations })
  const several = letters.filter(({ tells }) => new Set(tells.map(({ played }) => played.message.caseId)).size > 1)
  expect(several.length).toBeGreaterThan(3)
  expect(several.every(({ held }) => held)).toBe(true)
})

it.each(['2026-12-28', '2027-06-01'])('days beyond the known calendar are played from %s, and said to be', (first) => {
  const [region] = regions
  const said = account(tellerOf(region!, 'en'), play(region!, first, { cases: 10 }), false)
  expect(said.replaceAll(/\s+/g, ' ')).toContain('federal calendar is not known (2027)')
})

it('one organisation is rehearsed alone: its people, and cases that come to it', () => {
  const { cases, people } = play(chechnya.region, undefined, { organisation: 'water-utility' })
  expect(new Set(cases.map(({ message }) => message.organisation))).toEqual(new Set(['water-utility']))
  expect(people.map(({ place }) => place)).toEqual(['responder', 'deputy', 'supervisor'])
})

it('forty days are readable on a terminal of 120 columns', () => {
  const lines = account(tellerOf(chechnya.region, 'ru'), chechnya, true).split('\n')
  expect(lines.filter((line) => line.replaceAll(/\x1b\[\d+m/g, '').length > 120)).toEqual([])
})

it.each([
  [60, 1],
  [80, 2],
  [120, 4],
  [200, 7],
])('a calendar on a terminal of %d columns has %d weeks side by side, every day once', (width, weeks) => {
  const lines = calendarLines(tellerOf(chechnya.region, 'ru'), gridOf(chechnya, Infinity), width)
  const shown = lines.map((line) => stripVTControlCharacters(line))
  const days = shown.filter((line) => /^ +\d/.test(line)).map((line) => line.trim().split(/ +/))
  expect(days.flat()).toHaveLength(40)
  expect(Math.max(...days.map((line) => line.length))).toBe(Math.min(weeks * 7, 40))
  expect(shown.filter((line) => line.length > width)).toEqual([])
  expect(shown.join('\n').match(/март|апрель/g)!.length).toBeGreaterThanOrEqual(2)
})
