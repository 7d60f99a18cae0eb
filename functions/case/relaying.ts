// A citizen whom no mail of ours reaches may be asked all the same, where the system that brought the message passes questions on: it reads them
// from the API and gives the reply back. Called by stages, the rule of silence and the page of whoever asks.
import type { Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'

/** The system that passes questions on to the citizen of a case; undefined where none does, or a mail does. */
export function relayOf(
  { integrators }: Pick<Region, 'integrators'>,
  { integrator, reach, erasedAt }: Pick<Case, 'integrator' | 'reach' | 'erasedAt'>,
): Region['integrators'][number] | undefined {
  if (reach !== 'none' || erasedAt) return undefined
  return integrators.find(({ id, relaysQuestions }) => id === integrator && relaysQuestions)
}
