// What the queue told of, each event once, with the history of its case: read once however much is told of a case. Called by the handler.
import type * as z from 'zod/mini'
import type { CaseEvent } from '../case/events.ts'
import type { eventMessage } from '../contract/queued.ts'
import type { Failed } from '../edge/together.ts'
import type { Received } from '../edge/whole-consumer.ts'
import { loadFedEvents } from '../store/history.ts'

/** An event that is to be put on record. */
export interface Told {
  readonly caseId: string
  readonly seq: number
  /** How often it was told by now, from 1. */
  readonly receives: number
  /** The history of its case from the start, with what came after it. */
  readonly events: readonly CaseEvent[]
  /** Where the case stood in the feed when the history was read. */
  readonly fedUpTo: number
}

export type EventReceived = Received<z.output<typeof eventMessage>>

/** @returns which event each message tells of; and those messages whose event cannot be read, each with why */
export async function toldIn(
  tableName: string,
  received: readonly EventReceived[],
): Promise<{ readonly told: ReadonlyMap<EventReceived, Told>; readonly failed: Failed<EventReceived> }> {
  const told = new Map<EventReceived, Told>()
  const failed: Failed<EventReceived> = new Map()
  const byCase = Map.groupBy(received, ({ message }) => message.caseId)
  await Promise.all(
    [...byCase].map(async ([caseId, messages]) => {
      try {
        const history = await loadFedEvents(tableName, caseId)
        for (const [seq, same] of Map.groupBy(messages, ({ message }) => message.seq)) {
          if (history.events.length < seq) fail(same, new Error(`The event ${seq} of the case ${caseId} is not there.`))
          const one = { caseId, seq, receives: Math.max(...same.map(({ receives }) => receives)), ...history }
          for (const each of same) if (!failed.has(each)) told.set(each, one)
        }
      } catch (error) {
        fail(messages, error)
      }
    }),
  )
  return { told, failed }

  function fail(messages: readonly EventReceived[], error: unknown) {
    for (const one of messages) failed.set(one, error)
  }
}
