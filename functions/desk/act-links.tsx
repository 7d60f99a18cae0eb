// Leads to the pages of what else can be done about a case. Shown on case-page.tsx.
import type { FC } from 'hono/jsx'
import { actsOffered } from '../web/console/acts.ts'
import { listPlayed } from '../web/console/opened.ts'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Visit } from '../web/visit.ts'
import { actNames } from '../web/words/act-names.ts'

export const ActLinks: FC<{ visit: ConsoleVisit; shown: Visit }> = ({ visit, shown }) => {
  const { request, signedIn, id } = visit
  const text = actNames[request.language]
  const list = listPlayed(visit)
  const offered = may(signedIn.staff, 'decide cases') ? actsOffered(shown) : []
  return offered.length === 0 ? null : (
    <>
      <h2>{text.heading}</h2>
      <ul class="acts">
        {offered.map((name) => (
          <li>
            <a href={urlOf(visit, `cases/${id}/${name}${list ? `?play=${list}` : ''}`)}>{text.names[name]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
