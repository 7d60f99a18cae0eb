// What a citizen sees: how their message stands in plain words, who answers and by when, our question, the approved
// answer, and how to say whether it helped. Shown by the handler.
import type { FC } from 'hono/jsx'
import type { Visit } from '../web/visit.ts'
import { wordsFor } from '../web/words/words.ts'
import { EmergencyBlock } from '../web/emergency.tsx'
import { Layout } from '../web/layout.tsx'
import { Done, ErrorSummary, Facts, Unsent } from '../web/parts.tsx'
import { confirmations } from './commands.ts'
import { PromisedDate } from './promised-date.tsx'
import { Since } from '../web/case/since.tsx'
import { DeadlineReasons } from '../web/case/deadline.tsx'
import { localTime } from '../calendar/local-time.ts'
import { organisationName, topicName } from '../../regions/names.ts'
import { CitizenForms, ErasureForm } from './citizen-forms.tsx'
import { Correspondence } from '../web/case/correspondence.tsx'
import { History } from '../web/case/history.tsx'
import { confirmed } from '../web/confirmations.ts'
import { asksForChoice } from './mail-choice.ts'
import { MailChoicePage } from './mail-choice-page.tsx'
import type { CaseFile } from '../case/case-file.ts'
import { publicName } from '../web/case/public-events.ts'
import type { Words } from '../web/words/shape.ts'

export const TrackPage: FC<Visit> = (visit) =>
  asksForChoice(visit) ? <MailChoicePage {...visit} /> : <CasePage {...visit} />

const CasePage: FC<Visit> = (visit) => {
  const { request, file, region, errors, unsent } = visit
  const { state } = file
  const { rating } = state.round
  const answer = state.round.answer ?? state.previousAnswer
  const { language } = request
  const all = wordsFor(language, state)
  const text = all.track
  const wrong = Object.keys(errors).length > 0
  const waiting = !['resolved', 'closed', 'rejected'].includes(state.status)
  const mailNote = mailNoteOf(file, text)
  const standing =
    state.status === 'closed' && state.outcome ? text.outcomes[state.outcome] : text.statuses[state.status]
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong}>
      {wrong ? null : <Confirmation {...visit} />}
      <EmergencyBlock {...{ region, language, state }} />
      <ErrorSummary errors={errors} language={language} names={namesIn(text)} />
      <Since {...visit} />
      <Unsent texts={unsent} language={language} />
      <p class="standing">{standing}</p>
      {waiting && mailNote ? <p class="note">{mailNote}</p> : null}
      {waiting ? <PromisedDate {...visit} /> : null}
      {waiting ? <DeadlineReasons region={region} language={language} reader="citizen" state={state} /> : null}
      {state.status === 'rejected' && state.rejectedFor && !state.erasedAt ? (
        <p>
          {text.rejectedFor}: {state.rejectedFor}
        </p>
      ) : null}
      <Facts
        rows={[
          [all.number, state.id],
          [all.topic, topicName(region, state.topic, language)],
          [all.responsible, state.status === 'triage' ? '' : organisationName(region, state.organisation, language)],
          [text.yourRating, rating ? all.rating(rating.score, rating.solved) : ''],
        ]}
      />
      {state.erasedAt ? (
        <p class="note">{text.erase.done(localTime(state.erasedAt, region.timeZone, language))}</p>
      ) : null}
      {answer && !state.erasedAt ? (
        <>
          <h2>{answer.kind === 'final' ? text.answer : text.interim}</h2>
          <blockquote>{answer.text}</blockquote>
        </>
      ) : null}
      <CitizenForms {...visit} />
      {state.erasedAt ? null : <Correspondence file={file} language={language} reader="citizen" />}
      <h2>{all.history}</h2>
      <History region={region} language={language} state={state} events={file.events} reader="citizen" />
      <ErasureForm {...visit} />
    </Layout>
  )
}

const Confirmation: FC<Visit> = ({ request, file }) => {
  const all = wordsFor(request.language, file.state)
  const text = all.track
  const done = confirmed(confirmations, request.query['done'], file.events)
  if (!done) return null
  const registered = done.name === 'registered'
  return (
    <Done title={text.done[done.name].title}>
      {registered ? (
        <p>
          {all.number}: <b>{file.state.id}</b>
        </p>
      ) : null}
      {registered && mailNoteOf(file, text) ? null : (
        <p>{registered && file.state.reach === 'none' ? text.withoutMail : text.done[done.name].next}</p>
      )}
    </Done>
  )
}

/** What whoever left an address is to know: that we write there no more, or that no mail arrives. */
function mailNoteOf({ events, state }: CaseFile, text: Words['track']): string | undefined {
  if (state.mailing === 'stopped' || state.mailing === 'never') return text.mailStopped[state.mailing]
  return events.some((event) => publicName(event) === 'undelivered') ? text.mailFailed : undefined
}

function namesIn({ score, solved, chosenByMail, comment, yourReply, reopenReason }: Words['track']) {
  return { score, solved, 'sure-rate': chosenByMail, comment, text: yourReply, reason: reopenReason }
}
