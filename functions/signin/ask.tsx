// Takes the wish to sign in by an address. Whether the address is of the directory is found out later, by notify: here all are
// answered alike, by the same reads and writes. Called by the handler.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { emailAddress } from '../contract/email-address.ts'
import type { SignInMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { sendAll } from '../queues/send.ts'
import { addressHash } from '../store/persons.ts'
import { countSource, keepSignIn } from '../store/sign-ins.ts'
import type { Fields } from '../web/forms.ts'
import { sourceOf } from '../web/signing-in/source.ts'
import { document } from '../web/layout.tsx'
import { type Carried, SignInPage } from './sign-in-page.tsx'
import { signInWords } from '../web/words/sign-in.ts'
import { words } from '../web/words/words.ts'
import { showCode } from './enter.tsx'

export async function ask(request: Request, fields: Fields, carried: Carried): Promise<Reply> {
  const text = signInWords[wholeOf(request.language)]
  const tableName = environment('TABLE_NAME')
  const secret = parseSecret(carried.wish)
  if (!secret) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  const { success, data: email } = z.safeParse(emailAddress, fields['email'] ?? '')
  if (!success) {
    const props = { request, region: deployedRegion(), carried, email: fields['email'] }
    return html(422, document(<SignInPage {...props} errors={{ email: text.emailWrong }} />))
  }
  // A keyed hash like that of an address, which no address can have: it holds a space.
  const source = await addressHash(tableName, `source ${sourceOf(request)}`)
  if (!(await countSource(tableName, source, request.at)))
    throw new Problem(429, 'too-many-requests', text.tooMany, [], { 'Retry-After': '900' })
  const [wish, person] = [hashOf(secret), await addressHash(tableName, email)]
  await keepSignIn(tableName, wish, person, request.at)
  const message: SignInMessage = { v: 1, wish, person, language: wholeOf(request.language) }
  const refused = await sendAll(environment('NOTICES_QUEUE_URL'), [message])
  if (refused.length > 0) throw new Error('The queue did not take a wish to sign in.')
  return showCode(request, carried, { email: fields['email'] ?? '' })
}
