// What the coach says of an answer to a case. Shown to the responder before they send it and to the moderator who reads it.
import type { FC } from 'hono/jsx'
import type { AnswerKind } from '../../case/case.ts'
import { coach } from '../../coach/coach.ts'
import type { Hint } from '../../coach/hint.ts'
import { inItsOwn } from '../language-switch.tsx'
import type { Visit } from '../visit.ts'
import { wholeOf } from '../../../regions/languages.ts'
import { hintsWords } from '../words/hints.ts'

interface HintsProps {
  readonly visit: Visit
  readonly answer: string
  readonly kind: AnswerKind
}

export const Hints: FC<HintsProps> = ({ visit, answer, kind }) => {
  const text = hintsWords[visit.request.language]
  const kinds = Object.values(Object.groupBy(hintsOf(visit, answer, kind), (hint) => hint.kind))
  const itsOwn = inItsOwn(visit.file.state.language, visit.request.language)
  return (
    <section class="note">
      <h3>{text.title}</h3>
      {kinds.length === 0 ? <p>{text.none}</p> : <p class="hint">{text.note}</p>}
      {kinds.length === 0 ? null : (
        <ul>
          {kinds.map((hints) => (
            <Remark hints={hints} itsOwn={itsOwn} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Hints of one kind: why once, then the phrases with better words for each, or an example for all. */
const Remark: FC<{ hints: readonly Hint[]; itsOwn: { readonly lang?: string } }> = ({ hints, itsOwn }) => {
  const [{ kind, why, better }] = hints as [Hint]
  const arePhrases = kind === 'brush-off' || kind === 'officialese'
  return (
    <li>
      {why}
      {hints.map((hint) =>
        hint.quote ? (
          <p {...itsOwn}>
            <q>{hint.quote}</q>
            {arePhrases ? ` → ${hint.better}` : null}
          </p>
        ) : null,
      )}
      {arePhrases ? null : <p class="hint">{better}</p>}
    </li>
  )
}

/** Only its citizen reads this text: what the public reads of it is worded apart (functions/web/desk/for-the-public.ts). */
function hintsOf({ file, request }: Visit, answer: string, kind: AnswerKind): Hint[] {
  const { language, regime } = file.state
  const message = [...file.personal.values()].map(({ text }) => text).join('\n')
  return coach(answer, { message, kind, language, hintsIn: wholeOf(request.language), regime, isPublic: false })
}
