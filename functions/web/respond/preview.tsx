// The answer as its citizen will see it, what could be better in it, and the button that sends it. Shown in the form of answers
// after "check"; what was typed stands below, to be changed.
import type { FC } from 'hono/jsx'
import { organisationName } from '../../../regions/names.ts'
import { Hints } from '../case/hints.tsx'
import { inItsOwn } from '../language-switch.tsx'
import type { Visit } from '../visit.ts'
import { sayingIn } from '../../mail/words/saying.ts'
import { possibleSorts } from './possible.ts'
import { hintsWords } from '../words/hints.ts'
import { respondWords } from '../words/respond.ts'

export const Preview: FC<Visit> = (visit) => {
  const { file, region, request, fields } = visit
  const { state } = file
  const text = hintsWords[request.language]
  const answer = fields['answer'] ?? ''
  const sort = possibleSorts(visit).find((one) => one === fields['kind'])
  const day = fields['promised-for']
  const saying = sort && sayingIn(request.language, { sort, ...(day && { promisedFor: day }) })
  return (
    <>
      <p class="note">{text.asSeen}</p>
      <article class="authority">
        <h3>{text.answer(organisationName(region, state.organisation, request.language))}</h3>
        {saying ? <p>{saying}</p> : null}
        <blockquote {...inItsOwn(state.language, request.language)}>{answer}</blockquote>
      </article>
      <Hints visit={visit} answer={answer} kind={fields['kind'] === 'promised' ? 'interim' : 'final'} />
      <p>
        <button type="submit" name="action" value="answer">
          {respondWords(request.language, state).send}
        </button>{' '}
        <a href="#answer">{text.fix}</a>
      </p>
    </>
  )
}
