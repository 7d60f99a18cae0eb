// One case of the played region, with what surrounds it alone: its table, stream, timers, mails and schedules, which
// behave as theirs do, faults included. Made by world.ts.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { EventMessage, ReactionName } from '../../functions/case/reactions.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import type { Agenda, Process } from './agenda.ts'
import type { Attempt } from './attempt.ts'
import type { Core } from './core.ts'
import type { FaultClass } from './faults.ts'
import { bounce, consumers, dispatch, type Failure, tick } from './processes.ts'
import { routingFor } from './routing.ts'
import { Schedules } from './schedules.ts'
import type { Shared, Surroundings } from './surroundings.ts'
import { CaseTable, type Written } from './table.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export interface Mail {
  readonly seq: number
  readonly recipient: string
  readonly kind: string
  /** ms, UTC. */
  readonly at: number
  /** Went with others of the same person as one mail. */
  readonly together: boolean
}

export class PlayedCase implements Surroundings {
  readonly table: CaseTable
  readonly mails: Mail[] = []
  readonly attempts: Attempt[] = []
  /** Mails that may have gone twice, because a function ended between sending and noting it. */
  readonly unsure = new Set<string>()
  /** Instants (ms) at which a run of the sweep failed. */
  readonly sweepFailures: number[] = []
  readonly timers = new Map<string, 'waiting' | 'ended'>()
  readonly #shared: Shared
  readonly #routing: Routing | undefined
  readonly #schedules: Schedules

  constructor(shared: Shared, caseId: string, routing?: Routing) {
    this.#shared = shared
    this.#routing = routing
    this.table = new CaseTable(caseId, shared.core)
    this.#schedules = new Schedules(this)
  }

  get agenda(): Agenda {
    return this.#shared.agenda
  }

  get core(): Core {
    return this.#shared.core
  }

  get region(): Region {
    return this.#shared.region
  }

  regionOf(at: string): Region {
    return this.#shared.regionOf(at)
  }

  get at(): string {
    return this.#shared.at
  }

  get routing(): Routing {
    return this.#routing ?? routingFor(this.region, this.#shared.chance)
  }

  get events(): readonly CaseEvent[] {
    return this.table.events
  }

  around(caseId: string): Surroundings | undefined {
    return this.#shared.around(caseId)
  }

  fault(name: FaultClass): boolean {
    return this.#shared.fault(name)
  }

  note(what: string): void {
    this.#shared.note(`${this.table.caseId} ${what}`)
  }

  tried(attempt: Attempt): void {
    this.attempts.push(attempt)
  }

  send(what: string, consumer: () => Process): void {
    this.#shared.send(`${this.table.caseId} ${what}`, consumer)
  }

  /** Written events go out by the stream. */
  stream(written: readonly Written[]): void {
    for (const one of written) {
      this.note(`event ${one.seq} ${one.event.type}${'clock' in one.event ? ` ${one.event.clock}` : ''}`)
      if (!this.fault('lost event')) this.#deliverEvent(one, this.agenda.now + this.#between(50, 800))
    }
    this.plan()
  }

  #deliverEvent(one: Written, at: number) {
    const { streamOutage: outage } = this.#shared.faults
    const held = outage !== undefined && at >= outage.from && at < outage.to
    if (held) this.#shared.meet('stream outage')
    const instant = held ? outage.to + Math.round((at - outage.from) / 1_000) : at
    this.agenda.at(instant, () =>
      this.agenda.start(dispatch(this, one), (why) => {
        this.note(`dispatch of ${one.seq}: ${why}`)
        this.#deliverEvent(one, this.agenda.now + 2 * SECOND)
      }),
    )
  }

  ask(what: ReactionName, message: EventMessage): void {
    const { seq, child } = message
    this.send(`${what} ${seq}${child ? ` for ${child}` : ''}`, () => consumers[what](this, message))
  }

  /** Arms a timer, as functions/timers/arm.ts does. */
  arm(instant: string): 'started' | 'waiting' | 'ended' {
    const at = Math.ceil(Date.parse(instant) / SECOND) * SECOND
    const known = this.timers.get(String(at))
    if (known) return known
    const lost = this.fault('lost timer')
    this.timers.set(String(at), lost ? 'ended' : 'waiting')
    if (lost) return 'started'
    const late = this.fault('late timer') ? this.#between(10 * MINUTE, 8 * HOUR) : this.#between(0, 2 * SECOND)
    const ring = () => {
      this.timers.set(String(at), 'ended')
      this.send('tick', () => tick(this))
    }
    this.agenda.at(at + late, ring)
    if (this.fault('double timer')) this.agenda.at(at + late + this.#between(0, HOUR), ring)
    return 'started'
  }

  /** Sees to it that the schedules look when there is something to look at. */
  plan(): void {
    this.#schedules.plan()
  }

  sweepFailed(): void {
    this.sweepFailures.push(this.agenda.now)
    this.plan()
  }

  mail(seq: number, recipient: string, kind: string, together: boolean): void {
    this.note(`mail of ${seq} to ${recipient}: ${kind}`)
    this.mails.push({ seq, recipient, kind, at: this.agenda.now, together })
    this.unsure.add(`${seq}#${recipient}`)
    if (!this.fault('lost mail')) return
    const failure = this.#shared.chance.weighted<Failure>([
      [4, { why: 'bounce', permanent: true }],
      [3, { why: 'bounce', permanent: false }],
      [1, { why: 'complaint', permanent: false }],
      [1, { why: 'reject', permanent: false }],
    ])
    this.agenda.at(this.agenda.now + this.#between(SECOND, HOUR), () =>
      this.send(`bounce of ${seq}`, () => bounce(this, seq, recipient, failure)),
    )
  }

  /** A mail was noted as sent; if it was the only one, nothing is in doubt. */
  sure(seq: number, recipient: string): void {
    const copies = this.mails.filter((mail) => mail.seq === seq && mail.recipient === recipient).length
    if (copies === 1) this.unsure.delete(`${seq}#${recipient}`)
  }

  #between(from: number, to: number): number {
    return this.#shared.chance.between(from, to)
  }
}
