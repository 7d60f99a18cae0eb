// A region's stack is synthesized once, until its sources change or the folder is another region's.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { synthesizeOnce } from '../../tools/synthesize.ts'

it('is made anew only when it would come out otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-once-'))
  const [assembly, kept] = [join(folder, 'assembly'), join(folder, 'kept')]
  const made: string[] = []
  const make = (region: string, outdir: string) => {
    mkdirSync(outdir)
    writeFileSync(join(outdir, 'region'), region)
    made.push(region)
  }
  for (const region of ['95', '95', '46', '46', '95', '46']) synthesizeOnce(region, assembly, make, kept)
  expect(made).toEqual(['95', '46'])
  expect(readFileSync(join(assembly, 'region'), 'utf8')).toBe('46')
  writeFileSync(join(assembly, 'sources.sha256'), 'of other sources')
  writeFileSync(join(assembly, 'region'), 'another')
  synthesizeOnce('46', assembly, make, kept)
  expect(readFileSync(join(assembly, 'region'), 'utf8')).toBe('46')
  expect(() =>
    synthesizeOnce(
      '87',
      assembly,
      () => {
        throw new Error('cannot be synthesized')
      },
      kept,
    ),
  ).toThrow('cannot be synthesized')
  synthesizeOnce('46', assembly, make, kept)
  expect(made).toEqual(['95', '46'])

  const dayBefore = new Date(Date.now() - 25 * 3_600_000)
  for (const name of readdirSync(kept)) utimesSync(join(kept, name), dayBefore, dayBefore)
  for (const region of ['95', '87']) synthesizeOnce(region, assembly, make, kept)
  // What is used is kept, and what nobody has used for a day is not.
  expect(
    readdirSync(kept)
      .map((name) => name.slice(0, 2))
      .sort(),
  ).toEqual(['87', '95'])
  rmSync(folder, { recursive: true })
})
