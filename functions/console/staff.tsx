// Who may sign in, as the region's directory says, and where each of them is signed in: an administrator ends what should not be. Called by
// the routes.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { Problem } from '../edge/problem.ts'
import { type Staff, staffMember, staffOf } from '../case/staff.ts'
import { addressOf } from '../edge/session.ts'
import { type Passkey, passkeysOf, removePasskey } from '../store/passkeys.ts'
import { sessionsOf } from '../store/staff-sessions.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { consoleWords } from '../web/words/console.ts'
import { passkeyWords } from '../web/words/passkeys.ts'
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
  const passkeys = await passkeysOf(environment('TABLE_NAME'), id, addressOf(staff), request.at)
  return html(
    200,
    document(
      <ConsoleLayout visit={visit} title={staff.contact.name}>
        {request.query['done'] === 'ended' ? <Done title={text.ended} /> : null}
        {request.query['done'] === 'passkeys' ? <Done title={passkeyWords[request.language].removedAll} /> : null}
        <p>{rolesIn(staff, visit)}</p>
        <h2>{text.sessionsTitle}</h2>
        <Sessions visit={visit} sessions={sessions} page={`staff/${id}`} />
        <PasskeysOf visit={visit} passkeys={passkeys} />
      </ConsoleLayout>,
    ),
  )
}

export async function endSessionsOf(visit: ConsoleVisit): Promise<Reply> {
  const { id, signedIn, fields } = visit
  const staff = memberOf(visit)
  if (fields['passkeys'] === 'remove') return removePasskeysOf(visit, staff)
  await note(visit, { what: 'sessions ended', about: id })
  const ended = await endChosen(visit, id)
  log('sessions ended', { contact: id, by: signedIn.staff.contact.id, sessions: ended.length })
  return goTo(`${urlOf(visit, `staff/${id}`)}?done=ended`)
}

/** Of somebody who lost their device, or had it taken: they sign in by mail, and may add another. */
async function removePasskeysOf(visit: ConsoleVisit, staff: Staff): Promise<Reply> {
  const { id, request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const passkeys = await passkeysOf(tableName, id, addressOf(staff), request.at)
  await note(visit, { what: 'passkey removed', about: id })
  await Promise.all(passkeys.map((passkey) => removePasskey(tableName, passkey, request.at)))
  log('passkeys removed', { contact: id, by: signedIn.staff.contact.id, passkeys: passkeys.length })
  return goTo(`${urlOf(visit, `staff/${id}`)}?done=passkeys`)
}

const PasskeysOf: FC<{ visit: ConsoleVisit; passkeys: readonly Passkey[] }> = ({ visit, passkeys }) => {
  const { region, request, id } = visit
  const text = passkeyWords[request.language]
  if (passkeys.length === 0) return <></>
  const time = (instant: string) => localTime(instant, region.timeZone, request.language)
  return (
    <>
      <h2>{text.ofMember}</h2>
      <ul>
        {passkeys.map(({ device, addedAt }) => (
          <li>
            {device || text.unknownDevice}. {text.addedAt}: {time(addedAt)}
          </li>
        ))}
      </ul>
      <form method="post" action={urlOf(visit, `staff/${id}`)}>
        <button type="submit" class="second" name="passkeys" value="remove">
          {text.removeAll}
        </button>
      </form>
    </>
  )
}

function memberOf({ region, id }: ConsoleVisit): Staff {
  const staff = staffMember(region, id)
  if (!staff) throw new Problem(404, 'no-such-page', '')
  return staff
}

function rolesIn({ roles }: Staff, { request }: ConsoleVisit): string {
  return roles.map((role) => staffWords[request.language].roles[role]).join(', ')
}
