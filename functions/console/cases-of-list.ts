// All cases of a list at once, as far as a page or a file can hold them: each read itself, what does not belong there any more left out. Called by the
// map and by the file of a list.
import type { Case } from '../case/case.ts'
import { environment } from '../edge/environment.ts'
import { queueEntries } from '../store/queue.ts'
import { loadPlacedStates } from '../store/states.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { closedPage } from './closed.ts'
import type { AskedList } from './filter.tsx'
import { sourceOf } from './lists.ts'
import { dueIn, isMeant } from './queue.tsx'

export interface ListedState {
  readonly state: Case
  /** When its list wants it done (ISO, UTC); undefined of a case that is closed. */
  readonly due: string | undefined
}

export interface WholeList {
  /** What is due first comes first. */
  readonly cases: readonly ListedState[]
  /** The list has more than were asked for. */
  readonly isMore: boolean
}

export async function casesOfList(visit: ConsoleVisit, asked: AskedList, most: number): Promise<WholeList> {
  const { signedIn } = visit
  const { caseIds, isMore } =
    asked.list === 'closed' ? await closedIds(visit, asked, most) : await openIds(visit, asked, most)
  const states = await loadPlacedStates(environment('TABLE_NAME'), caseIds, visit.request.at)
  const scope = scopeOf(signedIn.staff)
  const cases = caseIds.flatMap((id): ListedState[] => {
    const state = states.get(id)
    if (!state || !isInScope(scope, state) || !isMeant(state, asked)) return []
    const due = dueIn(visit, state, asked)
    return due === undefined ? [] : [{ state, due: due ?? undefined }]
  })
  return { cases, isMore }
}

async function openIds(visit: ConsoleVisit, asked: AskedList, most: number) {
  const { region, request, signedIn } = visit
  const { list } = asked
  if (list === 'closed') return { caseIds: [], isMore: false }
  const source = sourceOf(region, signedIn.staff, list, asked, request.at)
  const { entries } = await queueEntries({ tableName: environment('TABLE_NAME'), ...source, most: most + 1 })
  const inOrder = entries.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ caseId }) => caseId)
  return { caseIds: inOrder.slice(0, most), isMore: inOrder.length > most }
}

async function closedIds(visit: ConsoleVisit, asked: AskedList, most: number) {
  const caseIds: string[] = []
  let after: string | undefined
  do {
    const page = await closedPage(visit, asked, after)
    caseIds.push(...page.caseIds)
    after = page.next
  } while (after && caseIds.length <= most)
  return { caseIds: caseIds.slice(0, most), isMore: caseIds.length > most }
}
