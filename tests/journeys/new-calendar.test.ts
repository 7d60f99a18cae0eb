// The Government makes a working day a day off. The calendar is put into the running region's table: new deadlines follow
// it, running ones only when an operator says so, and then by an event with his reason.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { loadRegion } from '../../regions/load.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork(new Date().toISOString())
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
  execFileSync(process.execPath, [`tools/${tool}.ts`, '--region', '95', '--table', work.tableName, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: work.engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB'],
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
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

  it('moves them when an operator says so, by an event with his reason, once', async () => {
    const by = work.region.operators[0]!.id
    expect(reschedule('--apply', '--by', by, '--reason', 'Распоряжение о выходном дне')).toContain('1 of 1 case moved.')
    expect((await dueOf(running)) > due).toBe(true)
    expect((await work.get(running)).history.filter((one) => one.type === 'rescheduled').length).toBe(1)
    expect(reschedule('--apply', '--by', by, '--reason', 'Ещё раз')).toContain('No running case would move.')
  })

  it('is refused in a file that contradicts itself, which changes nothing', () => {
    const file = join(work.dataDir, 'wrong.json')
    writeFileSync(file, JSON.stringify({ 2027: { holidays: ['2027-01-01'], short: [], work: ['2028-01-01'] } }))
    expect(() => command('calendar', file)).toThrow('2028-01-01 stands under 2027.')
    expect(command('calendar')).not.toContain('2027')
  })
})
