// What waits for the holder of a link: it follows from how the case stands and from whose link it is.
import { decide } from '../case/decide.ts'
import { givenNow, mayGive } from '../case/permissions.ts'
import type { ReviewVisit } from './visit.ts'

export interface Decisions {
  readonly answer: boolean
  readonly admit: boolean
  readonly reject: boolean
  /** `first`: nobody has it yet; `again`: it can be taken from whoever has it. */
  readonly assign: 'first' | 'again' | 'no'
  readonly extension: 'grant or refuse' | 'refuse only' | 'no'
}

export function decisionsFor({ link, file, region, request }: ReviewVisit): Decisions {
  const { state } = file
  const role = link.purpose === 'review' ? 'moderator' : 'operator'
  const by = { role, id: link.recipient } as const
  const may = (type: Parameters<typeof mayGive>[1]) => mayGive(state, type, role)
  const asked = state.round.extensionRequest !== undefined && may('GrantExtension')
  const grantable =
    asked && !('refused' in decide(state, givenNow(state, { type: 'GrantExtension', by }), request.at, region))
  const unassigned = state.status === 'routing' || state.status === 'triage'
  return {
    answer: may('ApproveAnswer') && state.round.draft !== undefined,
    admit: may('Admit'),
    reject: may('Reject'),
    assign: !may('Assign') ? 'no' : unassigned ? 'first' : 'again',
    extension: !asked ? 'no' : grantable ? 'grant or refuse' : 'refuse only',
  }
}
