// The forms a citizen may be offered, by what he can do now.
import type { FC } from 'hono/jsx'
import { silenceMeans } from '../case/clocks/silence.ts'
import { words as mailWords } from '../mail/words/words.ts'
import { Area, Choice } from '../web/fields.tsx'
import { ActionForm } from '../web/parts.tsx'
import { Due } from '../web/case/due.tsx'
import { words } from '../web/words/words.ts'
import { TEXT_LIMIT } from './commands.ts'
import { type Possible, possibleFor } from './possible.ts'
import type { TrackVisit } from './visit.ts'

export const CitizenForms: FC<TrackVisit> = (visit) => {
  const possible = possibleFor(visit)
  const { status } = visit.file.state
  const over = status === 'resolved' || status === 'closed' || status === 'rejected'
  return (
    <>
      {possible.clarify ? <QuestionForm {...visit} /> : null}
      {possible.rate ? <RatingForm {...visit} possible={possible} /> : null}
      {possible.reopen && !possible.rate ? <ReopenForm {...visit} /> : null}
      {over && !possible.rate ? <NextStep {...visit} /> : null}
    </>
  )
}

const QuestionForm: FC<TrackVisit> = ({ request, file, region, nonce, errors, fields }) => {
  const text = words[request.language].track
  const say = mailWords[request.language]
  return (
    <>
      <h2>{text.question}</h2>
      <blockquote>{file.state.round.question?.text}</blockquote>
      <Due
        region={region}
        language={request.language}
        label={text.replyBy}
        clock={file.state.clocks.clarification}
        at={request.at}
      />
      <p>
        {say.silence[silenceMeans(region, file.state)]} {say.restsMeanwhile}
      </p>
      <ActionForm nonce={nonce}>
        <Area name="text" label={text.yourReply} limit={TEXT_LIMIT} value={fields['text']} error={errors['text']} />
        <button type="submit" name="action" value="clarify">
          {text.send}
        </button>
      </ActionForm>
    </>
  )
}

const RatingForm: FC<TrackVisit & { possible: Possible }> = ({ request, nonce, errors, fields, possible }) => {
  const text = words[request.language].track
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const options = (yes: string, no: string) => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
  return (
    <>
      <h2>{text.rate}</h2>
      <ActionForm nonce={nonce}>
        <Choice
          {...field('score')}
          label={text.score}
          row
          options={text.scores.map((label, index) => ({ value: String(index + 1), label }))}
        />
        <Choice {...field('solved')} label={text.solved} options={options(text.yes, text.no)} />
        {possible.reopen ? (
          <Choice {...field('reopen')} label={text.reopen} options={options(text.reopenYes, text.reopenNo)} />
        ) : null}
        <Area {...field('comment')} label={text.comment} limit={TEXT_LIMIT} />
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

/** No dead end: what he can still do when nothing is asked of him. */
const NextStep: FC<TrackVisit> = ({ request }) => {
  const text = words[request.language].track
  return (
    <p>
      {text.next} <a href="../report">{text.writeAgain}</a>
    </p>
  )
}
