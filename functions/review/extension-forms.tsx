// The forms that give a responder more time or refuse it. After the deadline it can only be refused, and the page says
// so. Shown on review-page.tsx.
import type { FC } from 'hono/jsx'
import { CommandForm, FoldedForm } from '../web/command-form.tsx'
import { Area, Confirm } from '../web/fields.tsx'
import { REASON_LIMIT } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'
import { words } from '../web/words/words.ts'

export const ExtensionForms: FC<{ visit: Visit; grantable: boolean }> = ({ visit, grantable }) => {
  const { request, region, file, errors, fields } = visit
  const all = words[request.language]
  const text = all.review
  const { term } = region.policy.extension[file.state.regime]
  const name = 'refuse-reason'
  return (
    <>
      <h2>{text.extension}</h2>
      <blockquote>{file.state.round.extensionRequest?.reason}</blockquote>
      <p class="hint">{grantable ? text.grantHint(all.units[term.unit](term.amount)) : text.grantTooLate}</p>
      {grantable ? (
        <CommandForm visit={visit} gives="GrantExtension" action="grant" label={text.grant}>
          <Confirm visit={visit} action="grant" label={text.grantSure} />
        </CommandForm>
      ) : null}
      <FoldedForm visit={visit} gives="RefuseExtension" action="refuse" heading={text.refuse} label={text.refuse}>
        <Area name={name} label={text.refuseReason} limit={REASON_LIMIT} value={fields[name]} error={errors[name]} />
      </FoldedForm>
    </>
  )
}
