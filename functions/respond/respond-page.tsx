// What a responder sees: what is asked and by when, the citizen's words, and what they can do now. Never who the
// citizen is or how to reach them, but where they have to be called. Shown by the handler.
import type { Visit } from '../web/visit.ts'
import { Layout } from '../web/layout.tsx'
import type { FC } from 'hono/jsx'
import { respondWords } from '../web/words/respond.ts'
import { callWords } from '../web/words/call.ts'
import { wordsFor } from '../web/words/words.ts'
import { worklistWords } from '../web/words/worklist.ts'
import { localTime } from '../calendar/local-time.ts'
import { isCalled, isToBeTold } from '../case/calling.ts'
import { dueIfExtended } from '../case/stages/extending.ts'
import { NotMeLink } from '../web/not-me-link.tsx'
import { CallForm, mayCall, opensContact } from '../web/call.tsx'
import { UndoForm } from '../web/undo.tsx'
import { beside } from '../web/beside.ts'
import { confirmed } from '../web/confirmations.ts'
import { possibleActions } from '../web/respond/possible.ts'
import { triedIn } from '../web/respond/commands.ts'
import { topicName } from '../../regions/names.ts'
import { Done, ErrorSummary, Unsent } from '../web/parts.tsx'
import { Due } from '../web/case/due.tsx'
import { Photos } from '../web/case/photos.tsx'
import { Since } from '../web/case/since.tsx'
import { DeadlineReasons } from '../web/case/deadline.tsx'
import { Correspondence } from '../web/case/correspondence.tsx'
import { CaseFacts } from '../web/case/case-facts.tsx'
import { ActionForm } from '../web/respond/action-forms.tsx'
import { Came, cameBy } from './came.tsx'
import { Outcome } from './outcome.tsx'
import { lineForOfficials, OfficialsHistory } from '../web/case/officials-history.tsx'
import type { RespondWords } from '../web/words/officials-shape.ts'

const confirmations = {
  accept: ['accepted'],
  answer: ['answered'],
  ask: ['clarification_asked'],
  extend: ['extension_requested', 'extended'],
  call: ['called'],
  undo: ['undone'],
} as const

export const RespondPage: FC<Visit> = (visit) => {
  const { request, file, region, errors, fields, unsent } = visit
  const { state } = file
  const { language } = request
  const came = cameBy(file)
  const reopening = came?.type === 'reopened' ? came : undefined
  const previous = state.round.answer || reopening ? undefined : state.previousAnswer
  const all = wordsFor(language, file.state)
  const text = respondWords(language, file.state)
  const list = worklistWords[language]
  const wrong = Object.keys(errors).length > 0
  const done = wrong ? undefined : confirmed(confirmations, request.query['done'], file.events)
  const calls = mayCall(visit)
  const said = done && saidOf(visit, done)
  const possible = possibleActions(visit)
  const wished = opensContact(visit)
    ? undefined
    : (possible.find((one) => one === (triedIn(fields) ?? request.query['do'])) ?? possible[0])
  const due = { region, language, at: request.at }
  const ifExtended = dueIfExtended({ state, region, at: request.at })
  return (
    <Layout
      region={region}
      request={request}
      title={topicName(region, state.topic, language) || text.title}
      wrong={wrong}
    >
      {said ? (
        <Done title={said.title}>
          <p>{said.next}</p>
          <p>
            <a class="go" href={beside(request, `next?after=${state.id}`)}>
              {list.next}
            </a>
          </p>
        </Done>
      ) : null}
      <UndoForm {...visit} />
      <ErrorSummary errors={errors} language={language} names={namesIn(text)} />
      <Since visit={visit} lineOf={lineForOfficials} />
      <Unsent texts={unsent} language={language} />
      {state.status === 'assigned' ? <Due {...due} label={text.acceptBy} clock={state.clocks.acceptance} /> : null}
      <Due {...due} label={text.answerBy} clock={state.clocks.finalAnswer} />
      <DeadlineReasons region={region} language={language} reader="official" state={state} />
      {state.status === 'rework' && state.round.returnReason ? (
        <section class="problem">
          <h2>{text.returned}</h2>
          <p>{state.round.returnReason}</p>
        </section>
      ) : null}
      <Came {...visit} />
      <Correspondence file={file} language={language} without={reopening} />
      <Photos {...visit} />
      <CaseFacts file={file} region={region} language={language} own />
      <Outcome {...visit} />
      {previous ? (
        <>
          <h2>{text.previousAnswer}</h2>
          <blockquote>{previous.text}</blockquote>
        </>
      ) : null}
      {state.round.extensionRequest ? (
        <p class="note">
          {text.extensionAsked}: {state.round.extensionRequest.reason}
          {ifExtended ? <br /> : null}
          {ifExtended ? text.ifExtended(localTime(ifExtended, region.timeZone, language)) : null}
        </p>
      ) : null}
      {possible.length === 0 && !calls ? <p>{text.nothingToDo}</p> : null}
      {calls && isToBeTold(state) ? <CallForm visit={visit} open={!wished} /> : null}
      {possible.map((action) => (
        <ActionForm visit={visit} action={action} open={action === wished} />
      ))}
      {calls && !isToBeTold(state) ? <CallForm visit={visit} /> : null}
      <p>
        <a href={beside(request, state.organisation ? `cases?of=${state.organisation}` : 'cases')}>{list.all}</a>
      </p>
      <h2>{all.history}</h2>
      <NotMeLink {...visit} />
      <OfficialsHistory {...{ file, region, language }} reader={visit.actor} />
    </Layout>
  )
}

/** What is said after an act; an answer to whom no mail reaches is not said to be sent. */
function saidOf(
  { request, file: { state } }: Visit,
  done: { readonly name: keyof typeof confirmations; readonly event: string },
) {
  const call = callWords[request.language]
  const text = respondWords(request.language, state)
  if (done.name === 'undo') return wordsFor(request.language, state).undo.done
  if (done.name === 'call') return call.done
  if (done.name === 'answer' && isCalled(state)) return { ...text.done.answer, next: call.reviewed }
  return text.done[done.event === 'extended' ? 'extended' : done.name]
}

function namesIn(text: RespondWords) {
  const { answerText, questionText, reason, extendReason, extendUntil, ...rest } = text
  return {
    ...{ answer: answerText, question: questionText },
    ...{
      kind: rest.kind,
      'promised-for': rest.promisedFor,
      organisation: rest.organisation,
      suggestion: rest.suggestion,
    },
    ...{
      'handover-reason': reason,
      'decline-reason': reason,
      'extend-reason': extendReason,
      'extend-until': extendUntil,
    },
  }
}
