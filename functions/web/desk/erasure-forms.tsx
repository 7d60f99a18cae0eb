// A citizen asked for their data to be erased while the law wanted an answer: an operator erases them or says why not. Shown
// on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { isAnswerOwed } from '../../case/stages/erasing.ts'
import { CommandForm, FoldedForm } from '../command-form.tsx'
import { Area, Confirm } from '../fields.tsx'
import { REASON_LIMIT } from '../forms.ts'
import type { Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'

export const ErasureForms: FC<{ visit: Visit }> = ({ visit }) => {
  const { request, file, errors, fields } = visit
  const text = reviewWords(request.language, file.state)
  const name = 'keep-reason'
  return (
    <>
      <h2>{text.erasure}</h2>
      <p class="hint">{text.erasureHint[isAnswerOwed(file.state) ? 'owed' : 'over']}</p>
      <CommandForm visit={visit} gives="Erase" action="erase" label={text.erase}>
        <Confirm visit={visit} action="erase" label={text.eraseSure} />
      </CommandForm>
      <FoldedForm visit={visit} gives="RefuseErasure" action="keep" heading={text.keep} label={text.keep}>
        <Area name={name} label={text.keepReason} limit={REASON_LIMIT} value={fields[name]} error={errors[name]} />
      </FoldedForm>
    </>
  )
}
