// Runs a TypeScript command on Node 24, the functions' runtime: the one npm installed beside us where the platform has
// it, else the user's own. Plain JavaScript, because an older Node cannot parse what follows. Called by every npm
// script.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const installed = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const own = Number(process.versions.node.split('.')[0])
const node = existsSync(installed) ? installed : own >= 24 ? process.execPath : undefined

if (!node) {
  console.error(
    `Otklik runs on Node 24, the runtime of its functions. This is Node ${process.versions.node}, and npm has no ` +
      'Node 24 package for this platform: install Node 24 or newer and run the command again.',
  )
  process.exit(1)
}

// What was compiled once is kept: commands and functions start in half the time.
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url))
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
