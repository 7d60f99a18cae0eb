// Synthesizes one region's stack into a folder, as `cdk synth` would, without the CLI.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const app = fileURLToPath(new URL('../bin/app.ts', import.meta.url))

export const stackName = (region: string) => `Otklik-${region}`

/** @throws Error with the app's own words when it does not synthesize. */
export function synthesize(region: string, outdir: string): void {
  const { status, stderr } = spawnSync(process.execPath, [app], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, CDK_OUTDIR: resolve(outdir), CDK_CONTEXT_JSON: JSON.stringify({ region }) },
  })
  if (status !== 0) throw new Error(`The stack of region ${region} cannot be synthesized:\n${stderr}`)
}
