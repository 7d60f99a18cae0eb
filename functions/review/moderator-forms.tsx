// The answer as the citizen will see it, with the forms that send it, send it edited, or return it. Shown on
// review-page.tsx.
import type { FC } from 'hono/jsx'
import { CommandForm, FoldedForm } from '../web/command-form.tsx'
import { Area, Confirm } from '../web/fields.tsx'
import { ANSWER_LIMIT, REASON_LIMIT } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'
import { words } from '../web/words/words.ts'

export const AnswerForms: FC<{ visit: Visit }> = ({ visit }) => {
  const { request, file, errors, fields } = visit
  const { draft } = file.state.round
  const text = words[request.language].review
  if (!draft) return null
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const label = text.answerAsSeen
  return (
    <>
      <h2>{text.answerAsSeen}</h2>
      {draft.kind === 'interim' ? <p>{text.interimNote}</p> : null}
      <blockquote>{draft.text}</blockquote>
      <CommandForm visit={visit} gives="ApproveAnswer" action="approve" label={text.approve}>
        <Confirm visit={visit} action="approve" label={text.approveSure} />
      </CommandForm>
      <FoldedForm visit={visit} gives="ReturnAnswer" action="return" heading={text.return} label={text.return}>
        <Area {...field('reason')} label={text.returnReason} limit={REASON_LIMIT} />
      </FoldedForm>
      <FoldedForm visit={visit} gives="ApproveAnswer" action="edit" heading={text.edit} label={text.edit}>
        <Area {...field('text')} value={fields['text'] ?? draft.text} label={label} limit={ANSWER_LIMIT} />
        <Confirm visit={visit} action="edit" label={text.approveSure} />
      </FoldedForm>
    </>
  )
}
