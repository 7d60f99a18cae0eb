// How a case came to whoever has it, where that has to be known before they act: sent back by the citizen, handed over or back by
// a colleague, given by an operator. Shown on respond-page.tsx.
import type { FC } from 'hono/jsx'
import type { CaseFile } from '../case/case-file.ts'
import type { CaseEvent } from '../case/events.ts'
import { open } from '../case/statuses.ts'
import { headingOf, reopenedWords, whyHere } from '../mail/officials-particulars.ts'
import { officialsMailWords } from '../mail/words/officials.ts'
import type { Visit } from '../web/visit.ts'
import { wholeOf } from '../../regions/languages.ts'
import { respondWords } from '../web/words/respond.ts'

/** The event by which the case came, while it is worked on. */
export function cameBy({ events, state }: CaseFile): CaseEvent | undefined {
  if (!open.includes(state.status)) return undefined
  return events.findLast(({ type }) => ['assigned', 'handed_over', 'handed_back', 'reopened'].includes(type))
}

export const Came: FC<Visit> = ({ file, region, request }) => {
  const language = wholeOf(request.language)
  const { state } = file
  const event = cameBy(file)
  const text = officialsMailWords(language, state)
  if (event?.type === 'reopened')
    return (
      <section class="problem">
        <h2>{headingOf({ event, region, language }, 'work', text)}</h2>
        <blockquote>{reopenedWords(file, event, text)}</blockquote>
        {state.previousAnswer ? (
          <>
            <p>{respondWords(language, state).previousAnswer}:</p>
            <blockquote>{state.previousAnswer.text}</blockquote>
          </>
        ) : null}
      </section>
    )
  const lines = event ? whyHere({ event, file, region, language }, text) : []
  return lines.length === 0 ? null : (
    <section class="note">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  )
}
