// The answer as the citizen will see it, with the forms that send it, send it edited, or return it. Shown on
// desk-case.tsx.
import type { FC } from 'hono/jsx'
import type { Instant } from '../../calendar/instant.ts'
import { localTime } from '../../calendar/local-time.ts'
import type { CaseEvent } from '../../case/events.ts'
import { mayBePublic } from '../../case/publication.ts'
import { dueIfResumed } from '../../case/clocks/compute.ts'
import { dueAfterInterim } from '../../case/stages/answering.ts'
import { sayingIn } from '../../mail/words/saying.ts'
import { organisationName } from '../../../regions/names.ts'
import { inItsOwn } from '../language-switch.tsx'
import { Hints } from '../case/hints.tsx'
import { CommandForm, FoldedForm } from '../command-form.tsx'
import { Area, Confirm } from '../fields.tsx'
import { ANSWER_LIMIT, REASON_LIMIT } from '../forms.ts'
import type { Visit } from '../visit.ts'
import { Changed } from '../changed.tsx'
import { reviewWords } from '../words/review.ts'
import { InPublicNote } from '../respond/in-public.tsx'
import { PublishToo } from './publishing-forms.tsx'

export const AnswerForms: FC<{ visit: Visit }> = ({ visit }) => {
  const { request, region, file, errors, fields } = visit
  const { state, events } = file
  const { draft, returnReason } = state.round
  const text = reviewWords(request.language, file.state)
  if (!draft) return null
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const label = text.answerAsSeen
  const before = returnReason ? draftBefore(events) : undefined
  const clock = state.clocks.finalAnswer
  const due = clock && dueIfResumed(region, clock, request.at)
  const time = (instant: Instant | undefined) => (instant ? localTime(instant, region.timeZone, request.language) : '')
  return (
    <>
      {returnReason ? (
        <section class="note">
          <h2>{text.lastRemark}</h2>
          <p>{returnReason}</p>
          <details>
            <summary>{text.lastDraft}</summary>
            <blockquote>{before}</blockquote>
          </details>
        </section>
      ) : null}
      <div class="beside">
        <section>
          <h2>{text.draft}</h2>
          {before ? <p class="hint">{text.changed}</p> : null}
          {before ? <Changed before={before} now={draft.text} /> : <blockquote>{draft.text}</blockquote>}
        </section>
        <section>
          <h2>{text.answerAsSeen}</h2>
          <article class="authority">
            <h3>{organisationName(region, state.organisation, state.language)}</h3>
            {draft.sort ? <p>{sayingIn(state.language, draft)}</p> : null}
            <blockquote {...inItsOwn(state.language, request.language)}>{draft.text}</blockquote>
          </article>
        </section>
      </div>
      {draft.kind === 'interim' ? (
        <p>{text.interimNote(time(dueAfterInterim({ state, region, at: request.at })), time(due))}</p>
      ) : null}
      <InPublicNote {...visit} />
      <Hints visit={visit} answer={draft.text} kind={draft.kind} />
      {state.children.length > 0 && draft.kind === 'final' ? <p>{text.readByOthers(state.children.length)}</p> : null}
      <CommandForm visit={visit} gives="ApproveAnswer" action="approve" label={text.approve}>
        {draft.kind === 'final' && visit.actor.role !== 'municipal' && mayBePublic(region, state) ? (
          <PublishToo visit={visit} />
        ) : null}
        <Confirm visit={visit} action="approve" label={text.approveSure} />
      </CommandForm>
      <FoldedForm visit={visit} gives="ReturnAnswer" action="return" heading={text.return} label={text.return}>
        <Area {...field('reason')} label={text.returnReason} limit={REASON_LIMIT} />
      </FoldedForm>
      <FoldedForm visit={visit} gives="ApproveAnswer" action="edit" heading={text.edit} label={text.edit}>
        <Area {...field('text')} value={fields['text'] ?? draft.text} label={label} limit={ANSWER_LIMIT} />
        <Confirm visit={visit} action="edit" label={text.approveSure} />
      </FoldedForm>
    </>
  )
}

/** The answer that was returned last. */
function draftBefore(events: readonly CaseEvent[]): string | undefined {
  const returned = events.findLastIndex(({ type }) => type === 'answer_returned')
  const answered = events.slice(0, returned).findLast((event) => event.type === 'answered')
  return answered?.type === 'answered' ? answered.text : undefined
}
