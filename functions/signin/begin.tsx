// Begins a session: with a new secret, whatever the browser brought; what was signed in there before is ended. Then the page that was
// asked for opens, or what was typed before comes back, if it was this person who typed it. Called by enter.tsx and link.tsx.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { staffMember } from '../case/staff.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { addressOf, consoleUrl, formToken, sessionCookie, whoWasSignedIn } from '../edge/session.ts'
import { hashOf, newSecret } from '../links/token.ts'
import { useSignIn } from '../store/sign-ins.ts'
import { endSession } from '../store/staff-sessions.ts'
import { RESUMED } from '../web/console/page.ts'
import type { KeptForm } from './kept-form.ts'
import { document, Layout } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import type { Carried } from './sign-in-page.tsx'
import { signInWords } from '../web/words/sign-in.ts'
import { deviceOf } from './device.ts'

/** @param wish the hash of the wish for which a mail went to this contact @returns undefined where the wish is used or over, or the contact left the directory */
export async function begin(
  request: Request,
  wish: string,
  contact: string,
  { to, kept }: Omit<Carried, 'wish'>,
): Promise<Reply | undefined> {
  const tableName = environment('TABLE_NAME')
  const staff = staffMember(deployedRegion(), contact)
  if (!staff) return undefined
  const before = await whoWasSignedIn(tableName, request)
  const secret = newSecret(randomBytes)
  const session = {
    ...{ contact, hash: hashOf(secret), address: addressOf(staff), at: request.at },
    device: deviceOf(request.headers['user-agent'] ?? ''),
  }
  if (!(await useSignIn(tableName, wish, session))) return undefined
  if (before) await endSession(tableName, before, request.at)
  log('signed in', { contact })
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
