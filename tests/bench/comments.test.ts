// The bench of comments with a few of them: each is there once, as it was screened, and what it says of them is so.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { commentLines } from '../../tools/bench/comment-lines.ts'

it('a dozen comments in a burst, of which three are problems: nothing is lost, nothing is there twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-comments-'))
  const { written, cases, differences, noCase, toCase } = await commentLines(dataDir, loadRegion('95'), 12)
  rmSync(dataDir, { recursive: true, force: true })
  expect({ written, cases, differences }).toEqual({ written: 12, cases: 3, differences: [] })
  const amount = (lines: typeof noCase, unit: string) => lines.find((line) => line.unit === unit)!.amount
  expect([amount(noCase, 'requests'), amount(toCase, 'requests')]).toEqual([3, 3])
  expect(amount(toCase, 'write units')).toBeGreaterThan(amount(noCase, 'write units'))
})
