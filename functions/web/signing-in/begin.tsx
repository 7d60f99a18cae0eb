// Begins a session: with a new secret, whatever the browser brought; what was signed in there before is ended. Then the page that was
// asked for opens, or what was typed before comes back, if it was this person who typed it. Called by signin and passkey.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../../regions/languages.ts'
import type { Region } from '../../../regions/schema.ts'
import type { Staff } from '../../case/staff.ts'
import { deployedRegion, environment } from '../../edge/environment.ts'
import { html, type Reply, type Request } from '../../edge/http.ts'
import { log } from '../../edge/log.ts'
import { addressOf, consoleUrl, formToken, sessionCookie, whoWasSignedIn } from '../../edge/session.ts'
import { hashOf, newSecret } from '../../links/token.ts'
import { endSession, type NewSession } from '../../store/staff-sessions.ts'
import { RESUMED } from '../console/page.ts'
import { document, Layout } from '../layout.tsx'
import { goTo } from '../see-other.ts'
import { signInWords } from '../words/sign-in.ts'
import { deviceOf } from './device.ts'
import type { KeptForm } from './kept-form.ts'

/** What a form carries through signing in. */
export interface Sought {
  /** Where to go then, below the console's address. */
  readonly to?: string | undefined
  readonly kept?: KeptForm | undefined
}

interface Beginning extends Sought {
  readonly by: NewSession['by']
  /** Uses up what proves who it is and stores the session, both or neither. @returns false where it is used up already */
  readonly store: (session: NewSession) => Promise<boolean>
}

/** @returns undefined where what proves who it is was used already */
export async function begin(
  request: Request,
  staff: Staff,
  { by, store, to, kept }: Beginning,
): Promise<Reply | undefined> {
  const tableName = environment('TABLE_NAME')
  const contact = staff.contact.id
  const before = await whoWasSignedIn(tableName, request)
  const secret = newSecret(randomBytes)
  const session = {
    ...{ contact, hash: hashOf(secret), address: addressOf(staff), by, at: request.at },
    device: deviceOf(request.headers['user-agent'] ?? ''),
  }
  if (!(await store(session))) return undefined
  if (before) await endSession(tableName, before, request.at)
  log('signed in', { contact, by })
  const headers = { 'Set-Cookie': sessionCookie(request, { contact, secret }) }
  if (kept && before?.contact === contact) {
    const page = html(200, document(<ResumePage {...{ request, region: deployedRegion(), kept, secret }} />))
    return { ...page, headers: { ...page.headers, ...headers } }
  }
  return goTo(consoleUrl(request.base, to), headers)
}

const ResumePage: FC<{ request: Request; region: Region; kept: KeptForm; secret: string }> = ({
  request,
  region,
  kept,
  secret,
}) => {
  const text = signInWords[wholeOf(request.language)]
  return (
    <Layout region={region} request={request} title={text.resumeTitle} anyone>
      <p>{text.resumeText}</p>
      <form method="post" action={consoleUrl(request.base, kept.page)}>
        {Object.entries({ ...kept.fields, token: formToken(secret), [RESUMED]: 'yes' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{text.resume}</button>
      </form>
    </Layout>
  )
}
