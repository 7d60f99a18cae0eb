// Keeps the index of words for what events brought: citizens' messages, or the end of all of a case. Called by the handler.
import { isWorded, messageOfEvent } from '../case/worded.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { each, type Failed, togetherOrEach } from '../edge/together.ts'
import type { Pause } from '../store/read-many.ts'
import { forgetWords, indexMessages, type MessageName } from '../store/word-index.ts'
import type { Told } from './told.ts'

interface Worded extends MessageName {
  readonly told: Told
}

/** As often as it is told of the events. @param at now (ISO, UTC) @returns those that are to be told again */
export async function indexWords(
  told: readonly Told[],
  at: string,
  pause: Pause,
  hasTime: () => boolean,
): Promise<Failed<Told>> {
  const tableName = environment('TABLE_NAME')
  const unindexed = await togetherOrEach(told.flatMap(wordedIn), hasTime, async (some) => {
    const words = await indexMessages(tableName, some, at, pause)
    for (const [index, { caseId, told: one }] of some.entries())
      log('words kept', { caseId, seq: one.seq, words: words[index]! })
  })
  // Also where words are not kept any more: those of before are taken away.
  const erased = told.filter(({ events, seq }) => events[seq - 1]!.type === 'erased')
  const kept = await each(erased, hasTime, ({ caseId }) => forgetWords(tableName, caseId, at))
  return new Map([...[...unindexed].map(([one, error]) => [one.told, error] as const), ...kept])
}

/** The message that an event brought, where its words are kept. */
function wordedIn(told: Told): Worded[] {
  const { caseId, seq, events } = told
  const messageId = messageOfEvent(events[seq - 1]!)
  const [received] = events
  if (!messageId || !isWorded(deployedRegion(), received?.type === 'received' && received.test)) return []
  return [{ told, caseId, messageId }]
}
