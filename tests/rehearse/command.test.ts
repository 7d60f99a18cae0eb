// The command as its user types it, mistakes included.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { checkFiles } from '../../tools/region-check.ts'

const folder = mkdtempSync(join(inject('stackFolder'), 'rehearse-'))
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/rehearse.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })

it('a region is rehearsed, as text and as a picture', () => {
  const svg = join(folder, 'calendar.svg')
  const { status, stdout } = run('--region', '87', '--days', '14', '--cases', '20', '--svg', svg)
  expect(status).toBe(0)
  for (const part of [
    'Репетиция сроков и писем: Чукотский',
    'Кому сколько писем',
    'шаг за шагом',
    'Цифры',
    'На что обратить',
  ])
    expect(stdout).toContain(part)
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s)
})

it('a file that is not in regions/ yet is rehearsed, and its mistakes are those of region:check', () => {
  const original = readFileSync('regions/87-chukotka/region.json', 'utf8')
  cpSync('regions/87-chukotka', folder, { recursive: true })
  const good = join(folder, 'changed.json')
  writeFileSync(good, original.replace('"87-2026.5"', '"87-next"'))
  expect(run('--file', good, '--days', '5', '--cases', '5').stdout).toContain('правила 87-next')
  const bad = join(folder, 'bad.json')
  writeFileSync(bad, original.replace('"digestAt": "09:00"', '"digestAt": "07:00"'))
  const { status, stderr } = run('--file', bad)
  expect(status).toBe(1)
  expect(stderr.trim()).toBe(checkFiles([bad], 2026).lines.join('\n'))
})

it.each([
  ['--regoin', '95'],
  ['--region', '95', '--days', 'forty'],
  ['--region', '95', '--from', '2026-02-30'],
  ['--region', '95', '--organisation', 'nobody'],
  ['--region', '95', '--file', 'x.json'],
])('what cannot be understood gives the usage: %s %s %s %s', (...args) => {
  const { status, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stderr).toContain('npm run rehearse -- --region 95')
})
