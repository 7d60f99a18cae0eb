// What the page of a case shows of acts: the links to what else can be done, and the map of its place. Shown on case-page.tsx.
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
  const offered = may(signedIn.staff, 'decide own cases') ? actsOffered(shown) : []
  const { children, mergedInto } = shown.file.state
  const isCluster = children.length > 0 || mergedInto !== undefined
  return offered.length === 0 && !isCluster ? null : (
    <>
      <h2>{text.heading}</h2>
      <ul class="acts">
        {offered.map((name) => (
          <li>
            <a href={urlOf(visit, `cases/${id}/${name}${list ? `?play=${list}` : ''}`)}>{text.names[name]}</a>
          </li>
        ))}
        {isCluster ? (
          <li>
            <a href={urlOf(visit, `cases/${id}/cluster`)}>{text.cluster}</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** Drawn by acts. */
export const PlaceMap: FC<{ visit: ConsoleVisit; shown: Visit }> = ({ visit, shown }) =>
  shown.file.state.location ? (
    <p>
      <img
        src={urlOf(visit, `cases/${visit.id}/map`)}
        alt={actNames[visit.request.language].map}
        width="288"
        height="288"
        loading="lazy"
      />
    </p>
  ) : null
