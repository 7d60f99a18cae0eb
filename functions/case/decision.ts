// What a command leads to (events or a refusal), and what every rule that decides may look at. Used by `decide` and the
// stages.
import type { Instant } from '../calendar/instant.ts'
import type { Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './events.ts'
import type { RefusalCode } from './commands.ts'

export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refused: RefusalCode }

/** The case, the instant of the decision and the region with its policy and calendar. */
export interface Situation {
  readonly state: Case
  readonly at: Instant
  readonly region: Region
}

export function happened(...events: CaseEvent[]): Decision {
  return { events }
}

export function refuse(code: RefusalCode): Decision {
  return { refused: code }
}
