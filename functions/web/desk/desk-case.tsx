// What a moderator or an operator sees of a case, in this order: what is asked and by when, the citizen's words and where it is, what routing
// found and why, what can be done, the answer beside what its citizen will see, the history. A case that has moved on says where it stands. Shown by review behind a link, and by console.
import type { Child, FC } from 'hono/jsx'
import type { Case } from '../../case/case.ts'
import type { Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'
import { callWords } from '../words/call.ts'
import { wordsFor } from '../words/words.ts'
import { isCalled } from '../../case/calling.ts'
import { CallForm, mayCall } from '../call.tsx'
import { confirmed } from '../confirmations.ts'
import { type Action, confirmations } from './commands.ts'
import { type Decisions, decisionsFor } from './decisions.ts'
import { Missed, missedOf } from './missed.tsx'
import { EmergencyBlock } from '../emergency.tsx'
import { Done, ErrorSummary, Unsent } from '../parts.tsx'
import { Due } from '../case/due.tsx'
import { Since } from '../case/since.tsx'
import { DeadlineReasons } from '../case/deadline.tsx'
import { Correspondence } from '../case/correspondence.tsx'
import { Photos } from '../case/photos.tsx'
import { CaseFacts } from '../case/case-facts.tsx'
import { AnswerForms } from './moderator-forms.tsx'
import { Edited } from './edited.tsx'
import { ExtensionForms } from './extension-forms.tsx'
import { Disowned } from './disowned.tsx'
import { ErasureForms } from './erasure-forms.tsx'
import { PublishingForms } from './publishing-forms.tsx'
import { AdmitForm, AssignForm, RejectForm } from './operator-forms.tsx'
import { lastDecision } from './last-decision.ts'
import { Why } from './why.tsx'
import { lineForOfficials, OfficialsHistory } from '../case/officials-history.tsx'
import type { ReviewWords } from '../words/officials-shape.ts'
import type { Words } from '../words/shape.ts'

/** What its page is called. */
export function deskTitle(visit: Visit): string {
  const { state } = visit.file
  return reviewWords(visit.request.language, state)[titleFor(decisionsFor(visit), state)]
}

interface DeskCaseProps extends Visit {
  /** What else can be done, where a page leads to more than links do. */
  readonly more?: Child
  /** Where it is, on a map. */
  readonly place?: Child
}

export const DeskCase: FC<DeskCaseProps> = ({ more, place, ...visit }) => {
  const { request, file, region, errors, fields, unsent } = visit
  const { language, at } = request
  const { state } = file
  const text = reviewWords(language, file.state)
  const wrong = Object.keys(errors).length > 0
  const done = wrong ? undefined : confirmed({ ...confirmations, call: ['called'] }, request.query['done'], file.events)
  const waiting = decisionsFor(visit)
  const missed = waiting.assign === 'again' ? missedOf(state) : []
  const due = { region, language, at }
  return (
    <>
      {done ? (
        <Done title={saidOf(visit, done.name).title}>
          <p>{saidOf(visit, done.name).next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} names={namesIn(wordsFor(language, file.state), text)} />
      <Disowned {...visit} />
      <Since visit={visit} lineOf={lineForOfficials} />
      <Unsent texts={unsent} language={language} />
      {waiting.answer ? <Due {...due} label={text.checkBy} clock={state.clocks.answerReview} /> : null}
      {waiting.admit ? <Due {...due} label={text.checkBy} clock={state.clocks.moderation} /> : null}
      {waiting.assign === 'first' ? <Due {...due} label={text.assignBy} clock={state.clocks.assignment} /> : null}
      {waiting.answer && !state.clocks.finalAnswer?.missed ? null : (
        <Due {...due} label={text.answerBy} clock={state.clocks.finalAnswer} />
      )}
      {missed.length > 0 && !done ? <Missed visit={visit} clocks={missed} /> : null}
      <DeadlineReasons region={region} language={language} reader="official" state={state} />
      {titleFor(waiting, state) === 'plainTitle' && !done && missed.length === 0 ? (
        <p>{waiting.assign === 'again' ? text.decided : text.movedOn(lastDecision(visit))}</p>
      ) : null}
      {waiting.assign === 'first' || waiting.admit ? <EmergencyBlock {...{ region, language, state }} /> : null}
      <Correspondence file={file} language={language} />
      <Photos {...visit} />
      <CaseFacts file={file} region={region} language={language} />
      {place}
      <Why file={file} region={region} language={language} />
      {waiting.extension !== 'no' ? (
        <ExtensionForms visit={visit} grantable={waiting.extension === 'grant or refuse'} />
      ) : null}
      {waiting.erasure ? <ErasureForms visit={visit} /> : null}
      {waiting.publishing === 'no' ? null : <PublishingForms visit={visit} possible={waiting.publishing} />}
      {waiting.admit ? <AdmitForm visit={visit} /> : null}
      {waiting.assign === 'first' ? (
        <>
          <h2>{text.assign}</h2>
          <AssignForm visit={visit} />
        </>
      ) : null}
      {waiting.assign === 'again' ? (
        <details open={fields['action'] === 'assign' || missed.length > 0}>
          <summary>{text.reassign}</summary>
          <AssignForm visit={visit} />
        </details>
      ) : null}
      {waiting.reject ? <RejectForm visit={visit} /> : null}
      {mayCall(visit) ? <CallForm visit={visit} /> : null}
      {more}
      {waiting.answer ? <AnswerForms visit={visit} /> : <Edited {...visit} />}
      <h2>{wordsFor(language, file.state).history}</h2>
      <OfficialsHistory {...{ file, region, language }} reader={visit.actor} />
    </>
  )
}

/** What is said after an act; an answer to whom no mail reaches is not said to be sent. */
function saidOf({ request: { language }, file: { state } }: Visit, done: Action | 'call') {
  const call = callWords[language]
  if (done === 'call') return call.done
  if ((done === 'approve' || done === 'edit') && state.reach === 'none')
    return isCalled(state) ? call.toCall : call.unsent
  return reviewWords(language, state).done[done]
}

function titleFor({ answer, admit, assign, erasure, extension }: Decisions, { round }: Case) {
  if (answer) return round.draft?.kind === 'interim' ? 'interimTitle' : 'title'
  if (erasure) return 'erasureTitle'
  if (extension !== 'no') return 'extensionTitle'
  return admit || assign === 'first' ? 'triageTitle' : 'plainTitle'
}

function namesIn({ topic, place, responsible }: Words, review: ReviewWords) {
  return {
    ...{ topic, municipality: place, organisation: responsible, text: review.answerAsSeen },
    ...{
      reason: review.returnReason,
      'reject-ground': review.rejectGround,
      'reject-reason': review.rejectReason,
      'grant-reason': review.grantReason,
      'refuse-reason': review.refuseReason,
      'keep-reason': review.keepReason,
      'approve-question': review.publishing.question,
      'approve-answer': review.publishing.answer,
      'publish-question': review.publishing.question,
      'publish-answer': review.publishing.answer,
    },
  }
}
