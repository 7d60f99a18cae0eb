// Looks what has fallen due when a timer ran out. When nothing has (the work was done, or the deadline moved) it arms
// the next instant; when something has, dispatch arms it. Called by the ticks queue.
import { exactInstant } from '../case/clocks/waking.ts'
import { armTimer } from '../timers/arm.ts'
import { tickMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { handle } from '../store/handle.ts'

export const handler = consumer(tickMessage, async ({ caseId }, at) => {
  const handled = await handle({
    tableName: environment('TABLE_NAME'),
    region: deployedRegion(),
    caseId,
    command: { type: 'Tick', by: { role: 'system' } },
    at,
  })
  if (handled.outcome !== 'done') throw new Error(`A timer ran out for the case ${caseId}, which is not there.`)
  log('timer ran out', { caseId, events: handled.events.map((event) => event.type).join(' ') })
  const next = handled.events.length === 0 ? exactInstant(handled.state) : undefined
  if (next) await armTimer(environment('TIMER_ARN'), caseId, next, at)
})
