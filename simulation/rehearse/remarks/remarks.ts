// Gathers everything the author of a policy should look at, the gravest first. Called by account.ts.
import { calendarOf } from '../../../functions/calendar/calendar.ts'
import { datesOf } from '../messages.ts'
import type { Rehearsal } from '../rehearsal.ts'
import { doubled } from './doubled.ts'
import { order } from './order.ts'
import type { Remark } from './remark.ts'
import { standIns } from './stand-ins.ts'
import { clocksIn, starter, startsIn, subjectsIn } from './trials.ts'
import { untimely } from './untimely.ts'

/** More mails a day than a person reads. */
export const MANY = 10

export function remarksOf(rehearsal: Rehearsal): Remark[] {
  const { region, wish } = rehearsal
  const starts = startsIn(region, wish.span)
  const subjects = subjectsIn(region, starts)
  const start = starter(region)
  const all = clocksIn(region).flatMap((clock) =>
    subjects.flatMap((subject) => starts.map((at) => start(subject, clock, at))),
  )
  const trials = [...new Map(all.map((trial) => [trial.of, trial])).values()]
  return [
    ...untimely(region, trials),
    ...order(region, subjects, starts, start),
    ...standIns(region),
    ...doubled(region, trials),
    ...manyMails(rehearsal),
    ...provisional(rehearsal),
  ]
}

function manyMails({ region, letters, people }: Rehearsal): Remark[] {
  const calendar = calendarOf(region)
  return people.flatMap((person): Remark[] => {
    const own = letters.filter(({ recipient }) => recipient === person.id)
    const days = [...Map.groupBy(own, ({ at }) => calendar.dateOf(at))].sort(
      (one, other) => other[1].length - one[1].length,
    )
    const [most] = days
    return most && most[1].length > MANY ? [{ kind: 'many mails', person, date: most[0], letters: most[1].length }] : []
  })
}

function provisional({ region, wish }: Rehearsal): Remark[] {
  const unknown = datesOf(wish.span).filter((date) => !calendarOf(region).isKnown(date))
  if (unknown.length === 0) return []
  const years = [...new Set(unknown.map((date) => date.slice(0, 4)))]
  return [{ kind: 'provisional', from: unknown[0]!, days: unknown.length, years }]
}
