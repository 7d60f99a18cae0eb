// Load, decide, append; decide again when somebody else was faster. A command with an id changes something once,
// however often it comes.
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Command, RefusalCode } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import type { Region } from '../../regions/schema.ts'
import { append, type Item } from './append.ts'
import { hasReceipt, loadCase } from './load.ts'

const ATTEMPTS = 5

export type Handled =
  | { readonly outcome: 'done'; readonly state: Case; readonly events: readonly CaseEvent[] }
  | { readonly outcome: 'repeated'; readonly state: Case }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly state?: Case }

export interface Handling {
  readonly tableName: string
  readonly region: Region
  readonly caseId: string
  readonly command: Command
  /** The instant of the decision (ISO, UTC). */
  readonly at: string
  readonly commandId?: string
  readonly items?: readonly Item[]
}

/** Gives a command to a case. @throws Error when writers kept colliding, so that a queue delivers it again. */
export async function handle(handling: Handling): Promise<Handled> {
  const { tableName, region, caseId, command, at, commandId, items } = handling
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await loadCase(tableName, caseId)
    if (!stored) return { outcome: 'refused', code: 'unknown case' }
    const { state } = stored
    // Whoever was slower decides after what he lost to: the history never runs backwards.
    const now = state.updatedAt > at ? state.updatedAt : at
    const decision = decide(state, command, now, region)
    if ('refused' in decision) {
      const repeated = commandId !== undefined && (await hasReceipt(tableName, caseId, commandId))
      return repeated ? { outcome: 'repeated', state } : { outcome: 'refused', code: decision.refused, state }
    }
    const { events } = decision
    const appended = await append({
      stored,
      events,
      tableName,
      ...(commandId && { commandId }),
      ...(items && { items }),
    })
    if (appended.outcome === 'done') return { outcome: 'done', state: appended.state, events }
    if (appended.outcome === 'repeated' || appended.outcome === 'exists') return { outcome: 'repeated', state }
  }
  throw new Error(`The case ${caseId} was changed ${ATTEMPTS} times while ${command.type} was being decided.`)
}
