// What became of the organisation's last answer: that it went out, what a moderator changed of it, how the citizen rated it. Shown on
// respond-page.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import type { CaseEvent, EventOf } from '../case/events.ts'
import { sayingIn } from '../mail/words/saying.ts'
import { Changed } from '../web/changed.tsx'
import type { Visit } from '../web/visit.ts'
import { respondWords } from '../web/words/respond.ts'
import { wordsFor } from '../web/words/words.ts'

export const Outcome: FC<Visit> = ({ file: { state, events }, region, request: { language } }) => {
  const approved = events.findLast((event) => event.type === 'answer_approved')
  const written = approved && writtenBefore(events, approved)
  const { answer, rating } = state.round
  if (!answer) return null
  const all = wordsFor(language, state)
  const text = respondWords(language, state).outcome
  return (
    <>
      <h2>{all.answered}</h2>
      <p>
        {localTime(answer.at, region.timeZone, language)}
        {approved?.edited ? `. ${text.edited}` : ''}
        {rating ? `. ${text.rated}: ${all.rating(rating.score, rating.solved)}` : ''}
      </p>
      {answer.sort ? <p>{sayingIn(language, answer)}</p> : null}
      {approved?.edited && written ? (
        <Changed before={written} now={answer.text} />
      ) : (
        <blockquote>{answer.text}</blockquote>
      )}
    </>
  )
}

/** The text as the responder had written it. */
function writtenBefore(events: readonly CaseEvent[], approved: EventOf<'answer_approved'>): string | undefined {
  const answered = events.slice(0, events.indexOf(approved)).findLast((event) => event.type === 'answered')
  return answered?.type === 'answered' ? answered.text : undefined
}
