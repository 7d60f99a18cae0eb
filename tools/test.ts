// Everything a clone must pass, in one command: lint with types, format, import rules and nothing unused, two at a time, then
// the tests. Goes on after a failure, so that one run tells everything, and fails if anything did. Called by `npm test`.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inParallel } from './in-parallel.ts'

const bin = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
const folders = ['bin', 'lib', 'functions', 'regions', 'local', 'simulation', 'tools']
type Step = readonly [name: string, bin: string, ...options: string[]]
const checks: readonly Step[] = [
  ['lint and types', bin('oxlint/bin/oxlint'), '.'],
  ['format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['imports', bin('dependency-cruiser/bin/dependency-cruiser.mjs'), ...folders],
  ['unused', bin('knip/bin/knip.js'), '-c', '.knip.json', '--no-progress'],
]
const tests: Step = ['tests', bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]

const results = new Map<string, boolean>()

/** What checks print is held back until they end, so that two do not mix. */
async function check([name, ...command]: Step): Promise<void> {
  const child = spawn(process.execPath, command)
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  console.log(`\n── ${name}\n${Buffer.concat(said).toString().trim()}`)
  results.set(name, code === 0)
}

async function test([name, ...command]: Step): Promise<void> {
  console.log(`\n── ${name}`)
  const child = spawn(process.execPath, command, { stdio: 'inherit' })
  results.set(name, (await new Promise((resolve) => child.on('close', resolve))) === 0)
}

console.log('── lint and types, format, imports, unused')
await inParallel(checks, 2, check)
await test(tests)
console.log(`\n${[...results].map(([name, passed]) => `${passed ? '✓' : '✗'} ${name}`).join('   ')}`)
process.exit([...results.values()].every(Boolean) ? 0 : 1)
