// Does what was planned, case by case: each for itself, so that one refusal stops nothing, and each once, however often the form is sent. Called
// by act-on-many.tsx.
import { environment } from '../edge/environment.ts'
import { logError } from '../edge/log.ts'
import { handleTogether } from '../store/handle.ts'
import { noteItem } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Order } from './order.ts'
import { commandsFor, loadMany, type Planned } from './plan.ts'

/** Cases at once; those of one main case come one after another, as each changes it. */
const HANDS = 5

/** Without a reason it is done. */
export type Result = Pick<Planned, 'caseId' | 'file' | 'refused'>

/** @param shown the cases in their order, each with the assignment under which the page showed it @param commandId of the form */
export async function carryOut(
  visit: ConsoleVisit,
  order: Order,
  shown: ReadonlyMap<string, number>,
  commandId: string,
): Promise<Result[]> {
  const ids = [...shown.keys()]
  const hands = order.act === 'merge' ? 1 : HANDS
  const results: Result[] = []
  for (let from = 0; from < ids.length; from += hands) {
    const some = ids.slice(from, from + hands)
    results.push(...(await Promise.all(some.map((id) => carryOutOne(visit, order, id, shown.get(id)!, commandId)))))
  }
  return results
}

async function carryOutOne(
  visit: ConsoleVisit,
  order: Order,
  caseId: string,
  shown: number,
  commandId: string,
): Promise<Result> {
  const { region, request } = visit
  const tableName = environment('TABLE_NAME')
  try {
    const files = await loadMany(visit, [caseId, ...(order.act === 'merge' ? [order.into] : [])])
    const file = files.get(caseId)
    const known = { caseId, ...(file && { file }) }
    const given = commandsFor(visit, order, caseId, files, shown)
    if (typeof given === 'string') return { ...known, refused: given }
    const [first, ...others] = given
    const noted = noteItem(visit, {
      what: 'case changed',
      caseId,
      about: `${first!.command.type}, one of many ${commandId}`,
    })
    // What was done already is refused by the case as it stands, and then known by its receipt.
    // Of each case by itself: the main one of a merge is given a command for each that joins it.
    const handled = await handleTogether([{ ...first!, items: [noted] }, ...others], {
      ...{ tableName, region, at: request.at, commandId: `${commandId}-${caseId}` },
    })
    return handled.outcome === 'refused' ? { ...known, refused: handled.code } : known
  } catch (error) {
    logError('one of many failed', error, { caseId })
    return { caseId, refused: 'failed' }
  }
}
