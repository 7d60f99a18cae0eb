// Takes what was heard in social networks, which becomes a case, or words of one; and looks, by a schedule, whether the networks still call us. Called
// by the queue Heard and a schedule.
import type { Context, ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { heardMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { now } from '../edge/now.ts'
import { pause } from '../edge/pause.ts'
import { refreshRegion } from '../edge/refresh.ts'
import { keepChannels } from './keep.ts'
import { takeHeard } from './take.ts'

/** The time that a look keeps free for what it found (ms). */
const RESERVE_MS = 20_000

const take = consumer(heardMessage, takeHeard)

export async function handler(event: SQSEvent | ScheduledEvent, context: Context): Promise<SQSBatchResponse | void> {
  if ('Records' in event) return take(event, context)
  const at = now()
  await refreshRegion(at)
  await keepChannels(at, { pause, goesOn: () => context.getRemainingTimeInMillis() > RESERVE_MS })
}
