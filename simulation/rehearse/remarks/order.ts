// Compares the promises of one case: an earlier step due after a later one, or reminders of two clocks that reach the
// same person in the same minute. Called by remarks.ts.
import type { Reminded } from '../../../functions/case/actor.ts'
import type { OfficialClock } from '../../../functions/case/clocks/clock.ts'
import type { Region } from '../../../regions/schema.ts'
import { standing } from '../../../regions/vocabulary.ts'
import type { Remark, Tried } from './remark.ts'
import type { Starter, Subject, Trial } from './trials.ts'
import { atOnce, linesOf, toldOf } from './unanswered.ts'

const steps: readonly (readonly [OfficialClock, OfficialClock])[] = [
  ['acceptance', 'firstResponse'],
  ['firstResponse', 'finalAnswer'],
]
/** Reminders that meet now and then are no mistake of the policy; those that mostly do are. */
const MOSTLY = 0.5

interface Pair {
  readonly first: Trial
  readonly second: Trial
}

export function order(
  region: Region,
  subjects: readonly Subject[],
  starts: readonly number[],
  start: Starter,
): Remark[] {
  return steps.flatMap(([clock, other]) => {
    const pairs = subjects.flatMap((subject) =>
      starts.map((at): Pair => ({ first: start(subject, clock, at), second: start(subject, other, at) })),
    )
    const found = [...Map.groupBy(pairs, termsOf).values()].flatMap((all): Remark[] => {
      const alike = [...new Map(all.map((pair) => [pair.first.startedAt, pair])).values()]
      const late = alike.filter(({ first, second }) => first.of.due > second.of.due)
      if (late.length > 0) {
        const topics = topicsLike(region, alike[0]!.first.subject, starts[0]!, start, [clock, other])
        return [{ kind: 'out of order', other, topics, ...tried(late[0]!, late.length, alike.length) }]
      }
      return inStep(region, alike)
    })
    const kinds = Map.groupBy(found, ({ kind }) => kind)
    return [...(kinds.get('out of order') ?? []), ...(kinds.get('in step') ?? []).slice(0, 1)]
  })
}

function inStep(region: Region, alike: readonly Pair[]): Remark[] {
  const organisation = linesOf(region)[0]![0]!.id
  const met = alike
    .map((pair) => ({ pair, people: meeting(region, organisation, pair) }))
    .filter(({ people }) => people.length > 0)
  if (met.length < alike.length * MOSTLY) return []
  const { pair } = met[0]!
  const told = new Set(met.flatMap((one) => one.people))
  const people = standing.filter((place) => told.has(place))
  const same = met.every(({ pair: { first, second } }) => first.of.due === second.of.due)
  return [{ kind: 'in step', other: pair.second.clock, people, same, ...tried(pair, met.length, alike.length) }]
}

/** Who is told of both clocks in one minute when nobody does anything. */
function meeting(region: Region, organisation: string, { first, second }: Pair): Reminded[] {
  const [ours, theirs] = [toldOf(region, organisation, first), toldOf(region, organisation, second)]
  return atOnce([...ours, ...theirs])
    .filter((all) => all.some((one) => ours.includes(one)) && all.some((one) => theirs.includes(one)))
    .map(([one]) => one!.to)
}

function tried({ first: { clock, of, startedAt } }: Pair, times: number, all: number): Tried {
  return { clock, rule: of.rule, times, of: all, startedAt, due: Date.parse(of.due) }
}

function termsOf({ first, second }: Pair): string {
  return [first, second].map(({ of: { rule } }) => [rule.amount, rule.unit].join()).join()
}

/** The topics that have the same terms, since one was tried for all of them. */
function topicsLike(
  region: Region,
  subject: Subject,
  at: number,
  start: Starter,
  [clock, other]: readonly [OfficialClock, OfficialClock],
): string[] {
  const terms = (one: Subject) => termsOf({ first: start(one, clock, at), second: start(one, other, at) })
  return region.topics.map(({ id }) => id).filter((topic) => terms({ ...subject, topic }) === terms(subject))
}
