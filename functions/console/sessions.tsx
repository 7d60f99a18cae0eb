// One's own sessions: where one is signed in, and out, here or everywhere. Called by the routes.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { consoleUrl, sessionCookie } from '../edge/session.ts'
import { endSession, sessionsOf, type StaffSession } from '../store/staff-sessions.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { passkeyWords } from '../web/words/passkeys.ts'
import { staffWords } from '../web/words/staff.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

const EVERYWHERE = 'everywhere'

export async function showSessions(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const text = staffWords[request.language]
  const sessions = await sessionsOf(environment('TABLE_NAME'), signedIn.session.contact, request.at)
  return html(
    200,
    document(
      <ConsoleLayout visit={visit} title={text.sessionsTitle}>
        {request.query['done'] ? <Done title={text.ended} /> : null}
        <p>{text.sessionsHint}</p>
        {visit.region.web.passkeys ? (
          <p>
            <a href={urlOf(visit, 'passkeys')}>{passkeyWords[request.language].title}</a>
          </p>
        ) : null}
        <Sessions visit={visit} sessions={sessions} page="sessions" />
      </ConsoleLayout>,
    ),
  )
}

/** Ends one session, or all with the one at hand. */
export async function endSessions(visit: ConsoleVisit): Promise<Reply> {
  const { signedIn } = visit
  const ended = await endChosen(visit, signedIn.session.contact)
  return ended.includes(signedIn.session.hash) ? leave(visit) : goTo(`${urlOf(visit, 'sessions')}?done=ended`)
}

export async function signOut(visit: ConsoleVisit): Promise<Reply> {
  await endSession(environment('TABLE_NAME'), visit.signedIn.session, visit.request.at)
  return leave(visit)
}

/** Ends what the form names of a person's sessions. @returns the hashes of those that were ended */
export async function endChosen({ request, fields }: ConsoleVisit, contact: string): Promise<string[]> {
  const tableName = environment('TABLE_NAME')
  const sessions = await sessionsOf(tableName, contact, request.at)
  const chosen = sessions.filter(({ hash }) => fields['end'] === EVERYWHERE || fields['end'] === hash)
  await Promise.all(chosen.map((session) => endSession(tableName, session, request.at)))
  return chosen.map(({ hash }) => hash)
}

function leave({ request }: ConsoleVisit): Reply {
  return goTo(consoleUrl(request.base, 'sign-in'), { 'Set-Cookie': sessionCookie(request, undefined) })
}

interface SessionsProps {
  readonly visit: ConsoleVisit
  readonly sessions: readonly StaffSession[]
  /** Where its forms are sent. */
  readonly page: string
}

export const Sessions: FC<SessionsProps> = ({ visit, sessions, page }) => {
  const { region, request, signedIn } = visit
  const text = staffWords[request.language]
  const time = (instant: string) => localTime(instant, region.timeZone, request.language)
  if (sessions.length === 0) return <p class="note">{text.noSessions}</p>
  return (
    <>
      <ol class="history">
        {sessions.map(({ hash, device, startedAt, seenAt }) => (
          <li>
            <b>{device || text.unknownDevice}</b>
            {hash === signedIn.session.hash ? ` — ${text.thisOne}` : ''}
            <p class="hint">
              {text.since}: {time(startedAt)}. {text.lastUsed}: {time(seenAt)}.
            </p>
            <form method="post" action={urlOf(visit, page)}>
              <button
                type="submit"
                class="second"
                name="end"
                value={hash}
                aria-label={`${text.end}: ${device || text.unknownDevice}`}
              >
                {text.end}
              </button>
            </form>
          </li>
        ))}
      </ol>
      <form method="post" action={urlOf(visit, page)}>
        <button type="submit" name="end" value={EVERYWHERE}>
          {text.endAll}
        </button>
      </form>
    </>
  )
}
