// Of a case that is answered in public: what its forms say above the text, and what of a text is refused, as everybody would read it. Called by the forms of
// responders and moderators.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../../regions/languages.ts'
import { givenAway, threadOf } from '../../case/in-public.ts'
import { givenAwayWords, removing } from '../../mail/words/given-away.ts'
import type { Visit } from '../visit.ts'

type Read = Pick<Visit, 'file' | 'region' | 'request'>

/** What is to be removed of an answer, in a sentence; undefined where nothing is, or its citizen alone reads it. */
export function refusedInPublic(answer: string, { file, region, request }: Read): string | undefined {
  const found = threadOf(file) ? givenAway(answer, file, region) : []
  return found.length > 0 ? removing(wholeOf(request.language), found) : undefined
}

export const InPublicNote: FC<Read> = ({ file, request }) => {
  const thread = threadOf(file)
  const text = givenAwayWords[wholeOf(request.language)]
  return thread ? (
    <p class="note">
      {text.note} {thread.link ? <a href={thread.link}>{text.comment}</a> : null}
    </p>
  ) : null
}
