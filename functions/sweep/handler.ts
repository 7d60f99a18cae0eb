// Looks every few minutes at the cases whose time has come: reminds where no timer watches, ends a citizen's time, and
// sets going again what stream, queues and timers lost. Each such healing is counted, because each is a sign of a
// fault. Called by a schedule, once for each share of the cases.
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { refreshRegion } from '../edge/refresh.ts'
import { environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { putOffCheck } from '../store/checks.ts'
import { dueChecks } from '../store/due.ts'
import { heal } from './heal.ts'

/** With less time left no case is begun, because one may take as long: the next sweep goes on (ms). */
const RESERVE_MS = 15_000
/** Cases looked at at once: they wait for the table, not for this function. */
const CONCURRENCY = 32

/** Which share of the cases a run looks at: runs of all shares go on beside each other. Without it, all. */
interface Share {
  readonly part?: number
  readonly of?: number
}

export const handler = middy<Share, void>().handler(async ({ part = 0, of = 1 }, context: Context) => {
  const at = now()
  await refreshRegion(at)
  let checked = 0
  let failed = 0
  const due = dueChecks(environment('TABLE_NAME'), at)
  const work = async () => {
    for await (const caseId of due) {
      if (context.getRemainingTimeInMillis() < RESERVE_MS) return
      if (caseId.codePointAt(caseId.length - 1)! % of !== part) continue
      checked += 1
      await heal(caseId, at).catch((error: unknown) => {
        failed += 1
        logError('check failed', error, { caseId })
        return putOff(caseId, at)
      })
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  log('swept', { checked, failed })
  if (failed > 0) throw new Error(`${failed} of ${checked} checks failed.`)
})

/** Otherwise the case would come before all others at every sweep. If this fails too, it is looked at first once more. */
async function putOff(caseId: string, at: string): Promise<void> {
  await putOffCheck(environment('TABLE_NAME'), caseId, at).catch((error: unknown) =>
    logError('check not put off', error, { caseId }),
  )
}
