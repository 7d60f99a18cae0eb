// An event as it is stored, and as it was; by the command of the runbook, too.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pack, unpack } from '../../functions/store/packed.ts'

const event = {
  type: 'noted',
  at: '2026-03-02T07:00:00.000Z',
  clocks: [{ clock: 'answer', due: null }],
  text: { kept: '1.0' },
}

it('is read as it was written, and so is what was stored as a map', () => {
  expect(unpack(pack(event))).toEqual(event)
  expect(unpack(event)).toBe(event)
  expect(unpack(undefined)).toBeUndefined()
})

it('is read by the line of the runbook', () => {
  const [, script] = /node -e '(.*inflateRaw.*)' BYTES/.exec(readFileSync('docs/runbook.md', 'utf8'))!
  const bytes = Buffer.from(pack(event)).toString('base64')
  expect(JSON.parse(execFileSync(process.execPath, ['-e', script!, bytes], { encoding: 'utf8' }))).toEqual(event)
})
