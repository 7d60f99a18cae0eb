// Arms a timer: an execution that waits until an instant and then queues a tick. Its name is the case and the instant,
// so that arming twice is one timer. Called by dispatch, tick and sweep.
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

const sfn = new SFNClient({})
// Nobody keeps the log it writes (store/table.ts).
sfn.middlewareStack.remove('loggerMiddleware')

/** An execution ends after a year; a longer wait is made of timers so far apart, each finding nothing but the next to arm (ms). */
const LONGEST_WAIT_MS = 300 * 86_400_000
/** AWS answers a repeated start with the date of the first; clocks of ours and of AWS may differ by this (ms). */
const SKEW_MS = 60_000

/**
 * Starts the timer of a case for an instant, rounded up to the second because `Wait` drops milliseconds.
 * @param instant when it is to tick (ISO, UTC) @param now the instant of arming (ISO, UTC)
 * @returns whether this call started it, it was waiting already, or one of its name has ended
 */
export async function armTimer(
  stateMachineArn: string,
  caseId: string,
  instant: string,
  now: string,
): Promise<'started' | 'waiting' | 'ended'> {
  const tooLong = Date.parse(instant) - Date.parse(now) - LONGEST_WAIT_MS
  const before = Math.max(0, Math.ceil(tooLong / LONGEST_WAIT_MS)) * LONGEST_WAIT_MS
  const seconds = Math.ceil((Date.parse(instant) - before) / 1000)
  const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
  const name = `${caseId}-${seconds}`
  const start = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ caseId, at }) })
  try {
    const { startDate } = await sfn.send(start)
    return startDate && startDate.getTime() >= Date.parse(now) - SKEW_MS ? 'started' : 'waiting'
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return 'ended'
    throw error
  }
}
