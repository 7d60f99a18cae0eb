// The first page of the console: who one is here, and how much waits on each list; whoever may see cases goes on from there. Called by the
// routes.
import type { FC } from 'hono/jsx'
import { html, type Reply } from '../edge/http.ts'
import { document } from '../web/layout.tsx'
import { passkeyWords, withheldLine } from '../web/words/passkeys.ts'
import { staffWords } from '../web/words/staff.ts'
import { queueWords } from '../web/words/queue.ts'
import type { SavedView } from '../store/views.ts'
import { viewsWords } from '../web/words/views.ts'
import { closedCount } from './closed.ts'
import { CommentsLine, commentsWaiting } from './comments-line.tsx'
import { addressOf } from './filter.tsx'
import { ownViews, shownBy } from './views.tsx'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { hasList, type ListName, listNames } from './lists.ts'
import { countIn, countOf } from './queue.tsx'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

interface Counted {
  readonly list: ListName
  readonly count: number
}

export async function showStart(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const text = staffWords[request.language]
  const { staff } = signedIn
  const lists = may(staff, 'see counts') ? listNames.filter((name) => hasList(staff, name)) : []
  const [counts, views, comments] = await Promise.all([
    Promise.all(lists.map(async (list) => ({ list, count: await countOf(visit, list) }))),
    pinnedOf(visit),
    commentsWaiting(visit),
  ])
  const page = (
    <ConsoleLayout visit={visit} title={text.title}>
      <AboutPasskeys {...visit} />
      {counts.length > 0 ? (
        <>
          <h2>{text.waiting}</h2>
          <table>
            <tbody>
              {counts.map((counted) => (
                <Line visit={visit} counted={counted} />
              ))}
              {comments ? <CommentsLine visit={visit} waiting={comments} /> : null}
            </tbody>
          </table>
        </>
      ) : null}
      {may(staff, 'see cases') ? <Pinned visit={visit} views={views} /> : null}
      <p class="hint">
        {text.yourRoles}: {staff.roles.map((role) => text.roles[role]).join(', ')}
      </p>
    </ConsoleLayout>
  )
  return html(200, document(page))
}

/** What is missing without a passkey; else, to whoever came by mail, that there are passkeys. */
const AboutPasskeys: FC<ConsoleVisit> = (visit) => {
  const { region, request, signedIn } = visit
  if (!region.web.passkeys || signedIn.session.by === 'passkey') return <></>
  const missing = withheldLine(request.language, signedIn.withheld, staffWords[request.language].roles)
  return (
    <p class={missing ? 'note' : 'hint'}>
      {missing ? `${missing} ` : ''}
      <a href={urlOf(visit, 'passkeys')}>
        {missing ? passkeyWords[request.language].title : passkeyWords[request.language].offer}
      </a>
    </p>
  )
}

interface CountedView {
  readonly view: SavedView
  readonly count: number | undefined
}

/** The views that somebody pinned, with how much is on each; those that there are no more are told on the page of views. */
async function pinnedOf(visit: ConsoleVisit): Promise<CountedView[]> {
  if (!may(visit.signedIn.staff, 'see cases')) return []
  const counted = (await ownViews(visit)).flatMap((view) => {
    const asked = view.pinned ? shownBy(visit, view) : undefined
    return asked ? [{ view, asked }] : []
  })
  return Promise.all(
    counted.map(async ({ view, asked }) => {
      const { list } = asked
      return { view, count: await (list === 'closed' ? closedCount(visit, asked) : countOf(visit, list, asked)) }
    }),
  )
}

const Pinned: FC<{ visit: ConsoleVisit; views: readonly CountedView[] }> = ({ visit, views }) => {
  const text = viewsWords[visit.request.language]
  return (
    <>
      <h2>
        <a href={urlOf(visit, 'views')}>{text.title}</a>
      </h2>
      <table>
        <tbody>
          {views.map(({ view, count }) => (
            <tr>
              <th scope="row">
                <a href={urlOf(visit, view.page)}>{view.name}</a>
              </th>
              <td class="count">{count === undefined ? '' : countIn(visit, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const Line: FC<{ visit: ConsoleVisit; counted: Counted }> = ({ visit, counted: { list, count } }) => {
  const name = queueWords[visit.request.language].lists[list]
  const mayOpen = may(visit.signedIn.staff, 'see cases')
  return (
    <tr>
      <th scope="row">{mayOpen ? <a href={urlOf(visit, addressOf({ list }))}>{name}</a> : name}</th>
      <td class="count">{countIn(visit, count)}</td>
    </tr>
  )
}
