// Why a message was closed without an answer, by our list and in the operator's own words, and what can be done now. Shown on
// track-page.tsx.
import type { FC } from 'hono/jsx'
import { groundWords } from '../mail/words/grounds.ts'
import type { LinkVisit } from '../web/visit.ts'

export const Rejected: FC<LinkVisit> = ({ request, region, file: { state } }) => {
  const ground = state.rejectedAs ?? 'other'
  const { why, next } = groundWords(request.language, state)[ground]
  return (
    <>
      {ground === 'other' ? null : <p>{why}</p>}
      {state.rejectedFor && !state.erasedAt ? <blockquote>{state.rejectedFor}</blockquote> : null}
      <p>{next(region.phone)}</p>
    </>
  )
}
