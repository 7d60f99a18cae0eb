// Faults put in by hand, most of them known from other systems: whoever changes the simulator or its plain account can see
// that each is still found, and by which rule.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { ClockChange } from '../../functions/case/clocks/clock.ts'
import { startClock } from '../../functions/case/clocks/move.ts'
import { core, type Core } from '../world/core.ts'

export interface Planted {
  readonly says: string
  /** The rule that is to find it. */
  readonly foundBy: string
  readonly core: Core
}

type Asked = Parameters<Core['decide']>

const deadlines = 'deadlines are what the plain calendar says'
const inTime = 'everything due happens in time'

export const planted = {
  'comment-restarts': {
    says: 'a comment restarts the clock',
    foundBy: deadlines,
    core: deciding((event, [state, , at, region]) =>
      event.type === 'noted' && state.clocks.finalAnswer
        ? [{ ...event, clocks: [startClock(region, state, 'finalAnswer', at)] }]
        : [event],
    ),
  },
  'pause-forgotten': {
    says: 'the time the citizen took to answer is not given back',
    foundBy: deadlines,
    core: deciding((event, [state]) =>
      event.type === 'clarified'
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => unmoved(change, state.clocks)) }]
        : [event],
    ),
  },
  'holidays-ignored': {
    says: 'the federal calendar is not looked at',
    foundBy: deadlines,
    core: {
      ...core,
      decide: (state, command, at, region) => core.decide(state, command, at, weekly(region)),
    },
  },
  'breach-at-reopening': {
    says: 'a case is in breach at the instant of reopening',
    foundBy: deadlines,
    core: deciding((event, [state]) =>
      event.type === 'reopened' && state.round.answer
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => dueAt(change, state.round.answer!.at)) }]
        : [event],
    ),
  },
  'unassigned-never-escalate': {
    says: 'a case that was given to nobody is never missed and never escalates',
    foundBy: inTime,
    core: deciding((event) => ('clock' in event && event.clock === 'assignment' ? [] : [event])),
  },
  'supervisor-skipped': {
    says: 'a step for somebody who is not there is left out in silence',
    foundBy: 'no step is left out',
    core: deciding((event) => (event.type === 'escalated' && event.insteadOf ? [] : [event])),
  },
  'dead-address-ignored': {
    says: 'a mail that does not arrive is asked of nobody else',
    foundBy: 'the right person is asked',
    core: deciding((event) => {
      if (event.type !== 'undelivered') return [event]
      const { contact: _, to: __, ...rest } = event
      return [rest]
    }),
  },
  'reminders-at-midnight': {
    says: 'reminders go at any hour',
    foundBy: 'nobody is written to at night',
    core: { ...core, waitOf: () => undefined },
  },
  'sweep-looks-away': {
    says: 'the sweep believes that every reaction happened',
    foundBy: 'everybody concerned is told',
    core: {
      ...core,
      checkup: (seen) => ({ ...core.checkup(seen), missing: [], settled: seen.file.state.version }),
    },
  },
  'blames-the-successor': {
    says: 'a reminder goes to whoever has the case now, whoever it was about',
    foundBy: 'nobody else is told',
    core: {
      ...core,
      noticesFor: (region, state, event) =>
        event.type === 'missed' && state.responder && state.clocks[event.clock]
          ? [{ recipient: state.responder, kind: 'missed', link: 'respond' }]
          : core.noticesFor(region, state, event),
    },
  },
} satisfies Record<string, Planted>
export type PlantedName = keyof typeof planted

/** The system with its decisions changed, event by event. */
function deciding(change: (event: CaseEvent, asked: Asked) => readonly CaseEvent[]): Core {
  return {
    ...core,
    decide: (...asked) => {
      const decision = core.decide(...asked)
      return 'refused' in decision ? decision : { events: decision.events.flatMap((event) => change(event, asked)) }
    },
  }
}

function unmoved(change: ClockChange, clocks: Asked[0]['clocks']): ClockChange {
  const { due } = clocks[change.clock] ?? {}
  return change.change === 'move' && due ? dueAt(change, due) : change
}

function dueAt(change: ClockChange, due: string): ClockChange {
  return 'to' in change ? { ...change, to: { ...change.to, due } } : change
}

const weeklyOnly = new WeakMap<Asked[3], Asked[3]>()
function weekly(region: Asked[3]): Asked[3] {
  let bare = weeklyOnly.get(region)
  if (!bare) weeklyOnly.set(region, (bare = { ...region, federalCalendar: {} }))
  return bare
}
