// Looks what became of the message of the run before, step by step, in the order in which they happen. Called by the handler.
import type { Region } from '../../regions/schema.ts'
import type { CaseSeen } from './door.ts'

/** By what a failure is called: in the log, and in the runbook. */
export type StepName = 'key' | 'case' | 'routing' | 'mail' | 'clock' | 'timer' | 'end' | 'message'

export class StepFailed extends Error {
  readonly step: StepName

  constructor(step: StepName, message: string) {
    super(message)
    this.name = 'StepFailed'
    this.step = step
  }
}

/** Does a step. @throws StepFailed when it fails, with the step's name. */
export async function step<T>(name: StepName, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof StepFailed ? error : new StepFailed(name, (error as Error).message)
  }
}

export interface Looking {
  readonly region: Pick<Region, 'policy'>
  readonly read: () => Promise<CaseSeen>
  /** Arms the timer of an instant (ISO, UTC) unless it waits. @returns what it found */
  readonly arm: (due: string) => Promise<'started' | 'waiting' | 'ended'>
}

/** @throws StepFailed at the first step that has not happened */
export async function look({ region, read, arm }: Looking): Promise<void> {
  const seen = await step('case', read)
  // Where messages are moderated an operator has to let it in, so it is followed as far as their desk.
  const { moderateMessages } = region.policy
  if (!moderateMessages && !seen.organisation) throw new StepFailed('routing', `the case is ${seen.status}`)
  const unsent = seen.notices.find(({ status }) => status !== 'sent')
  if (unsent) throw new StepFailed('mail', `the notice "${unsent.kind}" to ${unsent.recipient} is ${unsent.status}`)
  // An official is told, and the citizen.
  if (seen.notices.length < 2) throw new StepFailed('mail', `${seen.notices.length} notices were made, not two`)
  const name = moderateMessages ? 'moderation' : 'finalAnswer'
  const clock = seen.deadlines.find((one) => one.clock === name && !one.paused)
  if (!clock) throw new StepFailed('clock', `the clock ${name} does not run`)
  if (moderateMessages) return
  const found = await step('timer', () => arm(clock.due))
  if (found !== 'waiting') throw new StepFailed('timer', `no timer was waiting for ${clock.due}: ${found}`)
}
