// The stages of a case in a row, with the one it stands at: by shape and word, never by colour alone. Shown on track-page.tsx.
import type { FC } from 'hono/jsx'
import type { Status } from '../case/statuses.ts'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

export const steps = ['received', 'passedOn', 'inWork', 'answered'] as const

/** The step of every status under way but of what is answered together with another; over, all are past. */
const stepOf: Partial<Readonly<Record<Status, (typeof steps)[number]>>> = {
  received: 'received',
  routing: 'received',
  triage: 'received',
  assigned: 'passedOn',
  in_progress: 'inWork',
  clarification: 'inWork',
  answer_review: 'inWork',
  rework: 'inWork',
  resolved: 'answered',
}

export const Steps: FC<LinkVisit> = ({ request: { language }, file: { state } }) => {
  const step = stepOf[state.status]
  const answered = state.outcome === 'solved' || state.outcome === 'answered'
  if (!step && !(state.status === 'closed' && answered)) return null
  const now = step ? steps.indexOf(step) : steps.length
  const text = trackWords(language, state).steps
  return (
    <ol class="steps" aria-label={wordsFor(language, state).status}>
      {steps.map((name, at) =>
        at === now ? (
          <li aria-current="step">{text[name]}</li>
        ) : (
          <li class={at < now ? 'past' : undefined}>{text[name]}</li>
        ),
      )}
    </ol>
  )
}
