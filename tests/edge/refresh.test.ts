// What was put into the table after the deployment reaches a running function: read seldom, applied whole, and never by a version that the
// code cannot read.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Refresh from '../../functions/edge/refresh.ts'
import type { ReadableVersion } from '../../functions/store/directory.ts'
import type { Changed } from '../../regions/directory.ts'
import { littleRegion } from '../little-region.ts'
import { catchLog } from './events.ts'

const stored = vi.hoisted(() => ({
  version: 0,
  readable: undefined as ReadableVersion | undefined,
  years: {},
  reads: [] as string[],
}))
const replaced = vi.hoisted(() => ({ directory: [] as Changed[], years: [] as string[][] }))
vi.mock('../../functions/store/directory.ts', () => ({
  directoryVersion: () => Promise.resolve((stored.reads.push('head'), stored.version)),
  readableVersion: () => Promise.resolve((stored.reads.push('version'), stored.readable)),
}))
vi.mock('../../functions/store/calendar.ts', () => ({
  loadCalendar: () => Promise.resolve((stored.reads.push('calendar'), stored.years)),
}))
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: () => 't',
  deployedRegion: () => littleRegion(),
  replaceDirectory: (changed: Changed) => replaced.directory.push(changed),
  replaceCalendar: (calendar: object) => replaced.years.push(Object.keys(calendar)),
}))

const start = Date.parse('2026-03-02T07:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const changed: Changed = { 'people/operator/operator-2': null }
let refresh: (typeof Refresh)['refreshRegion']
let logged: ReturnType<typeof catchLog>

beforeEach(async () => {
  vi.restoreAllMocks()
  vi.resetModules()
  Object.assign(stored, { version: 0, readable: undefined, years: {}, reads: [] })
  Object.assign(replaced, { directory: [], years: [] })
  logged = catchLog()
  refresh = (await import('../../functions/edge/refresh.ts')).refreshRegion
})

describe('the directory', () => {
  it('is looked at every half minute, the calendar every five; nothing is loaded where nothing was changed', async () => {
    for (const seconds of [0, 1, 29, 30, 59, 60, 299, 300]) await refresh(at(seconds))
    const looked = (what: string) => stored.reads.filter((one) => one === what).length
    expect([looked('calendar'), looked('head'), looked('version')]).toEqual([2, 4, 0])
    expect(replaced).toEqual({ directory: [], years: [] })
  })

  it('is loaded once for each version, and holds from then on', async () => {
    Object.assign(stored, { version: 3, readable: { version: 3, changed } })
    for (const seconds of [0, 31, 62]) await refresh(at(seconds))
    expect(stored.reads.filter((one) => one === 'version')).toHaveLength(1)
    Object.assign(stored, { version: 4, readable: { version: 4, changed: {} } })
    await refresh(at(93))
    expect(replaced.directory).toEqual([changed, {}])
  })

  it('that cannot be read is counted, and the last good one stays', async () => {
    Object.assign(stored, { version: 3, readable: { version: 3, changed } })
    await refresh(at(0))
    Object.assign(stored, { version: 4, readable: { version: 3, changed } })
    await refresh(at(31))
    Object.assign(stored, { readable: undefined })
    await refresh(at(62))
    expect(replaced.directory).toEqual([changed])
    expect(logged().filter((line) => 'DirectoryRefused' in line)).toMatchObject([
      { DirectoryRefused: 1, version: 4, region: '99' },
      { DirectoryRefused: 1, version: 4, region: '99' },
    ])
  })

  it('of which only an older version can be read at the start is that version', async () => {
    Object.assign(stored, { version: 4, readable: { version: 2, changed } })
    await refresh(at(0))
    expect(replaced.directory).toEqual([changed])
  })
})

describe('somebody who is not known yet', () => {
  it('has the directory looked at again, however fresh it is', async () => {
    await refresh(at(0))
    Object.assign(stored, { version: 1, readable: { version: 1, changed } })
    await refresh(at(1))
    expect(replaced.directory).toEqual([])
    await (await import('../../functions/edge/refresh.ts')).refreshDirectoryNow(at(2))
    expect(replaced.directory).toEqual([changed])
  })
})

describe('the calendar', () => {
  it('replaces the deployed one where a year differs', async () => {
    const days = { holidays: ['2031-01-01'], short: [], work: [] }
    Object.assign(stored, { years: { 2031: days } })
    await refresh(at(0))
    expect(replaced.years).toHaveLength(1)
    expect(replaced.years[0]).toContain('2031')
  })
})
