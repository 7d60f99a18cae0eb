// The region a function works for. A function that the local engine keeps warm works for one region after another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { deployedRegion, regionBesideCode, replaceCalendar } from '../../functions/edge/environment.ts'
import { littleRegion } from '../little-region.ts'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})
const fileOf = (code: string) => {
  const file = join(folder, `${code}.json`)
  writeFileSync(file, JSON.stringify({ ...littleRegion(), code }))
  return file
}
const workFor = (file: string, table: string) => {
  vi.stubEnv('LOCAL_REGION_FILE', file)
  vi.stubEnv('TABLE_NAME', table)
}

it('is the one of its file, and what a table brought to it holds for that table alone', () => {
  const [one, other] = [fileOf('95'), fileOf('87')]
  workFor(one, 'Cases-1')
  const asDeployed = deployedRegion()
  expect(asDeployed.code).toBe('95')
  replaceCalendar({})
  expect(deployedRegion()).toEqual({ ...asDeployed, federalCalendar: {} })
  expect(regionBesideCode()).toBe(asDeployed)

  workFor(one, 'Cases-2')
  // The same object, so that what was made of it is made once.
  expect(deployedRegion()).toBe(asDeployed)

  workFor(other, 'Cases-3')
  expect(deployedRegion().code).toBe('87')
})
