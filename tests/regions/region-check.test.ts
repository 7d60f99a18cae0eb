// The command people run before they deploy: what it prints and how it exits.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { checkFiles, fileOf, reportOf } from '../../tools/region-check.ts'

const folder = mkdtempSync(join(tmpdir(), 'region-check-'))
const root = fileURLToPath(new URL('../../', import.meta.url))
afterAll(() => rmSync(folder, { recursive: true }))

test('sums a good file up in one line', () => {
  const { failed, lines } = reportOf('regions/95.json', { region: loadRegion('95') }, 2025)
  expect(failed).toBe(false)
  expect(lines).toEqual([
    expect.stringMatching(
      /^regions\/95\.json: 17 municipalities, \d+ settlements, \d+ organisations, \d+ topics, \d+ routes, calendar of 2020 to 2026$/,
    ),
  ])
})

test('warns, without failing, of a year the federal calendar does not know', () => {
  const { failed, lines } = reportOf('regions/95.json', { region: loadRegion('95') }, 2026)
  expect(failed).toBe(false)
  expect(lines[1]).toMatch(/^ {2}warning: the federal calendar of 2027 is not known.*regions\/calendars\/ru\.json$/)
})

test('prints every mistake with its path', () => {
  const mistakes = [
    { path: 'phone', message: 'is missing: add it' },
    { path: 'topics[0]', message: 'nobody answers' },
  ]
  expect(reportOf('x.json', { mistakes }, 2026)).toEqual({
    failed: true,
    lines: ['x.json: 2 mistakes', '  phone: is missing: add it', '  topics[0]: nobody answers'],
  })
})

test('takes codes for files of regions/, and checks all of them when none is named', () => {
  expect(fileOf('95')).toMatch(/regions\/95-chechnya\/region\.json$/)
  expect(fileOf('draft/95.json')).toBe('draft/95.json')
  const { failed, lines } = checkFiles([], 2025)
  expect(failed).toBe(false)
  expect(lines.filter((line) => line.startsWith('regions/')).length).toBeGreaterThanOrEqual(3)
})

test('exits with 1 when any file is wrong, missing or unknown, with 0 otherwise', () => {
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{ "code": 95 }')
  expect(run('95', '87').status).toBe(0)
  const { status, stdout } = run('95', broken, join(folder, 'none.json'), '99')
  expect(status).toBe(1)
  expect(stdout).toMatch(/ {2}code: must be a text\n/)
  expect(stdout).toMatch(/none\.json: 1 mistake\n {2}\(file\): does not exist\n/)
  expect(stdout).toMatch(/regions\/99-…\/region.json: 1 mistake/)
})

function run(...args: string[]) {
  return spawnSync(process.execPath, ['tools/region-check.ts', ...args], { cwd: root, encoding: 'utf8' })
}
