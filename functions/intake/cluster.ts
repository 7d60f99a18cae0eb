// A message about what another wrote of before: in the act that makes it a case it joins that one, as by an operator's merge. Called by submit.ts.
import type { Case, Location } from '../case/case.ts'
import type { StoredCase } from '../case/case-file.ts'
import type { CaseEvent } from '../case/events.ts'
import { decide } from '../case/decide.ts'
import { evolve } from '../case/evolve.ts'
import { metresAway } from '../case/nearby.ts'
import type { Region } from '../../regions/schema.ts'
import { loadCase } from '../store/load.ts'

export interface Joining {
  readonly parent: StoredCase
  /** What happens to the new case after it was received. */
  readonly merged: readonly CaseEvent[]
  readonly joined: readonly CaseEvent[]
}

interface Received {
  readonly tableName: string
  readonly region: Region
  /** Of the case to be joined. */
  readonly same: string
  /** Of the message. */
  readonly location: Location | undefined
  readonly stored: StoredCase
  readonly events: readonly CaseEvent[]
  /** ISO, UTC. */
  readonly at: string
}

/** Undefined where the other case is over by now, lies elsewhere, or was never one to join: then the message goes its own way. */
export async function joining({
  tableName,
  region,
  same,
  location,
  stored,
  events,
  at,
}: Received): Promise<Joining | undefined> {
  const parent = await loadCase(tableName, same, at)
  if (!parent || !location || metresAway(parent.state, location) === undefined) return undefined
  const by = { role: 'citizen' } as const
  const child: Case = events.reduce(evolve, stored.state)
  const now = at > parent.state.updatedAt ? at : parent.state.updatedAt
  const merged = decide(child, { type: 'Merge', by, assignment: child.assignment, into: same }, now, region)
  const joined = decide(parent.state, { type: 'Join', by, child: child.id }, now, region)
  return 'events' in merged && 'events' in joined ? { parent, merged: merged.events, joined: joined.events } : undefined
}
