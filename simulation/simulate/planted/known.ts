// Faults known from other systems: clocks, calendars, reminders, and who is asked and told. Listed in planted.ts.
import type { ClockChange } from '../../../functions/case/clocks/clock.ts'
import { startClock } from '../../../functions/case/clocks/move.ts'
import { core } from '../../world/core.ts'
import { type Asked, deciding, evolving, type Planted, rules } from './planting.ts'

export const known = {
  'comment-restarts': {
    says: 'a comment restarts the clock',
    foundBy: rules.deadlines,
    core: deciding((event, [state, , at, region]) =>
      event.type === 'noted' && state.clocks.finalAnswer
        ? [{ ...event, clocks: [startClock(region, state, 'finalAnswer', at)] }]
        : [event],
    ),
  },
  'pause-forgotten': {
    says: 'the time the citizen took to answer is not given back',
    foundBy: rules.deadlines,
    core: deciding((event, [state]) =>
      event.type === 'clarified'
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => unmoved(change, state.clocks)) }]
        : [event],
    ),
  },
  'holidays-ignored': {
    says: 'the federal calendar is not looked at',
    foundBy: rules.deadlines,
    core: {
      ...core,
      decide: (state, command, at, region) => core.decide(state, command, at, weekly(region)),
    },
  },
  'public-after-the-end': {
    says: 'an answer stays on the public pages when its case is reopened or erased',
    foundBy: 'what is public still stands',
    core: deciding((event) => (event.type === 'unpublished' && event.after ? [] : [event])),
  },
  'breach-at-reopening': {
    says: 'a case is in breach at the instant of reopening',
    foundBy: rules.deadlines,
    core: deciding((event, [state]) =>
      event.type === 'reopened' && state.round.answer
        ? [{ ...event, clocks: (event.clocks ?? []).map((change) => dueAt(change, state.round.answer!.at)) }]
        : [event],
    ),
  },
  'unassigned-never-escalate': {
    says: 'a case that was given to nobody is never missed and never escalates',
    foundBy: rules.inTime,
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
    foundBy: rules.told,
    core: {
      ...core,
      checkup: (seen) => ({ ...core.checkup(seen), missing: [], settled: seen.file.state.version }),
    },
  },
  'stopped-mails-go-on': {
    says: 'who wants no more mails gets them',
    foundBy: 'nobody else is told',
    core: evolving((after, { type }, { reach }) => (type === 'mails_stopped' ? { ...after, reach } : after)),
  },
  'stop-stays': {
    says: 'who takes back that they want no mails gets none',
    foundBy: rules.told,
    core: evolving((after, { type }, { reach }) => (type === 'address_confirmed' ? { ...after, reach } : after)),
  },
  'erased-stays-merged': {
    says: 'a case that its citizen had closed and erased is still one of a cluster',
    foundBy: 'a case stands where its history puts it',
    core: evolving((after, { type }, { mergedInto }) =>
      type === 'closed' && mergedInto ? { ...after, mergedInto } : after,
    ),
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
