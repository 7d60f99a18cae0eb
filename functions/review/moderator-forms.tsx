// A moderator reads an answer as the citizen will, and sends it, sends it better, or sends it back.
import { ActionForm, Area, Due } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { TEXT_LIMIT } from './act.ts'
import type { ReviewVisit } from './review-page.tsx'

export function ModeratorForms({ request, file, region, nonce, errors, fields }: ReviewVisit) {
  const { state } = file
  const text = words[request.language].review
  if (state.status !== 'answer_review' || !state.draft) return null
  return (
    <>
      <Due
        region={region}
        language={request.language}
        label={text.checkBy}
        clock={state.clocks.answerReview}
        at={request.at}
      />
      <h2>{text.answerAsSeen}</h2>
      {state.draft.kind === 'interim' ? <p>{text.interimNote}</p> : null}
      <blockquote>{state.draft.text}</blockquote>
      <ActionForm nonce={nonce}>
        <button type="submit" name="action" value="approve">
          {text.approve}
        </button>
      </ActionForm>
      <details open={errors['reason'] !== undefined}>
        <summary>{text.return}</summary>
        <ActionForm nonce={nonce}>
          <Area
            name="reason"
            label={text.returnReason}
            limit={TEXT_LIMIT}
            value={fields['reason']}
            error={errors['reason']}
          />
          <button type="submit" name="action" value="return">
            {text.return}
          </button>
        </ActionForm>
      </details>
      <details open={errors['text'] !== undefined}>
        <summary>{text.edit}</summary>
        <ActionForm nonce={nonce}>
          <Area
            name="text"
            label={text.answerAsSeen}
            limit={TEXT_LIMIT}
            value={fields['text'] ?? state.draft.text}
            error={errors['text']}
          />
          <button type="submit" name="action" value="approve">
            {text.edit}
          </button>
        </ActionForm>
      </details>
    </>
  )
}
