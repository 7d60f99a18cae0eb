// npm test: everything a clone must pass: format, lint, types, import rules, what nobody uses, then the tests. It goes
// on after a failure, so that one run tells everything, and fails if anything did.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
const steps: readonly [string, string, ...string[]][] = [
  ['format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['lint', bin('eslint/bin/eslint.js'), '.'],
  ['types', bin('typescript/bin/tsc'), '-p', '.'],
  [
    'imports',
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    'bin',
    'lib',
    'functions',
    'regions',
    'local',
    'simulation',
    'tools',
  ],
  ['unused', bin('knip/bin/knip.js'), '-c', '.knip.json', '--no-progress'],
  ['tests', bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
]

const results = steps.map(([name, ...command]) => {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  return { name, passed: status === 0 }
})

console.log(`\n${results.map(({ name, passed }) => `${passed ? '✓' : '✗'} ${name}`).join('   ')}`)
process.exit(results.every(({ passed }) => passed) ? 0 : 1)
