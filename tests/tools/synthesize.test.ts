// A region's stack is synthesized once, until its sources change or the folder is another region's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { synthesizeOnce } from '../../tools/synthesize.ts'

it('is made anew only when it would come out otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-once-'))
  const assembly = join(folder, 'assembly')
  const made: string[] = []
  const make = (region: string, outdir: string) => {
    mkdirSync(outdir)
    made.push(region)
  }
  for (const region of ['95', '95', '46', '46']) synthesizeOnce(region, assembly, make)
  expect(made).toEqual(['95', '46'])
  writeFileSync(join(assembly, 'sources.sha256'), 'of other sources')
  synthesizeOnce('46', assembly, make)
  expect(made).toEqual(['95', '46', '46'])
  expect(() =>
    synthesizeOnce('87', assembly, () => {
      throw new Error('cannot be synthesized')
    }),
  ).toThrow('cannot be synthesized')
  synthesizeOnce('46', assembly, make)
  expect(made).toEqual(['95', '46', '46', '46'])
  rmSync(folder, { recursive: true })
})
