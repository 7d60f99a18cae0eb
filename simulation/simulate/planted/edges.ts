// Faults at the edges between stages: who has a case, what a page showed, where a round begins, what a cluster shares.
// Listed in planted.ts.
import type { Case } from '../../../functions/case/case.ts'
import { type ClockChange, isPaused } from '../../../functions/case/clocks/clock.ts'
import { startClock } from '../../../functions/case/clocks/move.ts'
import type { Region } from '../../../regions/schema.ts'
import { core } from '../../world/core.ts'
import { deciding, type Planted, rules, unasked } from './planting.ts'

export const edges = {
  'asks-who-is-away': {
    says: 'a case of the control centre goes to somebody who is away',
    foundBy: 'nobody else is told',
    core: {
      ...core,
      noticesFor: (region, state, event) => {
        const asIfThere = (people: Region['operators']) => people.map(({ away: _, ...one }) => one)
        const { operators, moderators } = region
        const all = { ...region, operators: asIfThere(operators), moderators: asIfThere(moderators) }
        return core.noticesFor(all, state, event)
      },
    },
  },
  'first-gets-all': {
    says: 'the first operator of the file gets the cases of all',
    foundBy: 'nobody else is told',
    core: {
      ...core,
      noticesFor: (region, state, event) =>
        core.noticesFor({ ...region, operators: region.operators.slice(0, 1) }, state, event),
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
    foundBy: rules.deadlines,
    core: deciding((event, [state, , , region]) =>
      event.type === 'assigned' && state.regime === 'statutory' && state.reopenings > 0
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => fromRegistration(change, state, region)) }]
        : [event],
    ),
  },
  'stale-approval-accepted': {
    says: 'an answer is approved that the moderator has not read',
    foundBy: rules.shown,
    core: unasked('ApproveAnswer'),
  },
  'stale-assignment-accepted': {
    says: 'an old page gives a case to somebody else',
    foundBy: rules.shown,
    core: unasked('Assign'),
  },
  'stale-reply-accepted': {
    says: 'what was said to one question or request is taken for another',
    foundBy: rules.shown,
    core: unasked('Clarify', 'GrantExtension', 'RefuseExtension'),
  },
  'loser-not-told': {
    says: 'whoever a case is taken from is not told',
    foundBy: rules.told,
    core: { ...core, noticesFor: (...of) => core.noticesFor(...of).filter(({ kind }) => kind !== 'taken') },
  },
  'shared-answer-not-healed': {
    says: 'an answer that did not reach a case of a cluster never will',
    foundBy: rules.reached,
    core: {
      ...core,
      checkup: (seen) => core.checkup({ ...seen, children: new Map() }),
    },
  },
  'feed-not-healed': {
    says: 'an event that was lost on its way to the event feed never gets there',
    foundBy: 'what integrators may follow stands in the feed once and in order',
    core: {
      ...core,
      checkup: (seen) => core.checkup({ ...seen, file: { ...seen.file, fedUpTo: seen.file.events.length } }),
    },
  },
  'parent-end-forgets-children': {
    says: 'a rejected or closed case leaves those merged into it merged for ever',
    foundBy: rules.reached,
    core: deciding((event) => {
      if (event.type !== 'rejected' && event.type !== 'closed') return [event]
      const { children: _, ...rest } = event
      return [rest]
    }),
  },
  'join-forgotten-while-paused': {
    says: 'the earlier deadline of a case merged into one that rests is forgotten',
    foundBy: rules.deadlines,
    core: deciding((event, [state]) =>
      event.type === 'joined' && isResting(state) ? [{ ...event, clocks: [] }] : [event],
    ),
  },
  'part-keeps-deadline': {
    says: 'a case keeps the deadline of another that is no longer merged into it',
    foundBy: rules.deadlines,
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
} satisfies Record<string, Planted>

function isResting({ clocks: { finalAnswer } }: Case): boolean {
  return finalAnswer !== undefined && isPaused(finalAnswer)
}

function fromRegistration(change: ClockChange, state: Case, region: Region): ClockChange {
  return change.clock === 'finalAnswer' && change.change === 'start'
    ? startClock(region, state, 'finalAnswer', state.receivedAt)
    : change
}
