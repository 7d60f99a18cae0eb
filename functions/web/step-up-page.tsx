// The page that asks for a mailed code, in the place of the one that was opened. It says nothing of the case but its number; what was
// typed into a form goes with it as hidden fields, and so never to another reader. Shown by step-up.tsx.
import type { Child, FC } from 'hono/jsx'
import { Confirm, Input } from './fields.tsx'
import { STEP } from './guarded.ts'
import { Layout } from './layout.tsx'
import { Done, ErrorSummary } from './parts.tsx'
import type { LinkVisit } from './visit.ts'
import { stepUpWords } from './words/step-up.ts'
import { wholeOf } from '../../regions/languages.ts'

interface StepUpProps {
  readonly visit: LinkVisit
  readonly why: string
  /** Whether a code is on its way. */
  readonly sent: boolean
  /** What was sent to the page, by name. */
  readonly carried: readonly (readonly [string, string])[]
  readonly nonce: string
}

export const StepUpPage: FC<StepUpProps> = ({ visit, why, sent, carried, nonce }) => {
  const { region, request, errors } = visit
  const text = stepUpWords[wholeOf(request.language)]
  const wrong = Object.keys(errors).length > 0
  const Carrying: FC<{ children?: Child }> = ({ children }) => (
    <form method="post" action="" novalidate>
      {carried.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="code-nonce" value={nonce} />
      {children}
    </form>
  )
  const ask = (
    <Carrying>
      <Confirm visit={{ fields: {}, errors }} action="code" label={text.sure} />
      <button type="submit" name={STEP} value="send" class={sent ? 'second' : undefined}>
        {text.send}
      </button>
    </Carrying>
  )
  const enter = (
    <Carrying>
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
      <button type="submit" name={STEP} value="enter" class={sent ? undefined : 'second'}>
        {text.enter}
      </button>
    </Carrying>
  )
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong}>
      <ErrorSummary errors={errors} language={request.language} names={{ code: text.code }} />
      {sent && !wrong ? (
        <Done>
          <p>{text.sent}</p>
        </Done>
      ) : (
        <p>{why}</p>
      )}
      {carried.some(([name]) => name === 'action') ? <p>{text.kept}</p> : null}
      {sent ? enter : ask}
      {sent ? <h2>{text.again}</h2> : null}
      {sent ? ask : enter}
    </Layout>
  )
}
