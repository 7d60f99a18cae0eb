// Keeps the index of words for what an event brought: a citizen's message, or the end of all of them. Called by the handler.
import type { CaseEvent } from '../case/events.ts'
import { isWorded, messageOfEvent } from '../case/worded.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { forgetWords, indexMessage } from '../store/word-index.ts'

/** As often as it is told of the event. @param events the history up to it @param at now (ISO, UTC) @throws when it is to be tried again */
export async function indexWords(caseId: string, events: readonly CaseEvent[], at: string): Promise<void> {
  const event = events.at(-1)!
  const tableName = environment('TABLE_NAME')
  // Also where words are not kept any more: those of before are taken away.
  if (event.type === 'erased') return forgetWords(tableName, caseId, at)
  const messageId = messageOfEvent(event)
  const [received] = events
  if (!messageId || !isWorded(deployedRegion(), received?.type === 'received' && received.test)) return
  const words = await indexMessage(tableName, caseId, messageId, at)
  log('words kept', { caseId, seq: events.length, words })
}
