// What an operator has to know of a case whose organisation is late: with what, whom to call, and that it may be given
// to others. Shown on review-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName } from '../../regions/names.ts'
import type { ClockName } from '../../regions/schema.ts'
import { localTime } from '../calendar/local-time.ts'
import type { Case } from '../case/case.ts'
import type { Clock } from '../case/clocks/clock.ts'
import { clocksOf } from '../case/clocks/clock.ts'
import { organisationOf, peopleOf } from '../case/people.ts'
import { words } from '../web/words/words.ts'
import type { Visit } from '../web/visit.ts'

type Named = [ClockName, Clock]
const organisationsOwn: readonly ClockName[] = ['acceptance', 'firstResponse', 'finalAnswer']

/** The clocks that the organisation which has the case let run out. */
export function missedOf(state: Case): Named[] {
  return clocksOf(state).filter(([name, clock]) => organisationsOwn.includes(name) && clock.missed)
}

export const Missed: FC<{ visit: Visit; clocks: readonly Named[] }> = ({
  visit: { request, region, file },
  clocks,
}) => {
  const { language } = request
  const all = words[language]
  const { organisation } = file.state
  return (
    <section class="problem">
      <h2>{all.review.missed}</h2>
      <ul>
        {clocks.map(([name, { due }]) => (
          <li>
            {all.clocks[name]} — {localTime(due, region.timeZone, language)}
          </li>
        ))}
      </ul>
      <p>{all.review.callOrReassign(organisationName(region, organisation, language))}</p>
      <ul>
        {peopleOf(region, organisationOf(region, organisation)).map(({ name, position, email }) => (
          <li>{[name, position, email].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
    </section>
  )
}
