// Assemblies of regions whose file asks for other resources than the sample region's, for the journeys. They stay until the run ends
// (tests/stack/folder.ts), so that what is the same for two files is bundled and loaded once.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { uncheckedApp } from '../../lib/app.ts'
import { bundleFunctions, type FunctionCode } from '../../lib/bundle.ts'
import { RegionStack } from '../../lib/region-stack.ts'
import type { Region } from '../../regions/schema.ts'
import { stackName } from '../../regions/stages.ts'

let bundled: Promise<FunctionCode> | undefined

/** The folder with a region's assembly. That its stack passes every check, tests/stack/checks.test.ts says. */
export async function assemblyOf(region: Region): Promise<string> {
  const folder = mkdtempSync(join(inject('stackFolder'), 'assembly-'))
  const app = uncheckedApp(folder)
  new RegionStack(app, stackName(region), { region, code: await (bundled ??= bundleFunctions()) })
  app.synth()
  return folder
}
