// Finds two mails to one person about one clock in the same minute: the second says nothing that the first did not.
// Called by remarks.ts.
import type { Organisation, Region } from '../../../regions/schema.ts'
import type { Doubled, Remark } from './remark.ts'
import { type Finding, gathered } from './tried.ts'
import type { Trial } from './trials.ts'
import { atOnce, linesOf, toldOf } from './unanswered.ts'

/** Clocks that go up the centre's own lists, whatever organisation has the case. */
const ofTheCentre = ['moderation', 'assignment', 'answerReview']

export function doubled(region: Region, trials: readonly Trial[]): Remark[] {
  const ours = trials.filter(({ clock }) => ofTheCentre.includes(clock))
  const theirs = trials.filter(({ clock }) => !ofTheCentre.includes(clock))
  const [usual] = linesOf(region)
  const found = [
    ...gathered(ours, (trial) => twice(region, usual!, trial, 0)),
    ...linesOf(region).flatMap((alike) => gathered(theirs, (trial) => twice(region, alike, trial, alike.length))),
  ]
  const alike = Map.groupBy(found, ({ clock, contact, said }) => [clock, contact, ...said].join())
  return [...alike.values()].map(([one]): Remark => ({ kind: 'doubled', ...one! }))
}

function twice(
  region: Region,
  [first]: readonly Organisation[],
  trial: Trial,
  organisations: number,
): Finding<Doubled> | undefined {
  const [same] = atOnce(toldOf(region, first!.id, trial))
  if (!same) return undefined
  const { contact, to } = same[0]!
  const said = same.map((one) => one.said)
  return { key: [to, ...said].join(), facts: { to, contact, said, organisations } }
}
