// Plays a region with some cases in it, without AWS: the pure rules of the system, and around them the agenda, the
// queues and the faults that all cases share. Everything follows from a seed. Called by both play.ts.
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import { Agenda, type Process } from './agenda.ts'
import { type Core, core as systemCore } from './core.ts'
import type { FaultClass, Faults } from './faults.ts'
import type { Given } from './giving.ts'
import { act } from './processes.ts'
import { PlayedCase } from './played-case.ts'
import type { Chance } from './random.ts'
import type { Shared, Surroundings } from './surroundings.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** When a message that failed comes again, and how often it comes before it is a dead letter. */
const VISIBILITY_MS = 3 * MINUTE
const RECEIVES = 5

export interface WorldOptions {
  /** The region's file from an instant (ms, UTC) on: a deployment changes it. */
  readonly regions: readonly { readonly from: number; readonly region: Region }[]
  readonly start: number
  readonly chance: Chance
  readonly faults: Faults
  readonly core?: Core
}

export class World implements Shared {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly core: Core
  readonly faults: Faults
  readonly cases = new Map<string, PlayedCase>()
  /** Which faults happened, and how often. */
  readonly met = new Map<FaultClass | 'stream outage', number>()
  /** What happened, in words. */
  readonly trace: string[] = []
  readonly #regions: WorldOptions['regions']

  constructor({ regions, start, chance, faults, core = systemCore }: WorldOptions) {
    this.#regions = regions
    this.faults = faults
    this.chance = chance
    this.core = core
    this.agenda = new Agenda(start, chance, () => this.fault('crash'))
  }

  get region(): Region {
    return this.regionOf(this.at)
  }

  regionOf(at: string): Region {
    return this.#regions.findLast(({ from }) => from <= Date.parse(at))!.region
  }

  /** Now as ISO, UTC. */
  get at(): string {
    return new Date(this.agenda.now).toISOString()
  }

  /** A case that may begin. @param routing where its message goes; without it, to an invented topic and place. */
  open(caseId: string, routing?: Routing): PlayedCase {
    const opened = new PlayedCase(this, caseId, routing)
    this.cases.set(caseId, opened)
    return opened
  }

  around(caseId: string): Surroundings | undefined {
    return this.cases.get(caseId)
  }

  /** Somebody gives commands as one act over the web; when it fails they see an error, and send it again or not. */
  give(given: readonly Given[], commandId: string): void {
    const what = given.map(({ caseId, command }) => `${command.type} to ${caseId}`).join(', ')
    this.note(`${given[0]!.command.by.role} gives ${what}`)
    this.agenda.start(
      act((id) => this.around(id), given, commandId),
      (why) => {
        this.note(`${what} failed: ${why}`)
        if (this.chance.happens(0.5)) this.agenda.at(this.agenda.now + 20 * SECOND, () => this.give(given, commandId))
      },
    )
  }

  fault(name: FaultClass): boolean {
    const happens = this.chance.happens(this.faults.chances[name] ?? 0)
    if (happens) this.meet(name)
    return happens
  }

  meet(name: FaultClass | 'stream outage'): void {
    this.note(`fault: ${name}`)
    this.met.set(name, (this.met.get(name) ?? 0) + 1)
  }

  note(what: string): void {
    this.trace.push(`${this.at} ${what}`)
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
}
