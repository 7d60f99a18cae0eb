// What an order does to each case, before it is done: the commands, and the case after them, as the decider says; or why it cannot be done. The
// same is asked again when it is done. Called by act-on-many.tsx and carry-out.ts.
import type { Actor } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Case } from '../case/case.ts'
import type { Command, RefusalCode } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import { evolve } from '../case/evolve.ts'
import { environment } from '../edge/environment.ts'
import { responsibleFor } from '../routing/responsible.ts'
import { loadCaseFile } from '../store/load.ts'
import type { Given } from '../store/handle.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { candidatesOf } from '../web/desk/candidates.ts'
import { BY_ROUTES, type Order } from './order.ts'

/** Why an order does not fit a case: the decider's words, or what this form knows itself. */
export type Reason = RefusalCode | 'gone' | 'main' | 'no topic' | 'no route' | 'failed'

export interface Planned {
  readonly caseId: string
  /** Undefined where there is no such case, or it is none of theirs. */
  readonly file?: CaseFile
  /** The case as it will be; of a merge the main one. */
  readonly after?: Case
  readonly refused?: Reason
}

/** Those of the cases that may be seen, in the order given. */
export async function loadMany(visit: ConsoleVisit, ids: readonly string[]): Promise<Map<string, CaseFile>> {
  const { request, signedIn } = visit
  const files = await Promise.all(ids.map((id) => loadCaseFile(environment('TABLE_NAME'), id, request.at)))
  const scope = scopeOf(signedIn.staff)
  return new Map(files.flatMap((file) => (file && isInScope(scope, file.state) ? [[file.state.id, file]] : [])))
}

/** What would happen to a case as it stands. */
export function planFor(
  visit: ConsoleVisit,
  order: Order,
  caseId: string,
  files: ReadonlyMap<string, CaseFile>,
): Planned {
  const file = files.get(caseId)
  const known = { caseId, ...(file && { file }) }
  const given = commandsFor(visit, order, caseId, files, file?.state.assignment ?? 0)
  if (typeof given === 'string') return { ...known, refused: given }
  let after: Case | undefined
  for (const { caseId: id, command } of given) {
    const { state } = files.get(id)!
    const decision = decide(state, command, visit.request.at, visit.region)
    if ('refused' in decision) return { ...known, refused: decision.refused }
    after = decision.events.reduce(evolve, state)
  }
  return { ...known, ...(after && { after }) }
}

/** The commands that an order is for a case, to be given as one act. @param assignment under which it was shown */
export function commandsFor(
  visit: ConsoleVisit,
  order: Order,
  caseId: string,
  files: ReadonlyMap<string, CaseFile>,
  assignment: number,
): readonly Given[] | Reason {
  const { region } = visit
  const by = actorOf(visit)
  const file = files.get(caseId)
  if (!file) return 'gone'
  const { state } = file
  const one = (command: Command): Given[] => [{ caseId, command }]
  switch (order.act) {
    case 'assign': {
      const topic = order.topic ?? state.topic ?? candidatesOf({ file, region })[0]?.topic
      if (!topic) return 'no topic'
      const found = order.organisation === BY_ROUTES ? responsibleFor(region, topic, state.municipality) : order
      if (!('organisation' in found)) return 'no route'
      return one({ type: 'Assign', by, organisation: found.organisation, topic, assignment })
    }
    case 'reject': {
      const { ground, reason } = order
      return one({ type: 'Reject', by, ground, assignment, ...(reason && { reason }) })
    }
    case 'pass':
      return one({ type: 'PassOn', by, to: order.to })
    case 'merge': {
      const { into } = order
      if (into === caseId) return 'main'
      if (!files.has(into)) return 'gone'
      const due = state.clocks.finalAnswer?.due
      return [
        { caseId, command: { type: 'Merge', by, into, assignment } },
        { caseId: into, command: { type: 'Join', by, child: caseId, ...(due && { due }) } },
      ]
    }
  }
}

/** An operator may do whatever a moderator may. */
function actorOf({ signedIn }: Pick<ConsoleVisit, 'signedIn'>): Actor {
  const { contact, roles } = signedIn.staff
  return { role: roles.includes('operator') ? 'operator' : 'moderator', id: contact.id }
}
