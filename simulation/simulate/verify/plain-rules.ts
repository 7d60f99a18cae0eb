// Finds which term holds and who is asked, once more, from the region's file alone. Called by book.ts and told.ts.
import type { ClockName, Contact, Region, Standing, Term } from '../../../regions/schema.ts'
import type { PlainCalendar } from './plain-calendar.ts'

export interface About {
  readonly regime: 'message' | 'statutory'
  readonly topic?: string | undefined
  readonly municipality?: string | undefined
}

export function isImportant(region: Region, topic: string | undefined): boolean {
  return region.topics.some((one) => one.id === topic && one.important)
}

/** The term of a clock that starts at an instant (ms). */
export function termOf(region: Region, calendar: PlainCalendar, about: About, clock: ClockName, start: number): Term {
  const day = calendar.date(start).slice(5)
  for (const rule of region.policy.rules) {
    const term = rule.terms[clock]
    if (!term || !rule.regimes.includes(about.regime)) continue
    if (!rule.topics.some((pattern) => covers(pattern, about.topic))) continue
    if (!rule.municipalities.includes('*') && !rule.municipalities.includes(about.municipality ?? '')) continue
    if (rule.important !== undefined && rule.important !== isImportant(region, about.topic)) continue
    const { from, to } = rule.season ?? { from: '01-01', to: '12-31' }
    if (from <= to ? day < from || day > to : day < from && day > to) continue
    return term
  }
  const own = region.topics.find((one) => one.id === about.topic)?.terms?.[clock]
  return about.regime === 'message' && own ? own : region.policy.terms[about.regime][clock]
}

function covers(pattern: string, topic: string | undefined): boolean {
  if (pattern === '*') return true
  return pattern.endsWith('.*') ? topic?.split('.')[0] === pattern.split('.')[0] : topic === pattern
}

const line: readonly Standing[] = ['responder', 'deputy', 'supervisor', 'head', 'operator']

/** Who is asked when a mail to somebody did not arrive; the unreached are passed over. */
export function standIn(
  region: Region,
  organisationId: string | undefined,
  recipient: string,
  unreached: ReadonlySet<string>,
): string | undefined {
  const organisation = region.organisations.find(({ id }) => id === organisationId)
  const head = organisation?.head ?? region.municipalities.find(({ id }) => id === organisation?.municipality)?.head
  const people = [organisation?.responder, organisation?.deputy, organisation?.supervisor, head]
  const ids = (list: readonly (Contact | undefined)[]) => list.flatMap((one) => (one ? [one.id] : []))
  const operators = ids(region.operators)
  const lines = [operators, ids(region.moderators), ids(people)]
  const own = lines.find((line) => line.includes(recipient)) ?? []
  const after = [...own.slice(own.indexOf(recipient) + 1), ...operators]
  return after.find((id) => id !== recipient && !unreached.has(id))
}

/** Whom a reminder of a clock must reach; `step` counts from 0. */
export function reminded(
  region: Region,
  organisationId: string | undefined,
  clock: ClockName,
  place: Standing,
  step: number,
): string {
  const at = (list: readonly Contact[], index: number) => list[Math.min(index, list.length - 1)]!.id
  if (clock === 'moderation' || clock === 'assignment') return at(region.operators, step)
  if (clock === 'answerReview') {
    const { moderators, operators } = region
    return step < moderators.length ? moderators[step]!.id : at(operators, step - moderators.length)
  }
  const organisation = region.organisations.find(({ id }) => id === organisationId)
  const head = organisation?.head ?? region.municipalities.find(({ id }) => id === organisation?.municipality)?.head
  const people = [organisation?.responder, organisation?.deputy, organisation?.supervisor, head]
  const found = people.slice(line.indexOf(place)).find((one) => one !== undefined)
  return place === 'operator' || !found ? region.operators[0]!.id : found.id
}
