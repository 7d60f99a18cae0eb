// The page that asks for an address to sign in by. Shown by the handler and by ask.tsx.
import { randomBytes } from 'node:crypto'
import type { Child, FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import { consoleUrl } from '../edge/session.ts'
import { newSecret } from '../links/token.ts'
import { Input } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import type { Sought } from '../web/signing-in/begin.tsx'
import { Through } from '../web/signing-in/through.tsx'
import { Layout } from '../web/layout.tsx'
import { ErrorSummary } from '../web/parts.tsx'
import { passkeyWords } from '../web/words/passkeys.ts'
import { signInWords } from '../web/words/sign-in.ts'

/** What a form carries on the way to being signed in. */
export interface Carried extends Sought {
  /** The secret of this form: what is mailed for it can be typed on its page alone. */
  readonly wish: string
}

export function newWish(): string {
  return newSecret(randomBytes)
}

interface SignInFormProps {
  readonly request: Request
  readonly carried: Carried
  readonly step: 'ask' | 'code'
  readonly label: string
  readonly second?: boolean
  readonly children?: Child
}

/** Sent to one address without a query, wherever it stands. */
export const SignInForm: FC<SignInFormProps> = ({ request, carried, step, label, second, children }) => (
  <form method="post" action={consoleUrl(request.base, 'sign-in')} novalidate>
    <input type="hidden" name="wish" value={carried.wish} />
    <Through to={carried.to} kept={carried.kept} />
    {children}
    <button type="submit" name="step" value={step} class={second ? 'second' : undefined}>
      {label}
    </button>
  </form>
)

interface SignInPageProps {
  readonly region: Region
  readonly request: Request
  readonly carried: Carried
  readonly email?: string | undefined
  readonly errors?: FormErrors
  /** Said above: why they have to. */
  readonly why?: string | undefined
}

export const SignInPage: FC<SignInPageProps> = ({ region, request, carried, email, errors = {}, why }) => {
  const text = signInWords[wholeOf(request.language)]
  const wrong = Object.keys(errors).length > 0
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong} anyone>
      <ErrorSummary errors={errors} language={request.language} names={{ email: text.email }} />
      {why ? <p class="note">{why}</p> : null}
      {carried.kept ? <p>{text.kept}</p> : null}
      <p>{text.intro}</p>
      <SignInForm request={request} carried={carried} step="ask" label={text.send}>
        <Input
          name="email"
          label={text.email}
          type="email"
          autocomplete="email"
          limit={200}
          value={email}
          error={errors['email']}
        />
      </SignInForm>
      {region.web.passkeys ? (
        <form method="post" action={consoleUrl(request.base, 'passkey')}>
          <Through to={carried.to} kept={carried.kept} />
          <button type="submit" class="second" name="step" value="passkey">
            {passkeyWords[wholeOf(request.language)].enter}
          </button>
        </form>
      ) : null}
    </Layout>
  )
}
