// Which acts of a case are in doubt, because whoever they are recorded of said that they were not theirs. Called by the stage that
// takes that down, by mails and pages.
import type { CaseFile } from './case-file.ts'
import type { Link } from './notices/link.ts'
import type { Case } from './case.ts'
import { type CaseEvent, disownable, type Disownable, type EventOf } from './events.ts'

export type Act = EventOf<Disownable>

export function isDisownable(event: CaseEvent): event is Act {
  return event.by.role === 'responder' && (disownable as readonly string[]).includes(event.type)
}

/** What was done in somebody's name since an instant (ISO, UTC), that act included, the oldest first. */
export function actsSince(events: readonly CaseEvent[], contact: string | undefined, since: string): Act[] {
  return events.filter(isDisownable).filter(({ by, at }) => by.id === contact && at >= since)
}

/** What the case's operator has to look into: who said it, and what is in doubt; the last who said it last. */
export function inDoubt({ state, events }: Pick<CaseFile, 'state' | 'events'>) {
  if (!state.disownedAt) return []
  return Object.entries(state.disowned ?? {}).map(([contact, { since, at }]) => ({
    contact,
    acts: actsSince(events, contact, since).filter((act) => act.at <= at),
    saidAt: at,
  }))
}

/** Whether whoever wrote the answer that waits for a moderator says that it was not they. */
export function isDraftDisowned({ state, events }: Pick<CaseFile, 'state' | 'events'>): boolean {
  const draft = events.findLast((event) => event.type === 'answered')
  return state.status === 'answer_review' && draft !== undefined && isInDoubt(state, draft)
}

/** Whether a link was revoked: it was issued before its holder said that an act was not theirs. Links without an instant are older. */
export function isRevoked({ recipient, issuedAt = '' }: Link, { disowned }: Pick<Case, 'disowned'>): boolean {
  const said = disowned?.[recipient]
  return said !== undefined && issuedAt < said.at
}

/** Whether an act was disowned, or came after one that was, in the same name. */
export function isInDoubt({ disowned }: Pick<Case, 'disowned'>, { by, at }: Pick<CaseEvent, 'by' | 'at'>): boolean {
  const said = disowned?.[by.id ?? '']
  return said !== undefined && said.since <= at && at <= said.at
}
