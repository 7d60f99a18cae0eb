// Runs a script of this folder in a process of its own: what it takes is not counted, and what it sets for itself ends with
// it. Called by growth.ts and message-cpu.ts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** @throws Error when it fails; what went wrong it has written itself. */
export async function runAlone(script: string, ...args: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${script} failed.`)
}
