// The forms that give a responder more time or refuse it. After the deadline it can only be refused, and the page says
// so. Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../../calendar/local-time.ts'
import { dueIfExtended, longestExtension } from '../../case/stages/extending.ts'
import { CommandForm, FoldedForm } from '../command-form.tsx'
import { Area, Confirm } from '../fields.tsx'
import { REASON_LIMIT } from '../forms.ts'
import type { Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'

export const ExtensionForms: FC<{ visit: Visit; grantable: boolean }> = ({ visit, grantable }) => {
  const { request, region, file, errors, fields } = visit
  const text = reviewWords(request.language, file.state)
  const { state } = file
  const due = dueIfExtended({ state, region, at: request.at })
  const why = longestExtension({ state, region, at: request.at }) ? text.grantTooSoon : text.grantTooLate
  const grantName = 'grant-reason'
  const reason = state.round.extensionRequest?.reason
  const name = 'refuse-reason'
  return (
    <>
      <h2>{text.extension}</h2>
      <blockquote>{reason}</blockquote>
      <p class="hint">{grantable && due ? text.grantHint(localTime(due, region.timeZone, request.language)) : why}</p>
      {grantable ? (
        <CommandForm visit={visit} gives="GrantExtension" action="grant" label={text.grant}>
          <Area
            name={grantName}
            label={text.grantReason}
            limit={REASON_LIMIT}
            value={fields[grantName] ?? reason}
            error={errors[grantName]}
          />
          <Confirm visit={visit} action="grant" label={text.grantSure} />
        </CommandForm>
      ) : null}
      <FoldedForm visit={visit} gives="RefuseExtension" action="refuse" heading={text.refuse} label={text.refuse}>
        <Area name={name} label={text.refuseReason} limit={REASON_LIMIT} value={fields[name]} error={errors[name]} />
      </FoldedForm>
    </>
  )
}
