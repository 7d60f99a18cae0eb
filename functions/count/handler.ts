// An event that ended clocks is counted, once, whenever and however often it is delivered: what it adds follows from the
// case's history up to it, never from what the case has become since.
import { replay } from '../case/evolve.ts'
import { eventMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { incrementOf } from '../statistics/counters.ts'
import { measurementsOf } from '../statistics/measure.ts'
import { countOnce } from '../store/count.ts'
import { loadHistory } from '../store/history.ts'

export const handler = consumer(eventMessage, async ({ caseId, seq }) => {
  const tableName = environment('TABLE_NAME')
  const history = await loadHistory(tableName, caseId, seq)
  const event = history.at(-1)!
  const measured = measurementsOf(deployedRegion(), replay(caseId, history.slice(0, -1)), event)
  if (measured.length === 0) return
  const counted = await countOnce(tableName, caseId, seq, measured.map(incrementOf))
  if (counted) log('clocks counted', { caseId, seq, type: event.type, clocks: measured.length })
})
