// Lets a region live through some days: invented citizens write to it by its API, its own people act as in a rehearsal, and the engine does the
// rest on a moved clock: routing, mails, reminders, counters. No row is written by hand. Called by npm start -- --demo.
import { handle, handleTogether } from '../../functions/store/handle.ts'
import { loadCase } from '../../functions/store/load.ts'
import { feedAfter, feedHead } from '../../functions/store/feed.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { open, withResponder } from '../../functions/case/statuses.ts'
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../../tools/local-region.ts'
import { type Manners, mannersOf } from '../rehearse/manners.ts'
import type { Span } from '../rehearse/messages.ts'
import { Chance } from '../world/random.ts'
import { writeAsCitizen, post } from './citizens.ts'
import { type Invented, invent } from './invent.ts'
import { nextAct, type Planned, standing } from './next-act.ts'

export interface DemoWish {
  readonly span: Span
  readonly cases: number
  readonly seed: number
  /** When it ends (ms, UTC). */
  readonly end: number
}

interface Lived {
  readonly message: Invented
  readonly id: string
  readonly trackUrl: string
  /** How it stood when it was last looked at: an act is planned once for each. */
  standing: string
}

/** An act that is to be carried out if its case still stands as it stood. */
interface Waiting extends Planned {
  readonly of: Lived
  readonly standing: string
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** How many of them, and on how many last days. */
const LEFT = 0.5
const leftFor: Partial<Record<Case['status'], number>> = { triage: 3, answer_review: 3, clarification: 6, rework: 10 }
/** What comes within so long is done at one instant. */
const STEP_MS = 10 * MINUTE_MS
/** How often the cases are looked at, and the region's schedules fire, at least and at most. */
const LOOK_MS = 60 * MINUTE_MS
/** Looking through the whole table every hour of a month would take most of the time. */
const PACE = { schedulesMs: LOOK_MS, deletingMs: 5 * DAY_MS }

/** @param step is called for each message that was posted @returns how many cases stand where */
export async function demonstrate(
  local: LocalRegion,
  region: Region,
  { span, cases, seed, end }: DemoWish,
  step: () => void,
): Promise<ReadonlyMap<Case['status'], number>> {
  const chance = new Chance(seed)
  const messages = invent(region, span, cases, chance).filter(({ at }) => at < end)
  const life = new Life(local, region, messages, chance, end)
  for (;;) {
    const next = life.next(end)
    await local.engine.advance(Math.max(0, Math.min(next, end) - local.engine.now()), PACE)
    if (next >= end) break
    await life.goOn(step)
  }
  return life.statuses()
}

class Life {
  readonly #local: LocalRegion
  readonly #region: Region
  readonly #chance: Chance
  readonly #manners: Manners
  readonly #messages: Invented[]
  readonly #cases = new Map<string, Lived>()
  readonly #byMessage = new Map<Invented, Lived>()
  readonly #all: readonly Invented[]
  #acts: Waiting[] = []
  /** Up to which place of the event feed the cases were looked at. */
  #read = 0
  #acted = 0
  readonly #end: number

  constructor(local: LocalRegion, region: Region, messages: readonly Invented[], chance: Chance, end: number) {
    this.#end = end
    this.#local = local
    this.#region = region
    this.#chance = chance
    this.#all = messages
    this.#messages = [...messages]
    this.#manners = mannersOf(region, messages, chance)
  }

  /** When something is to be done next (ms, UTC); now and then the cases are looked at in any case. */
  next(end: number): number {
    const [message] = this.#messages
    const act = Math.min(...this.#acts.map(({ at }) => at))
    const now = this.#local.engine.now()
    return Math.min(Math.max(Math.min(message?.at ?? end, act), now + STEP_MS), now + LOOK_MS, end)
  }

  /** Does what is due now, and plans what follows from whatever happened. */
  async goOn(step: () => void): Promise<void> {
    const now = this.#local.engine.now()
    while (this.#messages[0] && this.#messages[0].at <= now) {
      await this.#post(this.#messages.shift()!)
      step()
    }
    const due = this.#acts.filter(({ at }) => at <= now)
    this.#acts = this.#acts.filter(({ at }) => at > now)
    for (const act of due) await this.#carryOut(act)
    await this.#local.engine.idle()
    await this.#look()
  }

  async statuses(): Promise<ReadonlyMap<Case['status'], number>> {
    const states = await Promise.all([...this.#cases.keys()].map((id) => this.#load(id)))
    const counts = new Map<Case['status'], number>()
    for (const { status } of states) counts.set(status, (counts.get(status) ?? 0) + 1)
    return counts
  }

  async #post(message: Invented): Promise<void> {
    const { id, trackUrl } = await post(this.#local, this.#region, message)
    const lived: Lived = { message, id, trackUrl, standing: '' }
    this.#cases.set(id, lived)
    this.#byMessage.set(message, lived)
  }

  /** An act that no longer fits how its case stands is left; what is refused is not done. */
  async #carryOut({ of, standing: planned, command, says }: Waiting): Promise<void> {
    const state = await this.#load(of.id)
    if (standing(state) !== planned) return
    if (says) return writeAsCitizen(of.trackUrl, says)
    await this.#give(of.id, state, command)
  }

  async #give(caseId: string, state: Case, command: Unshown): Promise<void> {
    const { tableName, engine } = this.#local
    const at = new Date(engine.now()).toISOString()
    const commandId = `demo-${(this.#acted += 1)}`
    await handle({ tableName, region: this.#region, caseId, at, commandId, command: givenNow(state, command) })
  }

  /** Looks at the cases to which something happened since it was last looked. */
  async #look(): Promise<void> {
    const { tableName } = this.#local
    const head = await feedHead(tableName)
    if (!head) return
    const entries = await feedAfter(tableName, head, this.#read, Number.MAX_SAFE_INTEGER)
    this.#read = head.last
    for (const id of new Set(entries.map(({ caseId }) => caseId))) {
      const lived = this.#cases.get(id)
      if (lived) await this.#plan(lived, await this.#load(id))
    }
  }

  async #plan(lived: Lived, state: Case): Promise<void> {
    const stands = standing(state)
    if (stands === lived.standing) return
    lived.standing = stands
    if (this.#isLeft(state) || (await this.#joined(lived, state))) return
    const planned = nextAct({
      ...{ region: this.#region, message: lived.message, state, chance: this.#chance },
      ...{ manner: this.#manners(lived.message.caseId, state.organisation), at: this.#local.engine.now() },
    })
    if (planned) this.#acts.push({ ...planned, of: lived, standing: stands })
  }

  /** Some of what comes to the control centre or to a citizen on the last days is left for whoever tries the region. */
  #isLeft({ status }: Case): boolean {
    const days = leftFor[status]
    return days !== undefined && this.#local.engine.now() > this.#end - days * DAY_MS && this.#chance.happens(LEFT)
  }

  /** An operator who sees that another case is about the same makes one of both. */
  async #joined({ message, id }: Lived, state: Case): Promise<boolean> {
    const other = message.sameAs === undefined ? undefined : this.#byMessage.get(this.#all[message.sameAs]!)
    if (!other || !withResponder.includes(state.status)) return false
    const parent = await this.#load(other.id)
    if (!open.includes(parent.status) || parent.status === 'triage' || parent.mergedInto) return false
    const { tableName, engine } = this.#local
    const by = { role: 'operator', id: this.#chance.pick(this.#region.operators).id } as const
    const due = state.clocks.finalAnswer?.due
    const handled = await handleTogether(
      [
        { caseId: id, command: givenNow(state, { type: 'Merge', by, into: other.id }) },
        { caseId: other.id, command: { type: 'Join', by, child: id, ...(due && { due }) } },
      ],
      {
        tableName,
        region: this.#region,
        at: new Date(engine.now()).toISOString(),
        commandId: `demo-${(this.#acted += 1)}`,
      },
    )
    return handled.outcome === 'done'
  }

  async #load(id: string): Promise<Case> {
    const { tableName, engine } = this.#local
    return (await loadCase(tableName, id, new Date(engine.now()).toISOString()))!.state
  }
}
