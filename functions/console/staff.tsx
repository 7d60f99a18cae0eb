// Who may sign in, as the region's directory says, and where each of them is signed in: an administrator ends what should not be. Called by
// the routes.
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { Problem } from '../edge/problem.ts'
import { type Staff, staffMember, staffOf } from '../case/staff.ts'
import { sessionsOf } from '../store/staff-sessions.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { consoleWords } from '../web/words/console.ts'
import { staffWords } from '../web/words/staff.ts'
import { note } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { endChosen, Sessions } from './sessions.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

export function showStaff(visit: ConsoleVisit): Promise<Reply> {
  const { region, request } = visit
  const text = staffWords[request.language]
  const page = (
    <ConsoleLayout visit={visit} title={consoleWords[request.language].staff}>
      <p>{text.staffHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.role}</th>
          </tr>
        </thead>
        <tbody>
          {staffOf(region).map((staff) => (
            <tr>
              <td>
                <a href={urlOf(visit, `staff/${staff.contact.id}`)}>{staff.contact.name}</a>
              </td>
              <td>{rolesIn(staff, visit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ConsoleLayout>
  )
  return Promise.resolve(html(200, document(page)))
}

export async function showMember(visit: ConsoleVisit): Promise<Reply> {
  const { request, id } = visit
  const text = staffWords[request.language]
  const staff = memberOf(visit)
  const sessions = await sessionsOf(environment('TABLE_NAME'), id, request.at)
  return html(
    200,
    document(
      <ConsoleLayout visit={visit} title={staff.contact.name}>
        {request.query['done'] ? <Done title={text.ended} /> : null}
        <p>{rolesIn(staff, visit)}</p>
        <h2>{text.sessionsTitle}</h2>
        <Sessions visit={visit} sessions={sessions} page={`staff/${id}`} />
      </ConsoleLayout>,
    ),
  )
}

export async function endSessionsOf(visit: ConsoleVisit): Promise<Reply> {
  const { id, signedIn } = visit
  memberOf(visit)
  await note(visit, { what: 'sessions ended', about: id })
  const ended = await endChosen(visit, id)
  log('sessions ended', { contact: id, by: signedIn.staff.contact.id, sessions: ended.length })
  return goTo(`${urlOf(visit, `staff/${id}`)}?done=ended`)
}

function memberOf({ region, id }: ConsoleVisit): Staff {
  const staff = staffMember(region, id)
  if (!staff) throw new Problem(404, 'no-such-page', '')
  return staff
}

function rolesIn({ roles }: Staff, { request }: ConsoleVisit): string {
  return roles.map((role) => staffWords[request.language].roles[role]).join(', ')
}
