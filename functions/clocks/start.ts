// Arms a clock: an execution that waits until an instant and then queues a tick. Its name is the case and the instant,
// so that arming twice is one clock.
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

const sfn = new SFNClient({})

/** Starts the clock of a case for an instant (ISO, UTC), rounded up to the second because `Wait` drops milliseconds. */
export async function armClock(stateMachineArn: string, caseId: string, instant: string): Promise<void> {
  const seconds = Math.ceil(Date.parse(instant) / 1000)
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
