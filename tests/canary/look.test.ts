// What of a test message's way is looked at: the first step that did not happen is named.
import { expect, it } from 'vitest'
import type { CaseSeen } from '../../functions/canary/door.ts'
import { look, StepFailed } from '../../functions/canary/look.ts'
import { littleRegion } from '../little-region.ts'

const sent = (kind: string, recipient: string, status = 'sent') => ({ kind, recipient, status })
const well: CaseSeen = {
  status: 'assigned',
  organisation: { id: 'north-office' },
  deadlines: [{ clock: 'finalAnswer', due: '2026-03-05T15:00:00.000Z', paused: false }],
  notices: [sent('work', 'north-office-responder'), sent('registered', 'citizen')],
}
const stuck = { ...well, status: 'routing', organisation: null, deadlines: [], notices: [] }
const moderated: CaseSeen = {
  status: 'received',
  organisation: null,
  deadlines: [{ clock: 'moderation', due: '2026-03-02T09:00:00.000Z', paused: false }],
  notices: [sent('moderation', 'operator-1'), sent('received', 'citizen')],
}

/** What is told: the step and why; undefined when all is well. */
async function told(seen: CaseSeen | Error, found: 'started' | 'waiting' | 'ended' = 'waiting', moderate = false) {
  const read = () => (seen instanceof Error ? Promise.reject(seen) : Promise.resolve(seen))
  const region = littleRegion({ moderateMessages: moderate })
  const failed = await look({ region, read, arm: () => Promise.resolve(found) }).catch((error: unknown) => error)
  return failed instanceof StepFailed ? `${failed.step}: ${failed.message}` : failed
}

it.each<[what: string, seen: CaseSeen | Error, says: string | undefined]>([
  ['all is well', well, undefined],
  ['the case cannot be read', new Error('answered 500 instead of 200'), 'case: answered 500 instead of 200'],
  ['nobody has it', stuck, 'routing: the case is routing'],
  ['nobody was told', { ...well, notices: [] }, 'mail: 0 notices were made, not two'],
  [
    'a mail is held back',
    { ...well, notices: [well.notices[0]!, sent('registered', 'citizen', 'claimed')] },
    'mail: the notice "registered" to citizen is claimed',
  ],
  ['nothing is due', { ...well, deadlines: [] }, 'clock: the clock finalAnswer does not run'],
])('%s', async (_, seen, says) => {
  expect(await told(seen)).toBe(says)
})

it('a timer that had to be started was not there', async () => {
  for (const found of ['started', 'ended'] as const)
    expect(await told(well, found)).toBe(`timer: no timer was waiting for 2026-03-05T15:00:00.000Z: ${found}`)
})

it('where messages are moderated it is followed to the desk', async () => {
  expect(await told(moderated, 'started', true)).toBeUndefined()
  expect(await told({ ...moderated, deadlines: [] }, 'waiting', true)).toBe('clock: the clock moderation does not run')
})
