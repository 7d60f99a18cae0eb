// Arms a clock: an execution that waits until an instant and then queues a tick. Its name is the case and the instant,
// so that arming twice is one clock.
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

const sfn = new SFNClient({})

/** An execution ends after a year; a longer wait is made of several clocks, each finding nothing but the next to arm (ms). */
const LONGEST_WAIT_MS = 300 * 86_400_000

/**
 * Starts the clock of a case for an instant, rounded up to the second because `Wait` drops milliseconds.
 * @param instant when it is to tick (ISO, UTC) @param now the instant of arming (ISO, UTC)
 */
export async function armClock(stateMachineArn: string, caseId: string, instant: string, now: string): Promise<void> {
  const seconds = Math.ceil(Math.min(Date.parse(instant), Date.parse(now) + LONGEST_WAIT_MS) / 1000)
  const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
  const start = new StartExecutionCommand({
    stateMachineArn,
    name: `${caseId}-${seconds}`,
    input: JSON.stringify({ caseId, at }),
  })
  await sfn.send(start).catch((error: unknown) => {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  })
}
