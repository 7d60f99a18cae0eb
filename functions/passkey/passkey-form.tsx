// The form by which the browser asks for a passkey: its script fills in the answer. Shown where one is made and where one is used.
import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../regions/schema.ts'
import { passkeyWords } from '../web/words/passkeys.ts'
import { passkeyScript } from './script.ts'

interface PasskeyFormProps {
  readonly language: Language
  readonly action: string
  readonly does: 'create' | 'get'
  /** Of the challenge. */
  readonly secret: string
  readonly options: string
  readonly label: string
  readonly children?: Child
}

export const PasskeyForm: FC<PasskeyFormProps> = ({ language, action, does, secret, options, label, children }) => {
  const text = passkeyWords[language]
  return (
    <>
      <form method="post" action={action} id="passkey" data-does={does} data-options={options}>
        <input type="hidden" name="step" value={does} />
        <input type="hidden" name="challenge" value={secret} />
        <input type="hidden" name="answer" value="" />
        {children}
        <noscript>
          <p class="note">{text.noScript}</p>
        </noscript>
        <p id="passkey-state" role="status" data-missing={text.missing} data-failed={text.failed} />
        <button type="button" hidden>
          {label}
        </button>
      </form>
      <script>{raw(passkeyScript)}</script>
    </>
  )
}
