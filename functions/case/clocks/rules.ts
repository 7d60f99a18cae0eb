// Finds the term a clock runs by: the first of the region's exceptions that holds, else the topic's own term, else the
// regime's. What decided is kept with the clock. Called by move.ts.
import type { EpochMilliseconds } from '../../calendar/instant.ts'
import type { ClockName, DeadlineRule, Region, Term } from '../../../regions/schema.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import { inSeason } from '../../calendar/season.ts'
import type { AppliedRule } from './clock.ts'
import type { Case } from '../case.ts'

export type Subject = Pick<Case, 'regime' | 'topic' | 'municipality'>

/** The term of a clock that starts at an instant; `of` names whose term it is when it is another clock's. */
export function ruleFor(
  region: Region,
  subject: Subject,
  clock: ClockName,
  of: ClockName,
  start: EpochMilliseconds,
): AppliedRule {
  const { version } = region.policy
  const applied = (term: Term, source: AppliedRule['source'], id: string): AppliedRule => ({
    ...term,
    version,
    source,
    id,
    ...(of !== clock && { of }),
  })
  const date = calendarOf(region).dateOf(start)
  const exception = region.policy.rules.find((rule) => rule.terms[of] && fits(region, rule, subject, date))
  if (exception) return applied(exception.terms[of]!, 'rule', exception.id)
  const own = subject.regime === 'message' ? topicOf(region, subject)?.terms?.[of] : undefined
  if (own) return applied(own, 'topic', subject.topic!)
  return applied(region.policy.terms[subject.regime][of], 'policy', subject.regime)
}

function fits(region: Region, rule: DeadlineRule, subject: Subject, date: string): boolean {
  return (
    rule.regimes.includes(subject.regime) &&
    rule.topics.some((pattern) => isOf(pattern, subject.topic)) &&
    rule.municipalities.some((pattern) => pattern === '*' || pattern === subject.municipality) &&
    inSeason(rule.season, date) &&
    (rule.important === undefined || rule.important === (topicOf(region, subject)?.important ?? false))
  )
}

/** Whether a topic is meant by "*", by its group ("roads.*") or by its own name. */
export function isOf(pattern: string, topic: string | undefined): boolean {
  if (pattern === '*') return true
  if (topic === undefined) return false
  return pattern === topic || (pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1)))
}

/** The topic of a case, as the region's file has it. */
export function topicOf(region: Region, subject: Pick<Subject, 'topic'>) {
  return region.topics.find((one) => one.id === subject.topic)
}
