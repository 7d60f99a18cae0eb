// Tries the region as it stands: looks what became of the message of the run before, takes it back, and posts the next, through
// the public door and with a key that lives an hour. A good run tells nothing; what failed is counted and named. Called by a schedule
// where the region's file switches it on.
import { randomBytes } from 'node:crypto'
import middy from '@middy/core'
import type { ScheduledEvent } from 'aws-lambda'
import { letters } from '../case/ids.ts'
import { later } from '../case/clocks/waking.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { newIntegratorKey } from '../intake/integrator-key.ts'
import { keepTrial, lastTrial, storeKey, type Trial } from '../store/trials.ts'
import { armTimer } from '../timers/arm.ts'
import { doorAt } from './door.ts'
import { look, step, StepFailed } from './look.ts'
import { trialMessage } from './message.ts'

const HOUR_MS = 3_600_000
/** The mailbox simulator of SES. */
const NOBODY = 'success@simulator.amazonses.com'

type Door = ReturnType<typeof doorAt>

export const handler = middy<ScheduledEvent, void>().handler(async () => {
  const at = now()
  try {
    const door = await step('key', () => openDoor(at))
    const last = await step('key', () => lastTrial(environment('TABLE_NAME'), at))
    if (last) {
      await told(last, () => lookAt(last, door, at))
      await told(last, () => step('end', () => door.withdraw(last.trackUrl, letters(16, randomBytes))))
    }
    await step('message', () => postNext(door, at))
  } catch (error) {
    tell(error)
  }
})

/** The key is in no file and no parameter: it is made, used and forgotten within a run. */
async function openDoor(at: string): Promise<Door> {
  const grant = { integrator: 'canary', scopes: ['messages:write', 'cases:read'], expiresAt: later(at, HOUR_MS) }
  const { key, item } = newIntegratorKey({ ...grant, test: true }, randomBytes)
  await storeKey(environment('TABLE_NAME'), item, at)
  return doorAt(environment('PUBLIC_URL'), key)
}

function lookAt({ caseId }: Trial, door: Door, at: string): Promise<void> {
  const arm = (due: string) => armTimer(environment('TIMER_ARN'), caseId, due, at)
  return look({ region: deployedRegion(), read: () => door.read(caseId), arm })
}

async function postNext(door: Door, at: string): Promise<void> {
  const { id, trackUrl } = await door.post(trialMessage(deployedRegion(), NOBODY), letters(16, randomBytes))
  await keepTrial(environment('TABLE_NAME'), { caseId: id, trackUrl }, at)
  log('canary posted', { caseId: id })
}

/** What fails of one message does not keep the next from being posted. */
async function told({ caseId }: Trial, run: () => Promise<void>): Promise<void> {
  await run().catch((error: unknown) => tell(error, caseId))
}

function tell(error: unknown, caseId?: string): void {
  const failed = error instanceof StepFailed ? error.step : undefined
  logError('canary failed', error, { step: failed, caseId })
  count('CanaryFailed', 1, deployedRegion(), { step: failed, caseId })
}
