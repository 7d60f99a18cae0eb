// What a citizen sees: how their message stands in plain words, who answers and by when, our question, the approved
// answer, and how to say whether it helped. Shown by the handler.
import type { FC } from 'hono/jsx'
import type { LinkVisit } from '../web/visit.ts'
import { MyCasesLink } from '../web/my-cases-link.tsx'
import { myDataWords } from '../web/words/my-data.ts'
import { reportWords } from '../web/words/report.ts'
import { trackWords } from '../web/words/track.ts'
import type { TrackWords } from '../web/words/track-shape.ts'
import { wordsFor } from '../web/words/words.ts'
import { EmergencyBlock } from '../web/emergency.tsx'
import { Layout } from '../web/layout.tsx'
import { Done, ErrorSummary, Facts, Unsent } from '../web/parts.tsx'
import { confirmations } from './commands.ts'
import { AddressForm } from './address.tsx'
import { MissingForm } from './missing.tsx'
import { possibleFor } from './possible.ts'
import { Rejected } from './rejected.tsx'
import { PromisedDate } from './promised-date.tsx'
import { Steps, stepsStyle } from './steps.tsx'
import { Photos } from '../web/case/photos.tsx'
import { Since } from '../web/case/since.tsx'
import { DeadlineReasons } from '../web/case/deadline.tsx'
import { localTime } from '../calendar/local-time.ts'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { CitizenForms, ErasureForm, OwnForms } from './citizen-forms.tsx'
import { Thread } from './thread.tsx'
import { History } from '../web/case/history.tsx'
import { confirmed } from '../web/confirmations.ts'
import { isCalled } from '../case/calling.ts'
import { asksForChoice } from '../web/asks-for-choice.ts'
import { MailChoicePage } from './mail-choice-page.tsx'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { lineForCitizen } from './citizens-history.ts'
import { publicName } from '../web/case/public-events.ts'

export const TrackPage: FC<LinkVisit> = (visit) =>
  asksForChoice(visit) ? <MailChoicePage {...visit} /> : <CasePage {...visit} />

const CasePage: FC<LinkVisit> = (visit) => {
  const { request, file, region, errors, unsent } = visit
  const { state } = file
  const { rating } = state.round
  const { language } = request
  const all = wordsFor(language, state)
  const text = trackWords(language, state)
  const wrong = Object.keys(errors).length > 0
  const waiting = !['resolved', 'closed', 'rejected'].includes(state.status)
  const mailNote = mailNoteOf(file, text)
  const standing =
    state.status === 'closed' && state.outcome ? text.outcomes[state.outcome] : text.statuses[state.status]
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong} ownStyle={stepsStyle}>
      {wrong ? null : <Confirmation {...visit} />}
      <EmergencyBlock {...{ region, language, state }} />
      <ErrorSummary
        errors={errors}
        language={language}
        names={{ ...namesIn(text), email: reportWords[language].email }}
      />
      <Since visit={visit} lineOf={lineForCitizen} />
      <Unsent texts={unsent} language={language} />
      <Steps {...visit} />
      <p class="standing">{standing}</p>
      {waiting ? <PromisedDate {...visit} /> : null}
      {possibleFor(visit).missing ? <MissingForm {...visit} /> : null}
      {waiting && mailNote ? (
        <p class="note">
          {mailNote}
          {state.withoutCourse && visit.link.mailed ? (
            <>
              {' '}
              <a href="?do=mails">{text.chooseMails}</a>
            </>
          ) : null}
        </p>
      ) : null}
      {possibleFor(visit).address ? <AddressForm {...visit} /> : null}
      {waiting ? <DeadlineReasons region={region} language={language} reader="citizen" state={state} /> : null}
      {state.status === 'rejected' ? <Rejected {...visit} /> : null}
      <Facts
        rows={[
          [all.number, state.id],
          [all.place, placeName(region, state.municipality, language)],
          [all.address, firstMessage(file)?.address ?? ''],
          [all.topic, topicName(region, state.topic, language)],
          [
            all.responsible,
            ['triage', 'rejected'].includes(state.status) ? '' : organisationName(region, state.organisation, language),
          ],
          [text.yourRating, rating ? all.rating(rating.score, rating.solved) : ''],
        ]}
      />
      {state.erasedAt ? (
        <p class="note">{text.erase.done(localTime(state.erasedAt, region.timeZone, language))}</p>
      ) : null}
      {state.erasedAt ? null : <Thread {...visit} />}
      <Photos {...visit} />
      <CitizenForms {...visit} />
      <OwnForms {...visit} />
      <details>
        <summary>{text.history}</summary>
        <History {...{ region, language, state }} events={file.events} lineOf={lineForCitizen} />
      </details>
      <ErasureForm {...visit} />
      <p>
        <a href={`${request.params['token'] ?? ''}/data`}>{myDataWords[language].link}</a>
      </p>
      <MyCasesLink request={request} />
    </Layout>
  )
}

const Confirmation: FC<LinkVisit> = ({ request, file }) => {
  const all = wordsFor(request.language, file.state)
  const text = trackWords(request.language, file.state)
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
      {registered && mailNoteOf(file, text) ? null : <p>{text.done[done.name].next}</p>}
    </Done>
  )
}

/** Why the answer comes to the page alone: we write there no more, no mail arrives, or no address was left. */
function mailNoteOf({ events, state }: CaseFile, text: TrackWords): string | undefined {
  if (state.mailing === 'stopped' || state.mailing === 'never') return text.mailStopped[state.mailing]
  if (isCalled(state)) return text.willCall
  if (events.some((event) => publicName(event) === 'undelivered')) return text.mailFailed
  if (state.withoutCourse) return text.mailStopped.course
  return state.reach === 'none' && !state.erasedAt ? text.withoutMail : undefined
}

function namesIn({ missing, score, solved, chosenByMail, comment, yourReply, reopenReason, add }: TrackWords) {
  return {
    topic: missing.topic,
    municipality: missing.place,
    where: missing.where,
    score,
    solved,
    'sure-rate': chosenByMail,
    comment,
    text: yourReply,
    reason: reopenReason,
    more: add.text,
  }
}
