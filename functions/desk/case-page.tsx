// The page of a case in the console: what waits to be decided and the forms for it (web/desk), who else has it open, and, where two acted
// at once, both versions. Shown by case.tsx.
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { formToken } from '../edge/session.ts'
import { contactOf } from '../case/people.ts'
import type { Lease } from '../store/leases.ts'
import { DeskCase, deskTitle } from '../web/desk/desk-case.tsx'
import type { Fields } from '../web/forms.ts'
import { RESUMED } from '../web/console/page.ts'
import { playWords } from '../web/words/play.ts'
import type { Visit } from '../web/visit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { confirmed } from '../web/confirmations.ts'
import { acts, actsOffered } from '../web/console/acts.ts'
import { Done } from '../web/parts.tsx'
import { actNames } from '../web/words/act-names.ts'
import { ActLinks, PlaceMap } from './act-links.tsx'
import { FromSource } from './from-source.tsx'
import { PlayBar } from './play-bar.tsx'
import { leaseScript } from '../web/console/lease-script.ts'
import { may } from '../web/console/rights.ts'
import { Versions } from '../web/console/versions.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

interface CasePageProps {
  readonly visit: ConsoleVisit
  readonly shown: Visit
  /** What the form held that was sent. */
  readonly typed: Fields
  /** Somebody else's. */
  readonly lease: Lease | undefined
  /** In which list it is worked through. */
  readonly list: string | undefined
}

export const CasePage: FC<CasePageProps> = ({ visit, shown, typed, lease, list }) => {
  const { region, request, signedIn } = visit
  const text = playWords[request.language]
  const name = lease && (contactOf(region, lease.holder)?.name ?? lease.holder)
  const done = confirmed(acts, request.query['done'], shown.file.events)
  const decides = may(signedIn.staff, 'decide cases')
  const wrong = Object.keys(shown.errors).length > 0
  return (
    <ConsoleLayout visit={visit} title={deskTitle(shown)} wrong={wrong}>
      {list ? <PlayBar visit={visit} shown={shown} list={list} /> : null}
      {done && !wrong ? <Done title={actNames[request.language].done[done.name]} /> : null}
      {typed[RESUMED] ? <p class="note">{text.resumed}</p> : null}
      {name ? <p class="note">{lease?.kind === 'editing' ? text.othersEdit(name) : text.othersView(name)}</p> : null}
      {may(signedIn.staff, 'decide own cases') ? null : <p class="note">{text.readOnly}</p>}
      <Versions shown={shown} typed={typed} />
      <div
        class="case"
        data-lease={urlOf(visit, `lease/${shown.file.state.id}`)}
        data-token={formToken(signedIn.secret)}
        data-similar={
          decides && actsOffered(shown).includes('merge')
            ? urlOf(visit, `cases/${shown.file.state.id}/similar`)
            : undefined
        }
      >
        <DeskCase
          {...shown}
          place={
            <>
              <FromSource {...shown} />
              <PlaceMap visit={visit} shown={shown} />
            </>
          }
          more={<ActLinks visit={visit} shown={shown} />}
        />
      </div>
      {may(signedIn.staff, 'find persons') && shown.file.personal.size > 0 ? (
        <p>
          <a href={urlOf(visit, `search?of=${shown.file.state.id}`)}>{text.samePerson}</a>
        </p>
      ) : null}
      {decides ? <script>{raw(leaseScript)}</script> : null}
    </ConsoleLayout>
  )
}
