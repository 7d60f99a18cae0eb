// Whose words an event brought, for the index by which the console finds cases: a citizen's. Pure. Called by record, which keeps it, by the
// reactions, by which the sweep sees what is missing there, and by npm run rebuild.
import type { Region } from '../../regions/schema.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseEvent } from './events.ts'

/** The message that came with an event; undefined where none did. */
export function messageOfEvent(event: CaseEvent): string | undefined {
  return 'messageId' in event ? event.messageId : undefined
}

/** Whether the words of cases are kept: the region wants it, and the case is none to try the region with. */
export function isWorded({ search }: Pick<Region, 'search'>, test: boolean | undefined): boolean {
  return search.words && !test
}

/** The messages of a case that its words should lead to, and do not. */
export function unworded(region: Region, { state, events, personal, worded }: CaseFile): string[] {
  if (worded === undefined || !isWorded(region, state.test)) return []
  return events.flatMap((event) => {
    const messageId = messageOfEvent(event)
    return messageId && personal.has(messageId) && !worded.includes(messageId) ? [messageId] : []
  })
}

/** Whether what an event did to a case is not in the index, as far as can be seen. @param seq its number */
export function isUnworded(region: Region, file: CaseFile, seq: number): boolean {
  const event = file.events[seq - 1]!
  if (event.type === 'erased') return (file.worded?.length ?? 0) > 0
  return unworded(region, file).includes(messageOfEvent(event) ?? '')
}
