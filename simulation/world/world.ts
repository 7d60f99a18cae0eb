// A region with one case in it, without AWS: the pure rules of the system, and around them a table, a stream, queues, timers
// and schedules that behave as theirs do, faults included. Everything follows from a seed.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Command } from '../../functions/case/commands.ts'
import type { EventMessage, ReactionName } from '../../functions/case/reactions.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import { Agenda, type Process } from './agenda.ts'
import { type Core, core as systemCore } from './core.ts'
import type { FaultClass, Faults } from './faults.ts'
import { act, bounce, consumers, dispatch, type Failure, tick } from './processes.ts'
import type { Chance } from './random.ts'
import { routingFor } from './routing.ts'
import { Schedules } from './schedules.ts'
import type { Surroundings } from './surroundings.ts'
import { CaseTable, type Written } from './table.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** When a message that failed comes again, and how often it comes before it is a dead letter. */
const VISIBILITY_MS = 3 * MINUTE
const RECEIVES = 5

export interface Mail {
  readonly seq: number
  readonly recipient: string
  readonly kind: string
  /** ms, UTC. */
  readonly at: number
  /** Went with others of the same person as one mail. */
  readonly together: boolean
}

export interface WorldOptions {
  readonly caseId: string
  /** The region's file from an instant (ms, UTC) on: a deployment changes it. */
  readonly regions: readonly { readonly from: number; readonly region: Region }[]
  readonly start: number
  readonly chance: Chance
  readonly faults: Faults
  readonly core?: Core
  /** Where the message goes; without it, to an invented topic and place. */
  readonly routing?: Routing
}

export class World implements Surroundings {
  readonly agenda: Agenda
  readonly table: CaseTable
  readonly chance: Chance
  readonly core: Core
  readonly mails: Mail[] = []
  /** Mails that may have gone twice, because a function ended between sending and noting it. */
  readonly unsure = new Set<string>()
  /** Instants (ms) at which a run of the sweep failed. */
  readonly sweepFailures: number[] = []
  readonly clocks = new Map<string, 'waiting' | 'ended'>()
  /** Which faults happened, and how often. */
  readonly met = new Map<FaultClass | 'stream outage', number>()
  /** What happened, in words. */
  readonly trace: string[] = []
  readonly #regions: WorldOptions['regions']
  readonly #faults: Faults
  readonly #routing: Routing | undefined
  readonly #schedules: Schedules

  constructor({ caseId, regions, start, chance, faults, core = systemCore, routing }: WorldOptions) {
    this.#regions = regions
    this.#faults = faults
    this.#routing = routing
    this.chance = chance
    this.core = core
    this.agenda = new Agenda(start, chance, () => this.fault('crash'))
    this.table = new CaseTable(caseId, core)
    this.#schedules = new Schedules(this)
  }

  get region(): Region {
    return this.#regions.findLast(({ from }) => from <= this.agenda.now)!.region
  }

  /** Now as ISO, UTC. */
  get at(): string {
    return new Date(this.agenda.now).toISOString()
  }

  get routing(): Routing {
    return this.#routing ?? routingFor(this.region, this.chance)
  }

  fault(name: FaultClass): boolean {
    const happens = this.chance.happens(this.#faults.chances[name] ?? 0)
    if (happens) this.#meet(name)
    return happens
  }

  #meet(name: FaultClass | 'stream outage') {
    this.note(`fault: ${name}`)
    this.met.set(name, (this.met.get(name) ?? 0) + 1)
  }

  note(what: string): void {
    this.trace.push(`${this.at} ${what}`)
  }

  /** Somebody gives a command over the web; when it fails he sees an error, and sends it again or not. */
  command(command: Command, commandId: string): void {
    this.note(`${command.by.role} gives ${command.type}`)
    this.agenda.start(act(this, command, commandId), (why) => {
      this.note(`${command.type} failed: ${why}`)
      if (this.chance.happens(0.5))
        this.agenda.at(this.agenda.now + 20 * SECOND, () => this.command(command, commandId))
    })
  }

  /** Written events go out by the stream. */
  stream(written: readonly Written[]): void {
    for (const one of written) {
      this.note(`event ${one.seq} ${one.event.type}${'clock' in one.event ? ` ${one.event.clock}` : ''}`)
      if (!this.fault('lost event')) this.#deliverEvent(one, this.agenda.now + this.chance.between(50, 800))
    }
    this.plan()
  }

  #deliverEvent(one: Written, at: number) {
    const { streamOutage: outage } = this.#faults
    const held = outage !== undefined && at >= outage.from && at < outage.to
    if (held) this.#meet('stream outage')
    const instant = held ? outage.to + Math.round((at - outage.from) / 1_000) : at
    this.agenda.at(instant, () =>
      this.agenda.start(dispatch(this, one), (why) => {
        this.note(`dispatch of ${one.seq}: ${why}`)
        this.#deliverEvent(one, this.agenda.now + 2 * SECOND)
      }),
    )
  }

  /** Sends a message to a queue, whose consumer is a process. */
  send(what: string, consumer: () => Process): void {
    if (this.fault('lost message')) return
    const slow = this.fault('reordered messages') ? 15 * MINUTE : SECOND
    this.#receive(what, consumer, this.agenda.now + this.chance.between(20, slow), 1)
    if (this.fault('double message'))
      this.#receive(what, consumer, this.agenda.now + this.chance.between(20, 10 * MINUTE), 1)
  }

  #receive(what: string, consumer: () => Process, at: number, receives: number) {
    this.agenda.at(at, () =>
      this.agenda.start(consumer(), (why) => {
        this.note(`${what}: ${why}`)
        if (receives < RECEIVES) this.#receive(what, consumer, this.agenda.now + VISIBILITY_MS, receives + 1)
        else this.note(`${what} is a dead letter`)
      }),
    )
  }

  ask(what: ReactionName, { seq }: EventMessage): void {
    this.send(`${what} ${seq}`, () => consumers[what](this, seq))
  }

  /** Arms a clock, as functions/clocks/start.ts does. */
  arm(instant: string): 'started' | 'waiting' | 'ended' {
    const at = Math.ceil(Date.parse(instant) / SECOND) * SECOND
    const known = this.clocks.get(String(at))
    if (known) return known
    const lost = this.fault('lost timer')
    this.clocks.set(String(at), lost ? 'ended' : 'waiting')
    if (lost) return 'started'
    const late = this.fault('late timer')
      ? this.chance.between(10 * MINUTE, 8 * HOUR)
      : this.chance.between(0, 2 * SECOND)
    const ring = () => {
      this.clocks.set(String(at), 'ended')
      this.send('tick', () => tick(this))
    }
    this.agenda.at(at + late, ring)
    if (this.fault('double timer')) this.agenda.at(at + late + this.chance.between(0, HOUR), ring)
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
    const failure = this.chance.weighted<Failure>([
      [4, { why: 'bounce', permanent: true }],
      [3, { why: 'bounce', permanent: false }],
      [1, { why: 'complaint', permanent: false }],
      [1, { why: 'reject', permanent: false }],
    ])
    this.agenda.at(this.agenda.now + this.chance.between(SECOND, HOUR), () =>
      this.send(`bounce of ${seq}`, () => bounce(this, seq, recipient, failure)),
    )
  }

  /** A mail was noted as sent; if it was the only one, nothing is in doubt. */
  sure(seq: number, recipient: string): void {
    const copies = this.mails.filter((mail) => mail.seq === seq && mail.recipient === recipient).length
    if (copies === 1) this.unsure.delete(`${seq}#${recipient}`)
  }

  get events(): readonly CaseEvent[] {
    return this.table.events
  }
}
