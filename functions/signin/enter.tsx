// Takes the code that was mailed for a wish, on the page that the wish was made on. Every try is counted before it is compared, and an
// address that nobody knows is answered like one whose code was wrong. Called by the handler.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { isCode, parseCode } from '../links/code.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { countSignInTry, findSignIn, isUsable, SIGN_IN_TRIES } from '../store/sign-ins.ts'
import { Input } from '../web/fields.tsx'
import type { Fields, FormErrors } from '../web/forms.ts'
import { document, Layout } from '../web/layout.tsx'
import { Done, ErrorSummary } from '../web/parts.tsx'
import { type Carried, newWish, SignInForm } from './sign-in-page.tsx'
import { signInWords } from '../web/words/sign-in.ts'
import { beginByMail } from './by-mail.ts'

/** Compared where nothing was mailed: it takes as long, and nobody can type it. */
const NO_CODE = { salt: 'A'.repeat(22), hash: Buffer.alloc(32).toString('base64url') }

export async function enter(request: Request, fields: Fields, carried: Carried): Promise<Reply> {
  const text = signInWords[wholeOf(request.language)]
  const tableName = environment('TABLE_NAME')
  const again = (message: string, status: number) =>
    showCode(request, carried, { email: fields['email'] ?? '', errors: { code: message }, status })
  const typed = parseCode(fields['code'] ?? '')
  if (!typed) return again(text.notSix, 422)
  const secret = parseSecret(carried.wish)
  const wish = secret && hashOf(secret)
  const found = wish && (await findSignIn(tableName, wish))
  if (!found || !isUsable(found, request.at)) return again(text.used, 410)
  if (!(await countSignInTry(tableName, wish, request.at))) return again(text.locked, 429)
  const { salt, code: hash, contact } = found
  const isRight = await isCode(typed, salt && hash ? { salt, hash } : NO_CODE)
  const begun = isRight && contact ? await beginByMail(request, wish, contact, carried) : undefined
  if (begun) return begun
  if (isRight) return again(text.used, 410)
  const left = SIGN_IN_TRIES - found.tries - 1
  log('sign-in code wrong', { left })
  return left > 0 ? again(text.wrong(left), 422) : again(text.locked, 429)
}

interface CodeLook {
  readonly email: string
  readonly errors?: FormErrors
  readonly status?: number
}

export function showCode(request: Request, carried: Carried, { email, errors = {}, status = 200 }: CodeLook): Reply {
  const props = { request, region: deployedRegion(), carried, email, errors }
  return html(status, document(<CodePage {...props} />))
}

interface CodePageProps {
  readonly request: Request
  readonly region: Region
  readonly carried: Carried
  readonly email: string
  readonly errors: FormErrors
}

const CodePage: FC<CodePageProps> = ({ request, region, carried, email, errors }) => {
  const text = signInWords[wholeOf(request.language)]
  const wrong = Object.keys(errors).length > 0
  const address = <input type="hidden" name="email" value={email} />
  return (
    <Layout region={region} request={request} title={text.codeTitle} wrong={wrong} anyone>
      <ErrorSummary errors={errors} language={request.language} names={{ code: text.code }} />
      {wrong ? null : (
        <Done>
          <p>{text.sent(email)}</p>
        </Done>
      )}
      <SignInForm request={request} carried={carried} step="code" label={text.enter}>
        {address}
        <Input
          name="code"
          type="text"
          label={text.code}
          hint={text.codeHint}
          error={errors['code']}
          autocomplete="one-time-code"
          digits
          limit={12}
        />
      </SignInForm>
      <p class="hint">{text.same}</p>
      <SignInForm request={request} carried={{ ...carried, wish: newWish() }} step="ask" label={text.again} second>
        {address}
      </SignInForm>
    </Layout>
  )
}
