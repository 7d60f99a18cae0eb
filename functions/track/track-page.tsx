// What a citizen sees: how his message stands in plain words, who answers and by when, our question, the approved
// answer, and how to say whether it helped.
import type { FC } from 'hono/jsx'
import type { Request } from '../edge/http.ts'
import type { Region } from '../../regions/schema.ts'
import { firstMessage, type CaseFile } from '../store/load.ts'
import type { Fields } from '../web/forms.ts'
import { History } from '../web/history.tsx'
import { Layout } from '../web/layout.tsx'
import { organisationName, topicName } from '../../regions/names.ts'
import { Done, Due, ErrorSummary, Facts, type FormErrors } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { CitizenForms } from './citizen-forms.tsx'

export interface TrackVisit {
  readonly request: Request
  readonly file: CaseFile
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
}

export const TrackPage: FC<TrackVisit> = (visit) => {
  const { request, file, region, errors } = visit
  const { state } = file
  const { language } = request
  const all = words[language]
  const text = all.track
  const wrong = Object.keys(errors).length > 0
  const done = wrong
    ? undefined
    : (['registered', 'clarify', 'rate', 'reopen'] as const).find((one) => one === request.query['done'])
  const waiting = state.status !== 'resolved' && state.status !== 'closed' && state.status !== 'rejected'
  return (
    <Layout region={region} language={language} title={text.title} wrong={wrong}>
      {done ? (
        <Done title={text.done[done].title}>
          <p>{text.done[done].next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} />
      <p>{text.statuses[state.status]}</p>
      {waiting ? (
        <Due
          region={region}
          language={language}
          label={text.answerBy}
          clock={state.clocks.finalAnswer}
          at={request.at}
        />
      ) : null}
      {state.rejectedFor ? (
        <p>
          {text.rejectedFor}: {state.rejectedFor}
        </p>
      ) : null}
      <Facts
        rows={[
          [all.number, state.id],
          [all.topic, topicName(region, state.topic, language)],
          [all.responsible, state.status === 'triage' ? '' : organisationName(region, state.organisation, language)],
        ]}
      />
      {state.answer ? (
        <>
          <h2>{state.answer.kind === 'final' ? text.answer : text.interim}</h2>
          <blockquote>{state.answer.text}</blockquote>
        </>
      ) : null}
      {state.rating ? <p>{text.rated(state.rating.score, state.rating.solved)}</p> : null}
      <CitizenForms {...visit} />
      <h2>{all.message}</h2>
      <blockquote>{firstMessage(file)?.text ?? all.erased}</blockquote>
      <h2>{all.history}</h2>
      <History region={region} language={language} events={file.events} reader="citizen" />
    </Layout>
  )
}
