// What an operator has to know of a case whose organisation is late: with what, whom to call, and that it may be given
// to others. Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { organisationName } from '../../../regions/names.ts'
import type { ClockName } from '../../../regions/schema.ts'
import { localTime } from '../../calendar/local-time.ts'
import type { Case } from '../../case/case.ts'
import type { Clock } from '../../case/clocks/clock.ts'
import { clocksOf } from '../../case/clocks/clock.ts'
import { organisationOf, peopleOf } from '../../case/people.ts'
import { reviewWords } from '../words/review.ts'
import { wordsFor } from '../words/words.ts'
import type { Visit } from '../visit.ts'

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
  const all = wordsFor(language, file.state)
  const { organisation } = file.state
  return (
    <section class="problem">
      <h2>{reviewWords(language, file.state).missed}</h2>
      <ul>
        {clocks.map(([name, { due }]) => (
          <li>
            {all.clocks[name]} — {localTime(due, region.timeZone, language)}
          </li>
        ))}
      </ul>
      <p>{reviewWords(language, file.state).callOrReassign(organisationName(region, organisation, language))}</p>
      <ul>
        {peopleOf(region, organisationOf(region, organisation)).map(({ name, position, phone, email }) => (
          <li>
            {[name, position].filter(Boolean).join(', ')},{' '}
            {phone ? <a href={`tel:${dialled(phone)}`}>{phone}</a> : null}
            {phone ? ', ' : ''}
            {email}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a telephone dials: without an extension. */
function dialled(phone: string): string {
  return phone.split(',')[0]!.replace(/[^+\d]/g, '')
}
