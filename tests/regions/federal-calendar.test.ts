// A year that is in the federal calendar is believed, so one that cannot be whole is refused: by the command that puts
// it into a running region and by the check before a deployment.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checkCalendar } from '../../regions/load.ts'
import type { FederalCalendar } from '../../regions/schema.ts'

const published = readFileSync('regions/calendars/ru.json', 'utf8')
const { 2026: known } = JSON.parse(published) as FederalCalendar
const year = (change: object) => JSON.stringify({ 2026: { ...known, ...change } })
const mistakesIn = (json: string) => {
  const checked = checkCalendar(json)
  return 'mistakes' in checked ? checked.mistakes.map(({ path, message }) => `${path}: ${message}`) : []
}

test('the published years are whole', () => {
  expect(mistakesIn(published)).toEqual([])
})

test('a year with only its first day names the thirteen that are missing', () => {
  const [said, ...more] = mistakesIn(year({ holidays: ['2026-01-01'] }))
  expect(more).toEqual([])
  expect(said).toMatch(/^2026\.holidays: lacks 2026-01-02, .*2026-11-04: a day off by article 112 of the Labour Code$/)
  expect(said!.match(/2026-\d\d-\d\d/g)).toHaveLength(13)
})

test.each(['01-01', '01-07', '01-08', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])(
  'a year without %s is not whole, and that alone is said',
  (day) => {
    const holidays = known!.holidays.filter((date) => !date.endsWith(day))
    expect(mistakesIn(year({ holidays }))).toEqual([
      `2026.holidays: lacks 2026-${day}: a day off by article 112 of the Labour Code`,
    ])
  },
)

test.each<[what: string, json: string, said: RegExp]>([
  ['a date of another year', year({ short: ['2027-01-01'] }), /^2026: 2027-01-01 stands under 2026/],
  ['a day off that is worked', year({ work: ['2026-05-01'] }), /^2026\.work: 2026-05-01 is both/],
  ['no year', '{"26": {"holidays": [], "short": [], "work": []}}', /^26: must be a year/],
  ['no days', '{"2027": {"holidays": [], "short": []}}', /^2027\.work: is missing: add it/],
  ['no JSON', '{', /^\(file\): is not JSON/],
])('%s is a mistake at its path', (_what, json, said) => {
  const mistakes = mistakesIn(json)
  expect(mistakes).toEqual([expect.stringMatching(said)])
})

test('the check of a region finds it in the calendar the region stands on, with the file’s name', () => {
  const clone = mkdtempSync(join(tmpdir(), 'calendar-'))
  for (const part of ['regions', 'functions', 'tools', 'package.json'])
    cpSync(part, join(clone, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'))
  writeFileSync(join(clone, 'regions/calendars/ru.json'), year({ holidays: ['2026-01-01'] }))
  const { status, stdout } = spawnSync(process.execPath, ['tools/region-check.ts', '87'], {
    cwd: clone,
    encoding: 'utf8',
  })
  rmSync(clone, { recursive: true })
  expect(stdout).toContain('  calendars/ru.json 2026.holidays: lacks 2026-01-02,')
  expect(status).toBe(1)
})
