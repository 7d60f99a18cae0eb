// The Government makes a working day a day off. The calendar is put into the running region's table: new deadlines follow
// it, running ones only when an operator says so, and then by an event with their reason.
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { loadRegion } from '../../regions/load.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
/** Far from the machine's own time, which must come into nothing. */
const START = '2026-03-24T06:00:00.000Z'
let work: RegionAtWork
let home: string

beforeAll(async () => {
  work = await regionAtWork(START)
  home = join(work.dataDir, 'home')
  mkdirSync(join(home, '.otklik'), { recursive: true })
  symlinkSync(work.dataDir, join(home, '.otklik', '95'))
})
afterAll(() => work.end())

const topic = loadRegion('95').topics.find((one) => !one.important && !one.season && one.id.startsWith('yards.'))!.id
const post = async () => {
  const reply = await work.post({ text: 'Во дворе нет скамейки.', topic, municipality: 'groznyy' })
  await work.engine.idle()
  return ((await reply.json()) as { id: string }).id
}
const dueOf = async (caseId: string) =>
  (await work.get(caseId)).deadlines.find((one) => one.clock === 'finalAnswer')!.due
const command = (tool: string, ...args: string[]) =>
  execFileSync(process.execPath, [resolve(`tools/${tool}.ts`), '--region', '95', ...args], {
    encoding: 'utf8',
    cwd: home,
  })
const reschedule = (...args: string[]) => command('reschedule', ...args)

describe('a day off decreed after deployment', () => {
  let running: string
  let due: string
  let decreed: string

  it('is known to the region without a deployment', async () => {
    running = await post()
    due = await dueOf(running)
    decreed = calendarOf(work.region).dateOf(Date.parse(due))
    const year = decreed.slice(0, 4)
    const known = work.region.federalCalendar[year] ?? { holidays: [], short: [], work: [] }
    const file = join(work.dataDir, 'calendar.json')
    writeFileSync(file, JSON.stringify({ [year]: { ...known, holidays: [...known.holidays, decreed] } }))
    expect(command('calendar', file)).toMatch(
      new RegExp(`${year}: ${known.holidays.length + 1} days off.*put into the table`),
    )
  })

  it('moves no running case by itself, and every new one', async () => {
    await work.engine.advance(6 * MINUTE)
    expect(await dueOf(running)).toBe(due)
    expect((await dueOf(await post())) > due).toBe(true)
  })

  it('shows in a dry run which cases would move, and moves none', async () => {
    const said = reschedule()
    expect(said).toContain(running)
    expect(said).toContain('1 case would move. Nothing was changed')
    expect(await dueOf(running)).toBe(due)
  })

  it('moves them when an operator says so, by an event with their reason, once', async () => {
    const by = work.region.operators[0]!.id
    expect(reschedule('--apply', '--by', by, '--reason', 'Распоряжение о выходном дне')).toContain('1 of 1 case moved.')
    expect((await dueOf(running)) > due).toBe(true)
    const { history } = (await work.get(running)) as unknown as { history: { type: string; at: string }[] }
    const rescheduled = history.filter((one) => one.type === 'rescheduled').map(({ at }) => at.slice(0, 15))
    expect(rescheduled).toEqual(['2026-03-24T06:0'])
    expect(reschedule('--apply', '--by', by, '--reason', 'Ещё раз')).toContain('No running case would move.')
  })

  it('takes no reminder for given that was not: each is still to come', async () => {
    const { deadlines } = (await work.get(running)) as unknown as {
      deadlines: { clock: string; reminders: { given: boolean }[] }[]
    }
    const { reminders } = deadlines.find(({ clock }) => clock === 'finalAnswer')!
    expect(new Set(reminders.map(({ given }) => given))).toEqual(new Set([false]))
  })

  it('is refused in a file that contradicts itself, which changes nothing', () => {
    const file = join(work.dataDir, 'wrong.json')
    writeFileSync(file, JSON.stringify({ 2027: { holidays: [], short: [], work: ['2028-01-01'] } }))
    expect(() => command('calendar', file)).toThrow('2028-01-01 stands under 2027')
    expect(command('calendar')).not.toContain('2027')
  })
})
