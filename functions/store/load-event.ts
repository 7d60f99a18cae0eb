// Reads one event of a case. Called by route, when the end of a case is to reach one that was merged into it.
import type { CaseEvent } from '../case/events.ts'
import { putBack } from '../case/texts.ts'
import { unpack } from './packed.ts'
import { itemsOf } from './partition.ts'
import { keys } from './table.ts'
import { textsIn } from './texts.ts'

/**
 * One event of a case as it was written, read consistently: of those that end a case, which are alike in every version. What
 * was erased by an instant (ISO, UTC) is empty. @throws Error when it is not there.
 */
export async function loadEvent(tableName: string, caseId: string, seq: number, at: string): Promise<CaseEvent> {
  const { pk, sk } = keys.event(caseId, seq)
  const [item] = await itemsOf(tableName, pk, sk, sk)
  if (!item) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  const texts = await itemsOf(tableName, pk, keys.texts(caseId, 0).sk, keys.texts(caseId, seq).sk)
  return putBack(unpack(item['event']), textsIn(texts, at)) as CaseEvent
}
