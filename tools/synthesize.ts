// Synthesizes one region's stack into a folder, as `cdk synth` would, without the CLI. Called by npm start and emulate.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const app = join(root, 'bin/app.ts')
/** Whatever an assembly follows from. */
const SOURCES = ['{bin,lib,functions,regions}/**/*.{ts,tsx,json,csv}', 'package-lock.json', 'cdk.json', 'tsconfig.json']

/** @throws Error with the app's own words when it does not synthesize. */
export function synthesize(region: string, outdir: string): void {
  const { status, stderr } = spawnSync(process.execPath, [app], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: resolve(outdir), CDK_CONTEXT_JSON: JSON.stringify({ region }) },
  })
  if (status !== 0) throw new Error(`The stack of region ${region} cannot be synthesized:\n${stderr}`)
}

/** The same, unless the folder was made from the same sources before. @throws Error with the app's own words when it does not synthesize. */
export function synthesizeOnce(region: string, outdir: string, make = synthesize): void {
  const mark = join(outdir, 'sources.sha256')
  const made = sourcesOf(region)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) return
  rmSync(outdir, { recursive: true, force: true })
  make(region, outdir)
  writeFileSync(mark, made)
}

/** Names the sources by what is in them. */
function sourcesOf(region: string): string {
  const hash = createHash('sha256').update(`${region} ${process.version}`)
  for (const file of globSync(SOURCES, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
