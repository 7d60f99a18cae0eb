// Signs people of the directory in to the console, by a code or a link that is mailed to them. Apart from the console itself: it sends to
// a queue, and reads no case. Called by API Gateway.
import { wholeOf } from '../../regions/languages.ts'
import { byMethod } from '../edge/by-method.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { consoleUrl, isOwnForm, whoIsSignedIn, whoWasSignedIn } from '../edge/session.ts'
import { refersToItself } from '../edge/refers-to-itself.ts'
import { type Fields, fieldsOf } from '../web/forms.ts'
import { isConsolePage } from '../web/console/page.ts'
import { KEPT, type KeptForm, readKept } from '../web/signing-in/kept-form.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { goTo } from '../web/see-other.ts'
import { type Carried, newWish, SignInPage } from './sign-in-page.tsx'
import { consoleWords } from '../web/words/console.ts'
import { signInWords } from '../web/words/sign-in.ts'
import { ask } from './ask.tsx'
import { enter } from './enter.tsx'
import { showLink, useLink } from './link.tsx'

async function show(request: Request): Promise<Reply> {
  const { params, query } = request
  if (params['link']) return showLink(request, params['link'])
  const to = pageIn(query['to'])
  const signedIn = await whoIsSignedIn(environment('TABLE_NAME'), deployedRegion(), request)
  if (signedIn) return goTo(consoleUrl(request.base, to))
  return html(
    200,
    document(<SignInPage request={request} region={deployedRegion()} carried={{ wish: newWish(), to }} />),
  )
}

async function sent(request: Request): Promise<Reply> {
  if (!isOwnForm(request)) throw new Problem(403, 'foreign-form', consoleWords[wholeOf(request.language)].foreign)
  const fields = fieldsOf(request)
  if (request.params['link']) return useLink(request, request.params['link'], fields)
  if (!fields['step']) return tooLate(request, fields)
  const carried = carriedIn(fields)
  return fields['step'] === 'code' ? enter(request, fields, carried) : ask(request, fields, carried)
}

/** A form of the console whose session was over: the console sent it on. What a page of somebody's own session sent is kept for them. */
async function tooLate(request: Request, { token: _, ...fields }: Fields): Promise<Reply> {
  const page = pageIn(request.query['from'])
  const isTheirs = page && (await whoWasSignedIn(environment('TABLE_NAME'), request)) !== undefined
  const kept: KeptForm | undefined = isTheirs ? { page, fields } : undefined
  const why = signInWords[wholeOf(request.language)].over
  const props = { request, region: deployedRegion(), carried: { wish: newWish(), kept }, why }
  return html(401, document(<SignInPage {...props} />))
}

function carriedIn(fields: Fields): Carried {
  return { wish: fields['wish'] ?? '', to: pageIn(fields['to']), kept: readKept(fields[KEPT]) }
}

/** A page of the console, or its start. */
function pageIn(asked: string | undefined): string | undefined {
  return asked && isConsolePage(asked) ? asked : undefined
}

const answer = byMethod({ GET: show, POST: sent })

/** Officials read whole languages. */
export const handler = refersToItself(
  http((request) => answer({ ...request, language: wholeOf(request.language) }), problemPage),
)
