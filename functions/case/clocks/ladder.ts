// A case climbs one line of people at a time: a deadline that is missed takes it over from those that matter less, so that nobody
// is asked of the same neglect by three clocks. Called by the stage of ticks.
import type { ClockName } from '../../../regions/schema.ts'
import type { Clock, ClockChange, Clocks } from './clock.ts'

/** The answer is what the citizen was promised; these are on the way to it. */
const onTheWay: readonly ClockName[] = ['acceptance', 'firstResponse']

/**
 * The clocks that remind no more once this one is missed: all on the way to the answer when it is the answer, else those that
 * are not missed themselves. Each is still missed at its time, and whoever has the case is told.
 */
export function takeOver({ clocks }: { readonly clocks: Clocks }, missed: ClockName): ClockChange[] {
  if (missed !== 'finalAnswer' && !onTheWay.includes(missed)) return []
  return onTheWay.flatMap((name): ClockChange[] => {
    const clock = clocks[name]
    if (name === missed || !clock || (missed !== 'finalAnswer' && clock.missed)) return []
    const to = withoutReminders(clock)
    const had = lengthOf(clock) > lengthOf(to)
    return had ? [{ clock: name, change: 'move', to }] : []
  })
}

/** A clock with the reminders that were given and none to come. */
function withoutReminders(clock: Clock): Clock {
  const { warnAt, escalateAt, warned = 0, escalated = 0 } = clock
  return {
    ...clock,
    ...(warnAt && { warnAt: warnAt.slice(0, warned) }),
    ...(escalateAt && { escalateAt: escalateAt.slice(0, escalated) }),
  }
}

function lengthOf({ warnAt = [], escalateAt = [] }: Clock): number {
  return warnAt.length + escalateAt.length
}
