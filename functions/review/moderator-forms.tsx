// An answer read as the citizen will see it, and sent, sent better, or sent back.
import type { FC } from 'hono/jsx'
import { Area } from '../web/fields.tsx'
import { ANSWER_LIMIT, REASON_LIMIT } from '../web/forms.ts'
import { ActionForm } from '../web/parts.tsx'
import { words } from '../web/words/words.ts'
import type { ReviewVisit } from './visit.ts'

export const AnswerForms: FC<ReviewVisit> = ({ request, file, nonce, errors, fields }) => {
  const { draft } = file.state.round
  const text = words[request.language].review
  if (!draft) return null
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const read = <input type="hidden" name="draft" value={draft.at} />
  return (
    <>
      <h2>{text.answerAsSeen}</h2>
      {draft.kind === 'interim' ? <p>{text.interimNote}</p> : null}
      <blockquote>{draft.text}</blockquote>
      <ActionForm nonce={nonce}>
        {read}
        <button type="submit" name="action" value="approve">
          {text.approve}
        </button>
      </ActionForm>
      <details open={errors['reason'] !== undefined}>
        <summary>{text.return}</summary>
        <ActionForm nonce={nonce}>
          {read}
          <Area {...field('reason')} label={text.returnReason} limit={REASON_LIMIT} />
          <button type="submit" name="action" value="return">
            {text.return}
          </button>
        </ActionForm>
      </details>
      <details open={errors['text'] !== undefined || fields['action'] === 'edit'}>
        <summary>{text.edit}</summary>
        <ActionForm nonce={nonce}>
          {read}
          <Area
            {...field('text')}
            value={fields['text'] ?? draft.text}
            label={text.answerAsSeen}
            limit={ANSWER_LIMIT}
          />
          <button type="submit" name="action" value="edit">
            {text.edit}
          </button>
        </ActionForm>
      </details>
    </>
  )
}
