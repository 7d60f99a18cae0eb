// The browser the journeys use: Debian's Chromium, or the one named by CHROMIUM. Where there is none the journeys are
// skipped, and say so.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const hasBrowser = existsSync(executablePath)
if (!hasBrowser)
  console.warn(`\n!!! No browser at ${executablePath}: the browser journeys are SKIPPED. Set CHROMIUM to run them.\n`)

export function launch(): Promise<Browser> {
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(root ? ['--no-sandbox'] : []),
    ],
  })
}
