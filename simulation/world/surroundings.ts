// What the processes and schedules of the played world see of it around one case: its table, the queues, the timers,
// the mail and the faults, and the other cases. Made by played-case.ts.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { EventMessage, ReactionName } from '../../functions/case/reactions.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import type { Agenda, Process } from './agenda.ts'
import type { Attempt } from './attempt.ts'
import type { Core } from './core.ts'
import type { FaultClass, Faults } from './faults.ts'
import type { Chance } from './random.ts'
import type { CaseTable, Written } from './table.ts'

/** What all cases of the played region share. */
export interface Shared {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly core: Core
  readonly faults: Faults
  readonly region: Region
  /** The region's file in force at an instant (ISO, UTC). */
  regionOf(at: string): Region
  /** Now as ISO, UTC. */
  readonly at: string
  /** What surrounds a case of the region. */
  around(caseId: string): Surroundings | undefined
  fault(name: FaultClass): boolean
  meet(name: FaultClass | 'stream outage'): void
  note(what: string): void
  send(what: string, consumer: () => Process): void
}

export interface Surroundings extends Pick<
  Shared,
  'agenda' | 'core' | 'region' | 'regionOf' | 'at' | 'around' | 'fault' | 'note' | 'send'
> {
  readonly table: CaseTable
  readonly routing: Routing
  readonly events: readonly CaseEvent[]
  tried(attempt: Attempt): void
  stream(written: readonly Written[]): void
  ask(what: ReactionName, message: EventMessage): void
  arm(instant: string): 'started' | 'waiting' | 'ended'
  mail(seq: number, recipient: string, kind: string, together: boolean): void
  sure(seq: number, recipient: string): void
  plan(): void
  sweepFailed(): void
}
