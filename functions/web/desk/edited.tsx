// What a moderator changed in the answer that went out last: the words are marked that its author had not written. Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import type { Visit } from '../visit.ts'
import { Changed } from '../changed.tsx'
import { who } from '../case/who.ts'
import { reviewWords } from '../words/review.ts'

export const Edited: FC<Visit> = ({ file, region, request: { language } }) => {
  const { events, state } = file
  const index = events.findLastIndex(({ type }) => type === 'answer_approved')
  const approved = events[index]
  const written = events.slice(0, index).findLast((event) => event.type === 'answered')
  if (approved?.type !== 'answer_approved' || !approved.edited || written?.type !== 'answered') return null
  return (
    <section>
      <h2>{reviewWords(language, state).editedBy(who(region, language, approved.by.id ?? ''))}</h2>
      <Changed before={written.text} now={approved.text} />
    </section>
  )
}
