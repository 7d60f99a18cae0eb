// What the processes and schedules of the played world see of it: the table, the queues, the timers, the mail and its faults.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { EventMessage, ReactionName } from '../../functions/case/reactions.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import type { Agenda, Process } from './agenda.ts'
import type { Core } from './core.ts'
import type { FaultClass } from './faults.ts'
import type { CaseTable, Written } from './table.ts'

export interface Surroundings {
  readonly agenda: Agenda
  readonly table: CaseTable
  readonly core: Core
  readonly region: Region
  readonly routing: Routing
  readonly events: readonly CaseEvent[]
  /** Now as ISO, UTC. */
  readonly at: string
  fault(name: FaultClass): boolean
  note(what: string): void
  stream(written: readonly Written[]): void
  send(what: string, consumer: () => Process): void
  ask(what: ReactionName, message: EventMessage): void
  arm(instant: string): 'started' | 'waiting' | 'ended'
  mail(seq: number, recipient: string, kind: string, together: boolean): void
  sure(seq: number, recipient: string): void
  plan(): void
  sweepFailed(): void
}
