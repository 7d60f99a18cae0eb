// Gives commands to played cases: load, decide, append; decide again when somebody else was faster, as
// functions/store/handle.ts does. Commands to several cases are carried out together or not at all. Called by world.ts
// and the processes.
import type { Command, RefusalCode } from '../../functions/case/commands.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Surroundings } from './surroundings.ts'

const ATTEMPTS = 5

/** A command to one case, by somebody who saw so many events of it on the page. */
export interface Given {
  readonly caseId: string
  readonly command: Command
  readonly seen: number
}

export interface Part {
  readonly around: Surroundings
  readonly command: Command
  readonly seen?: number
}

/** @returns what happened to each case; nothing where a command was refused or came again. @throws when writers kept colliding. */
export function* give(parts: readonly Part[], commandId?: string): Generator<void, readonly (readonly CaseEvent[])[]> {
  const nothing = parts.map(() => [])
  const asked = parts[0]!.around.at
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = parts.map(({ around }) => around.table.load())
    yield
    const at = [asked, ...stored.map(({ state }) => state.updatedAt)].sort().at(-1)!
    // What was asked before a deployment is decided by the functions that were asked.
    const region = parts[0]!.around.regionOf(at)
    const decided: (readonly CaseEvent[])[] = []
    for (const [index, { around, command }] of parts.entries()) {
      const { state } = stored[index]!
      const decision = around.core.decide(state, command, at, region)
      if ('refused' in decision) {
        if (commandId && around.table.hasReceipt(commandId)) return nothing
        around.note(`${command.type} refused: ${decision.refused}`)
        keep(parts[index]!, state.version, decision.refused)
        return nothing
      }
      decided.push(decision.events)
    }
    const writes = parts
      .map((part, index) => ({ part, before: stored[index]!, events: decided[index]! }))
      .filter(({ events }) => events.length > 0)
    const obstacle = writes.map(({ part, before }) => part.around.table.obstacle(before, commandId)).find(Boolean)
    if (obstacle === 'repeated') return nothing
    if (obstacle === 'conflict') continue
    for (const { part, before, events } of writes) {
      keep(part, before.state.version)
      part.around.stream(part.around.table.append(before, events, commandId))
    }
    if (writes.length > 0) yield
    return decided
  }
  throw new Error('writers kept colliding')
}

function keep({ around, command, seen }: Part, decidedOn: number, refused?: RefusalCode) {
  if (seen === undefined) return
  const { type, by } = command
  around.tried({ type, by, seen, decidedOn, ...(refused && { refused }) })
}
