// More time for a responder: given or refused. After the deadline it can only be refused, and the page says so.
import type { FC } from 'hono/jsx'
import { Area } from '../web/fields.tsx'
import { REASON_LIMIT } from '../web/forms.ts'
import { ActionForm } from '../web/parts.tsx'
import { words } from '../web/words/words.ts'
import type { ReviewVisit } from './visit.ts'

export const ExtensionForms: FC<ReviewVisit & { grantable: boolean }> = (props) => {
  const { request, region, file, nonce, errors, fields, grantable } = props
  const all = words[request.language]
  const text = all.review
  const { term } = region.policy.extension[file.state.regime]
  return (
    <>
      <h2>{text.extension}</h2>
      <blockquote>{file.state.round.extensionRequest?.reason}</blockquote>
      <p class="hint">{grantable ? text.grantHint(all.units[term.unit](term.amount)) : text.grantTooLate}</p>
      {grantable ? (
        <ActionForm nonce={nonce}>
          <button type="submit" name="action" value="grant">
            {text.grant}
          </button>
        </ActionForm>
      ) : null}
      <details open={errors['refuse-reason'] !== undefined}>
        <summary>{text.refuse}</summary>
        <ActionForm nonce={nonce}>
          <Area
            name="refuse-reason"
            label={text.refuseReason}
            limit={REASON_LIMIT}
            value={fields['refuse-reason']}
            error={errors['refuse-reason']}
          />
          <button type="submit" name="action" value="refuse">
            {text.refuse}
          </button>
        </ActionForm>
      </details>
    </>
  )
}
