// Measures size and initialisation time of each function's bundle beside a bare handler with one DynamoDB client,
// bundled the same way and measured in turn in the same run, so that the machine's noise is in both. Called by npm run
// bench.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleFunctions, functionNames } from '../../lib/bundle.ts'
import { loadRegion } from '../../regions/load.ts'

const ROUNDS = 9

export interface BundleLine {
  readonly name: string
  readonly kilobytes: number
  readonly initMs: number
  readonly ratio: number
}

/** The bare handler's initialisation first, then every function's. */
export async function bundleLines(): Promise<{ bare: BundleLine; functions: BundleLine[] }> {
  const code = await bundleFunctions()
  const region = loadRegion('95')
  const bare = await bareHandler()
  const files = [
    { name: 'bare', file: bare },
    ...functionNames.map((name) => ({ name: name, file: join(code(name, region), 'index.mjs') })),
  ]
  const times = new Map<string, number[]>(files.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, file } of files) times.get(name)!.push(initOf(file))
  const median = (name: string) => times.get(name)!.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
  const bareMs = median('bare')
  const [first, ...rest] = files.map(({ name, file }) => ({
    name,
    kilobytes: statSync(file).size / 1024,
    initMs: median(name),
    ratio: median(name) / bareMs,
  }))
  return { bare: first!, functions: rest }
}

/** Time to import a bundle in a fresh process (ms), as a cold start does. */
function initOf(file: string): number {
  const script = `const t=performance.now();await import(${JSON.stringify(file)});process.stdout.write(String(performance.now()-t))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: {
      NODE_DISABLE_COMPILE_CACHE: '1',
      ...process.env,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  })
  if (!stdout) throw new Error(`${file} cannot be loaded: ${stderr}`)
  return Number(stdout)
}

async function bareHandler(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bare-'))
  const source = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
const client = new DynamoDBClient({})
export const handler = (event) => client.send(new GetItemCommand(event))`
  await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  })
  return join(folder, 'index.mjs')
}
