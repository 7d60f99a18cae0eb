// npm run screens
// Takes the pictures of docs/screens anew: pages and mails as the browser journeys see them on their way, and the sheet of parts. Needs
// Chromium (CHROMIUM names another than /usr/bin/chromium).
import { spawnSync } from 'node:child_process'
import { hasBrowser } from '../tests/browser/browser.ts'

if (!hasBrowser) process.exit(2)
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/browser', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, SCREENS: 'docs/screens' },
})
process.exit(status ?? 1)
