// Leads to the question whether the last act in its reader's name was theirs. Shown where an act is confirmed and beside a history, on the
// pages behind a responder's link.
import type { FC } from 'hono/jsx'
import { isDisownable, isInDoubt } from '../case/disowned.ts'
import type { Visit } from './visit.ts'
import { lapsedWords } from './words/lapsed.ts'

export const NotMeLink: FC<Visit> = ({ file: { state, events }, actor, request }) => {
  const last = events.findLastIndex((event) => isDisownable(event) && event.by.id === actor.id)
  if (last < 0 || isInDoubt(state, events[last]!)) return null
  return (
    <p>
      <a href={`?do=not-me-${last + 1}`}>{lapsedWords(request.language, state).notMe}</a>
    </p>
  )
}
