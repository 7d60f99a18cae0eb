// Puts a fault into the system: replaces a part of its core by one that does wrong. Called by the faults beside it.
import type { Case } from '../../../functions/case/case.ts'
import type { Command, CommandType } from '../../../functions/case/commands.ts'
import type { CaseEvent } from '../../../functions/case/events.ts'
import { shownOf } from '../../../functions/case/permissions.ts'
import { core, type Core } from '../../world/core.ts'

export interface Planted {
  readonly says: string
  /** The rule that is to find it. */
  readonly foundBy: string
  readonly core: Core
}

export type Asked = Parameters<Core['decide']>

/** Rules that find several of them. */
export const rules = {
  deadlines: 'deadlines are what the plain calendar says',
  inTime: 'everything due happens in time',
  told: 'everybody concerned is told',
  shown: 'no command about what was not shown',
  reached: 'the end of a case reaches those merged into it',
} as const

/** The system with its decisions changed, event by event. */
export function deciding(change: (event: CaseEvent, asked: Asked) => readonly CaseEvent[]): Core {
  return {
    ...core,
    decide: (...asked) => {
      const decision = core.decide(...asked)
      return 'refused' in decision ? decision : { events: decision.events.flatMap((event) => change(event, asked)) }
    },
  }
}

/** The system with what its events add up to changed. */
export function evolving(change: (after: Case, event: CaseEvent, before: Case) => Case): Core {
  return { ...core, evolve: (state, event) => change(core.evolve(state, event), event, state) }
}

/** The system without a look at what the page of these commands showed. */
export function unasked(...types: CommandType[]): Core {
  return {
    ...core,
    decide: (state, command, at, region) =>
      core.decide(
        state,
        types.includes(command.type) ? ({ ...command, ...shownOf(state) } as Command) : command,
        at,
        region,
      ),
  }
}
