// What happens to the clocks when a question waits for its citizen no more: work resumes without their answer. Called by the
// stages undelivered and mailing.
import type { Situation } from '../decision.ts'
import { resume } from './changes.ts'
import type { ClockChange } from './clock.ts'

export function giveUpQuestion(now: Situation): ClockChange[] {
  return [{ clock: 'clarification', change: 'stop' }, ...resume(now, 'question')]
}
