// The forms a citizen may be offered, by how the case stands.
import type { FC } from 'hono/jsx'
import { ActionForm, Area, Choice, Due } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { TEXT_LIMIT } from './act.ts'
import type { TrackVisit } from './track-page.tsx'

export const CitizenForms: FC<TrackVisit> = (visit) => {
  const { state } = visit.file
  if (state.status === 'clarification') return <QuestionForm {...visit} />
  const answered = (state.status === 'resolved' || state.status === 'closed') && state.answer !== undefined
  if (answered && !state.rating) return <RatingForm {...visit} />
  if (state.status === 'closed' || (state.status === 'resolved' && state.rating && !state.rating.solved))
    return <ReopenForm {...visit} />
  return null
}

const QuestionForm: FC<TrackVisit> = ({ request, file, region, nonce, errors, fields }) => {
  const text = words[request.language].track
  return (
    <>
      <h2>{text.question}</h2>
      <blockquote>{file.state.question}</blockquote>
      <Due
        region={region}
        language={request.language}
        label={text.replyBy}
        clock={file.state.clocks.clarification}
        at={request.at}
      />
      <ActionForm nonce={nonce}>
        <Area name="text" label={text.yourReply} limit={TEXT_LIMIT} value={fields['text']} error={errors['text']} />
        <button type="submit" name="action" value="clarify">
          {text.send}
        </button>
      </ActionForm>
    </>
  )
}

const RatingForm: FC<TrackVisit> = ({ request, nonce, errors, fields }) => {
  const text = words[request.language].track
  return (
    <>
      <h2>{text.rate}</h2>
      <ActionForm nonce={nonce}>
        <Choice
          name="score"
          label={text.score}
          row
          value={fields['score']}
          error={errors['score']}
          options={text.scores.map((label, index) => ({ value: String(index + 1), label }))}
        />
        <Choice
          name="solved"
          label={text.solved}
          value={fields['solved']}
          error={errors['solved']}
          options={[
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ]}
        />
        <Choice
          name="reopen"
          label={text.reopen}
          value={fields['reopen']}
          options={[
            { value: 'yes', label: text.reopenYes },
            { value: 'no', label: text.reopenNo },
          ]}
        />
        <Area
          name="comment"
          label={text.comment}
          limit={TEXT_LIMIT}
          value={fields['comment']}
          error={errors['comment']}
        />
        <button type="submit" name="action" value="rate">
          {text.save}
        </button>
      </ActionForm>
    </>
  )
}

const ReopenForm: FC<TrackVisit> = ({ request, nonce, errors, fields }) => {
  const text = words[request.language].track
  return (
    <>
      <h2>{text.reopenTitle}</h2>
      <ActionForm nonce={nonce}>
        <Area
          name="reason"
          label={text.reopenReason}
          limit={TEXT_LIMIT}
          value={fields['reason']}
          error={errors['reason']}
        />
        <button type="submit" name="action" value="reopen">
          {text.reopenSend}
        </button>
      </ActionForm>
    </>
  )
}
