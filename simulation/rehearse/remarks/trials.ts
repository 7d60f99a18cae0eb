// Starts every clock of the policy at many hours of the rehearsed days, without playing anything: some mistakes show
// only at hours that chance may miss, as an appeal on the eve of holidays. Called by remarks.ts.
import { instantOf } from '../../../functions/calendar/dates.ts'
import type { Clock } from '../../../functions/case/clocks/clock.ts'
import type { Regime } from '../../../functions/case/case.ts'
import { startClock } from '../../../functions/case/clocks/move.ts'
import type { OfficialClock } from '../../../functions/case/clocks/clock.ts'
import { ruleFor, topicOf } from '../../../functions/case/clocks/rules.ts'
import type { Region } from '../../../regions/schema.ts'
import { datesOf, type Span } from '../messages.ts'

export interface Trial {
  readonly clock: OfficialClock
  readonly of: Clock
  /** A topic and a place that have this term; `important` topics wait for no morning. */
  readonly subject: Subject
  /** ms, UTC. */
  readonly startedAt: number
}

export interface Subject {
  readonly regime: Regime
  readonly topic: string
  readonly municipality: string
}

/** Hours at which a clock may well start: before work, in it, near its end, by night. */
const manyHours = ['07:00', '11:00', '16:30', '21:30']
const fewHours = ['11:00', '21:30']
const FEW_DAYS = 60

export type Starter = (subject: Subject, clock: OfficialClock, startedAt: number) => Trial

/** Starts clocks; the same term at the same instant is computed once. */
export function starter(region: Region): Starter {
  const known = new Map<string, Clock>()
  return (subject, clock, startedAt) => {
    const { amount, unit, onDayOff } = ruleFor(region, subject, clock, clock, startedAt)
    const key = [clock, amount, unit, onDayOff, topicOf(region, subject)?.important, startedAt].join()
    const of = known.get(key) ?? started(region, subject, clock, startedAt)
    known.set(key, of)
    return { clock, of, subject, startedAt }
  }
}

export function startsIn(region: Region, span: Span): number[] {
  const hours = span.days > FEW_DAYS ? fewHours : manyHours
  return datesOf(span).flatMap((date) => hours.map((hour) => instantOf(date, hour, region.timeZone)))
}

export function clocksIn(region: Region): OfficialClock[] {
  const own = ['assignment', 'acceptance', 'firstResponse', 'finalAnswer', 'answerReview'] as const
  return region.policy.moderateMessages ? ['moderation', ...own] : [...own]
}

/** One subject for each combination of terms that the policy knows. */
export function subjectsIn(region: Region, starts: readonly number[]): Subject[] {
  const clocks = clocksIn(region)
  const dates = [starts[0]!, starts[starts.length >> 1]!, starts.at(-1)!]
  const named = region.policy.rules.flatMap(({ municipalities }) => municipalities)
  const known = region.municipalities.map(({ id }) => id)
  const usual = known.find((id) => !named.includes(id)) ?? known[0]!
  const places = [...new Set([usual, ...known.filter((id) => named.includes(id))])]
  const all = (['message', 'statutory'] as const).flatMap((regime) =>
    region.topics.flatMap(({ id: topic }) => places.map((municipality): Subject => ({ regime, topic, municipality }))),
  )
  const terms = (subject: Subject) =>
    dates.map((at) => clocks.map((name) => Object.values(ruleFor(region, subject, name, name, at)).join()).join())
  const alike = new Map<string, Subject>()
  for (const subject of all) {
    const key = [topicOf(region, subject)?.important, ...terms(subject).map(withoutTopic(subject))].join()
    if (!alike.has(key)) alike.set(key, subject)
  }
  return [...alike.values()]
}

/** The rule's own name is not its term: topics of the same term are tried once. */
function withoutTopic({ topic }: Subject) {
  return (terms: string) => terms.replaceAll(topic, '')
}

function started(region: Region, subject: Subject, name: OfficialClock, at: number): Clock {
  const change = startClock(region, subject, name, new Date(at).toISOString())
  if (change.change !== 'start') throw new Error('A clock that starts has a due instant.')
  return change.to
}
