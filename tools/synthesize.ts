// Synthesizes one region's stack into a folder, as `cdk synth` would, without the CLI. Called by local-region.ts, the bench
// and the tests.
import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const app = join(root, 'bin/app.ts')
const KEPT = join(root, '.build', 'assemblies')
const OLD_MS = 24 * 3_600_000
/** Whatever an assembly follows from. */
const SOURCES = [
  '{bin,lib,functions,regions}/**/*.{ts,tsx,json,csv}',
  'docs/{api.md,openapi.json,samples/*}',
  'package-lock.json',
  'cdk.json',
  'tsconfig.json',
]

/**
 * Without CDK's validation of the template, which takes most of the time: what is deployed is validated by `cdk synth`, and what is
 * in the repository by tests/stack/checks.test.ts. @throws Error with the app's own words when it does not synthesize.
 */
function synthesize(region: string, outdir: string): void {
  const context = { CDK_OUTDIR: resolve(outdir), CDK_CONTEXT_JSON: JSON.stringify({ region }) }
  const { status, stderr } = spawnSync(process.execPath, [app], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, ...context, CDK_VALIDATION: 'false' },
  })
  if (status !== 0) throw new Error(`The stack of region ${region} cannot be synthesized:\n${stderr}`)
}

/**
 * The folder with a region's assembly, made once for what the sources say now and kept for whoever asks next.
 * @throws Error with the app's own words when it does not synthesize.
 */
export function synthesized(region: string, make = synthesize, kept = KEPT): string {
  const folder = join(kept, `${region}-${sourcesOf(region).slice(0, 16)}`)
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  const draft = join(kept, `draft-${randomUUID()}`)
  mkdirSync(kept, { recursive: true })
  make(region, draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error // else somebody else made the same folder first
  }
  removeOld(kept)
  return folder
}

/** Puts a region's assembly into a folder, unless it is there. @throws Error with the app's own words when it does not synthesize. */
export function synthesizeOnce(region: string, outdir: string, make = synthesize, kept = KEPT): void {
  const mark = join(outdir, 'sources.sha256')
  const made = sourcesOf(region)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) return
  rmSync(outdir, { recursive: true, force: true })
  cpSync(synthesized(region, make, kept), outdir, { recursive: true })
  writeFileSync(mark, made)
}

/** Assemblies of earlier sources, but none that somebody may still be using. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > OLD_MS) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Names the sources by what is in them. */
function sourcesOf(region: string): string {
  const hash = createHash('sha256').update(`${region} ${process.version}`)
  for (const file of globSync(SOURCES, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
