// Of a case that is answered in public: what its forms say above the text, and what of a text is refused, as everybody would read it. Called by the forms of
// responders and moderators.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../../regions/languages.ts'
import { givenAway, threadOf } from '../../case/in-public.ts'
import { inPublicWords, quotedIn } from '../../mail/words/in-public.ts'
import type { Visit } from '../visit.ts'

type Read = Pick<Visit, 'file' | 'region' | 'request'>

/** What is to be removed of an answer, in a sentence; undefined where nothing is, or its citizen alone reads it. */
export function refusedInPublic(answer: string, { file, region, request }: Read): string | undefined {
  const found = threadOf(file) ? givenAway(answer, file, region) : []
  const language = wholeOf(request.language)
  return found.length > 0 ? inPublicWords[language].remove(quotedIn(language, found)) : undefined
}

/** @param alone it is about a question, which is not put in public */
export const InPublicNote: FC<{ visit: Read; alone?: boolean }> = ({ visit: { file, request }, alone = false }) => {
  const thread = threadOf(file)
  const text = inPublicWords[wholeOf(request.language)]
  if (!thread) return null
  return (
    <p class="note">
      {alone ? text.alone : text.note}{' '}
      {thread.link ? (
        <a href={thread.link} rel="noreferrer">
          {text.comment}
        </a>
      ) : null}
    </p>
  )
}
