// A case told as a story: given what has happened, when somebody asks, then this follows. Used by every test that plays a
// case through the decider. Times are Moscow's, as the little region's are.
import { expect } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import type { RefusalCode, Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import type { Decision } from '../../functions/case/decision.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { ClockName, Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

/** One for all stories, so that its calendar is made once. */
const little: Region = {
  ...littleRegion(),
  public: { topics: ['roads.*'], answers: ['roads.pothole'], atLeast: 5, embeddedBy: [] },
}
export const caseId = '99-260302-AAAAA'
/** When a story begins: a Monday, an hour after work began. */
export const MONDAY = '2026-03-02T10:00'

/** What has happened: a time, from which on what follows it happens; a command that was not refused; a stored event. */
export type Past = string | Unshown | CaseEvent

/** The instant (ISO, UTC) of a Moscow time, e.g. "2026-03-02T10:00"; an instant stays what it is. */
export function utc(local: string): string {
  return local.endsWith('Z') ? local : new Date(`${local}:00+03:00`).toISOString()
}

/** The Moscow time of an instant (ISO, UTC). */
export function moscow(instant: string): string {
  return new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 16)
}

export class Story {
  state: Case
  readonly events: CaseEvent[] = []
  region: Region
  /** The instant (ISO, UTC) of what happens next. */
  at = utc(MONDAY)
  private decision: Decision = { events: [] }

  constructor(region = little, id = caseId) {
    this.region = region
    this.state = initialCase(id)
  }

  /** @throws when a command is refused */
  given(...past: readonly Past[]): this {
    for (const step of past) {
      if (typeof step === 'string') this.at = utc(step)
      else if ('at' in step) this.happens([step])
      else {
        const { decision } = this.when(this.at, step)
        if ('refused' in decision) throw new Error(`${step.type}: ${decision.refused}`)
      }
    }
    return this
  }

  /** Gives a command on a page that shows the case as it stands, unless the command says otherwise. */
  when(time: string, command: Unshown): this {
    this.at = utc(time)
    this.decision = decide(this.state, givenNow(this.state, command), this.at, this.region)
    if ('events' in this.decision) this.happens(this.decision.events)
    return this
  }

  then(expected: readonly CaseEvent[] | RefusalCode): this {
    expect(this.decision).toStrictEqual(typeof expected === 'string' ? { refused: expected } : { events: expected })
    return this
  }

  /** The types of the events that follow from a command, or why it is refused. */
  says(time: string, command: Unshown): string {
    const { decision } = this.when(time, command)
    return 'refused' in decision ? decision.refused : decision.events.map(({ type }) => type).join(' ')
  }

  /** The events that follow from a command. @throws when it is refused */
  follows(time: string, command: Unshown): readonly CaseEvent[] {
    const before = this.events.length
    return this.given(time, command).events.slice(before)
  }

  get last(): CaseEvent {
    return this.events.at(-1)!
  }

  /** Whom the last event tells, as the case stands now: "recipient kind link". */
  told(event = this.last): string[] {
    return noticesFor(this.region, this.state, event).map(({ recipient, kind, link }) => `${recipient} ${kind} ${link}`)
  }

  /** When a clock is due (Moscow). */
  due(clock: ClockName = 'finalAnswer'): string | undefined {
    const due = this.state.clocks[clock]?.due
    return due && moscow(due)
  }

  private happens(events: readonly CaseEvent[]) {
    this.events.push(...events)
    this.state = events.reduce(evolve, this.state)
  }
}

/** A story of the little region. */
export function given(...past: readonly Past[]): Story {
  return new Story().given(...past)
}
