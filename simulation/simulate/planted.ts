// Faults put in by hand, most of them known from other systems: whoever changes the simulator or its plain account can see
// that each is still found, and by which rule.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Command, CommandType } from '../../functions/case/commands.ts'
import { type ClockChange, isPaused } from '../../functions/case/clocks/clock.ts'
import { shownOf } from '../../functions/case/permissions.ts'
import type { Region } from '../../regions/schema.ts'
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
const shown = 'no command about what was not shown'
const told = 'everybody concerned is told'
const reached = 'the end of a case reaches those merged into it'
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
    foundBy: told,
    core: {
      ...core,
      checkup: (seen) => ({ ...core.checkup(seen), missing: [], settled: seen.file.state.version }),
    },
  },
  'declined-keeps-holder': {
    says: 'who said that a case is not theirs still has it',
    foundBy: 'the right person is asked',
    core: {
      ...core,
      evolve: (state, event) => {
        const { organisation, responder } = state
        const next = core.evolve(state, event)
        return event.type === 'declined' && organisation && responder ? { ...next, organisation, responder } : next
      },
    },
  },
  'declined-goes-back': {
    says: 'a declined case that is rejected and reopened goes back to who declined it',
    foundBy: 'a case stands where its history puts it',
    core: {
      ...core,
      evolve: (state, event) => {
        const next = core.evolve(state, event)
        return event.type === 'reopened' ? { ...next, status: 'assigned' } : next
      },
    },
  },
  'statutory-from-registration': {
    says: 'the term of a reopened appeal is counted from its first registration',
    foundBy: deadlines,
    core: deciding((event, [state, , , region]) =>
      event.type === 'assigned' && state.regime === 'statutory' && state.reopenings > 0
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => fromRegistration(change, state, region)) }]
        : [event],
    ),
  },
  'stale-approval-accepted': {
    says: 'an answer is approved that the moderator has not read',
    foundBy: shown,
    core: unasked('ApproveAnswer'),
  },
  'stale-assignment-accepted': {
    says: 'an old page gives a case to somebody else',
    foundBy: shown,
    core: unasked('Assign'),
  },
  'stale-grant-accepted': {
    says: 'more time is granted for a request that the operator has not read',
    foundBy: shown,
    core: unasked('GrantExtension'),
  },
  'loser-not-told': {
    says: 'whoever a case is taken from is not told',
    foundBy: told,
    core: { ...core, noticesFor: (...of) => core.noticesFor(...of).filter(({ kind }) => kind !== 'taken') },
  },
  'shared-answer-not-healed': {
    says: 'an answer that did not reach a case of a cluster never will',
    foundBy: reached,
    core: {
      ...core,
      checkup: (seen) => core.checkup({ ...seen, children: new Map() }),
    },
  },
  'parent-end-forgets-children': {
    says: 'a rejected or closed case leaves those merged into it merged for ever',
    foundBy: reached,
    core: deciding((event) => {
      if (event.type !== 'rejected' && event.type !== 'closed') return [event]
      const { children: _, ...rest } = event
      return [rest]
    }),
  },
  'join-forgotten-while-paused': {
    says: 'the earlier deadline of a case merged into one that rests is forgotten',
    foundBy: deadlines,
    core: deciding((event, [state]) =>
      event.type === 'joined' && isResting(state) ? [{ ...event, clocks: [] }] : [event],
    ),
  },
  'part-keeps-deadline': {
    says: 'a case keeps the deadline of another that is no longer merged into it',
    foundBy: deadlines,
    core: deciding((event) => (event.type === 'parted' ? [{ ...event, clocks: [] }] : [event])),
  },
  'merge-half-done': {
    says: 'a case is merged into another that does not know of it',
    foundBy: 'a merge is one act on two cases',
    core: deciding((event) => (event.type === 'joined' ? [] : [event])),
  },
  'unmerged-not-routed': {
    says: 'a case that was merged before it was routed is never routed',
    foundBy: 'a message does not wait to be routed',
    core: {
      ...core,
      decide: (state, command, at, region) =>
        command.type === 'Route' && state.updatedAt > state.receivedAt
          ? { refused: 'not now' }
          : core.decide(state, command, at, region),
    },
  },
  'round-goes-on': {
    says: 'what was used before a reopening stays used',
    foundBy: 'nothing is refused without a reason',
    core: {
      ...core,
      evolve: (state, event) => {
        const next = core.evolve(state, event)
        const { questions, extensions, answer } = state.round
        return event.type === 'reopened'
          ? { ...next, round: { ...next.round, questions, extensions, ...(answer && { answer }) } }
          : next
      },
    },
  },
  'notes-without-end': {
    says: 'somebody may leave any number of notes',
    foundBy: 'nothing happens more often than a round allows',
    core: {
      ...core,
      decide: (state, command, at, region) =>
        core.decide(
          command.type === 'Note' ? { ...state, round: { ...state.round, notes: {} } } : state,
          command,
          at,
          region,
        ),
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

/** The system without a look at what the page of a command showed. */
function unasked(type: CommandType): Core {
  return {
    ...core,
    decide: (state, command, at, region) =>
      core.decide(state, command.type === type ? ({ ...command, ...shownOf(state) } as Command) : command, at, region),
  }
}

function isResting({ clocks: { finalAnswer } }: Case): boolean {
  return finalAnswer !== undefined && isPaused(finalAnswer)
}

function fromRegistration(change: ClockChange, state: Case, region: Region): ClockChange {
  return change.clock === 'finalAnswer' && change.change === 'start'
    ? startClock(region, state, 'finalAnswer', state.receivedAt)
    : change
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
