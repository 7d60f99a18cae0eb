// The bench of the sweep: every case it writes is checked in the first run, those that cannot be read are put off, none is left.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { sweepFlood } from '../../tools/bench/sweep.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sweep-bench-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

it('sweeps what it wrote in one run', async () => {
  const { runs, stillDue } = await sweepFlood(dataDir, loadRegion('95'), 60, new Date().toISOString())
  expect(runs.map(({ checked, failed }) => [checked, failed])).toEqual([
    [60, 1],
    [0, 0],
  ])
  expect(stillDue).toBe(0)
})
