// Taking back what was pressed by mistake: for ten minutes, by whoever pressed it, while nothing else has happened. Only what nobody
// outside was told of: taking a case into work, handing it over, asking for more time. Called by `decide`.
import type { Milliseconds } from '../../calendar/instant.ts'
import type { ClockChange } from '../clocks/clock.ts'
import type { Case } from '../case.ts'
import type { CommandOf } from '../commands.ts'
import { nameLoser } from '../assignment.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import { type CaseEvent, undoable, type Undoable } from '../events.ts'
import { replay } from '../evolve.ts'

export const UNDO_MS: Milliseconds = 10 * 60_000

/** The case stands as before, its clocks as they ran; what ended meanwhile of theirs is not owed any more. */
export function undo(now: Situation, { by, history }: CommandOf<'Undo'>): Decision {
  const { state, at } = now
  const act = history.at(-1)
  if (!act || history.length !== state.version || !isUndoable(act)) return refuse('not now')
  if (act.by.role !== by.role || act.by.id !== by.id) return refuse('not yours')
  if (Date.parse(at) - Date.parse(act.at) > UNDO_MS) return refuse('too late')
  const before = replay(state.id, history.slice(0, -1))
  const { organisation, responder } = before
  const clocks = (act.clocks ?? []).flatMap(({ clock }) => asBefore(state, before, clock))
  return happened({
    type: 'undone',
    at,
    by,
    act: act.type,
    actAt: act.at,
    back: {
      status: before.status,
      assignment: before.assignment,
      ...(organisation && { organisation }),
      ...(responder && { responder }),
      ...(before.handoverFrom && { handoverFrom: before.handoverFrom }),
      ...(before.round.extensionRequest && { extensionRequest: before.round.extensionRequest }),
    },
    ...(state.responder !== responder && nameLoser(state, { role: 'system' })),
    ...(clocks.length > 0 && { clocks }),
  })
}

function isUndoable(act: CaseEvent): act is Extract<CaseEvent, { type: Undoable }> {
  return (undoable as readonly string[]).includes(act.type)
}

function asBefore(state: Case, before: Case, clock: ClockChange['clock']): ClockChange[] {
  const to = before.clocks[clock]
  if (to) return [{ clock, change: state.clocks[clock] ? 'move' : 'start', to }]
  return state.clocks[clock] ? [{ clock, change: 'stop' }] : []
}
