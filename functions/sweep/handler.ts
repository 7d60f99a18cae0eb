// The safety net behind stream, queues and clocks: every few minutes it looks at the cases whose time for a check has
// come and sets going again what should have happened. In good health it finds nothing but cases to settle, and each
// healing is counted, because each is a sign of a fault.
import middy from '@middy/core'
import type { Context, ScheduledEvent } from 'aws-lambda'
import { refreshCalendar } from '../edge/calendar.ts'
import { environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { dueChecks } from '../store/due.ts'
import { heal } from './heal.ts'

/** Stop in time to end well: the next sweep goes on (ms). */
const RESERVE_MS = 5_000

export const handler = middy<ScheduledEvent, void>().handler(async (_event, context: Context) => {
  const at = new Date().toISOString()
  await refreshCalendar(at)
  let checked = 0
  let failed = 0
  for await (const caseId of dueChecks(environment('TABLE_NAME'), at)) {
    if (context.getRemainingTimeInMillis() < RESERVE_MS) break
    checked += 1
    await heal(caseId, at).catch((error: unknown) => {
      failed += 1
      logError('check failed', error, { caseId })
    })
  }
  log('swept', { checked, failed })
  if (failed > 0) throw new Error(`${failed} of ${checked} checks failed.`)
})
