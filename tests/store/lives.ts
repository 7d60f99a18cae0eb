// Cases for the tests of the store: written by the store's own `append`, from commands really decided.
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { append } from '../../functions/store/append.ts'
import { loadCase, newCase } from '../../functions/store/load.ts'
import { littleRegion } from '../little-region.ts'

export const region = littleRegion()
/** Monday, 2 March 2026, 10:00 in the little region. */
export const monday = '2026-03-02T07:00:00.000Z'
export const operator = { role: 'operator', id: 'operator-1' } as const
export const responder = { role: 'responder', id: 'north-office-responder' } as const

export const submit = {
  ...{ type: 'Submit', by: { role: 'citizen' }, messageId: 'M1', channel: 'form' },
  ...{ regime: 'message', language: 'ru', reach: 'email' },
} as const satisfies Unshown
export const assign = {
  ...{ type: 'Assign', by: operator, organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' },
} as const satisfies Unshown

let cases = 0
export const freshId = () => `99-260302-${String((cases += 1)).padStart(5, '0')}`

/** Writes a case that was given these commands one after another, all at one instant (ISO, UTC). */
export async function write(tableName: string, commands: readonly Unshown[], at = monday): Promise<Case> {
  const id = freshId()
  let { state } = newCase(id)
  for (const command of commands) state = await give(tableName, id, command, at)
  return state
}

/** Gives a case, a new one too, a command at an instant (ISO, UTC). */
export async function give(tableName: string, id: string, command: Unshown, at = monday): Promise<Case> {
  const stored = (await loadCase(tableName, id, at)) ?? newCase(id)
  const decision = decide(stored.state, givenNow(stored.state, command), at, region)
  if ('refused' in decision) throw new Error(`${command.type}: ${decision.refused}`)
  const { events } = decision
  const appended = await append(tableName, { stored, events, textDays: region.retention.personalDataDays })
  if (appended.outcome !== 'done') throw new Error(appended.outcome)
  return appended.state
}
