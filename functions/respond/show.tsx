// What a responder sees: what is asked and by when, the citizen's words, and what he can do now. Never who the citizen
// is or how to reach him.
import type { FC } from 'hono/jsx'
import { mayGive } from '../case/decide.ts'
import { html, type Reply } from '../edge/http.ts'
import { firstMessage } from '../store/load.ts'
import { History } from '../web/history.tsx'
import { document, Layout } from '../web/layout.tsx'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { Done, Due, ErrorSummary, Facts, type FormErrors } from '../web/parts.tsx'
import type { Fields } from '../web/forms.ts'
import { words } from '../web/words.ts'
import { actions, type Action } from './commands.ts'
import { ActionDetails, commandTypes } from './action-forms.tsx'
import { LapsedPage } from './lapsed-page.tsx'
import { lapsed, type Visit } from './visit.ts'

export interface Shown {
  readonly errors: FormErrors
  readonly fields: Fields
}

/** The page as it stands now. */
export function show(visit: Visit, errors: FormErrors = {}): Reply {
  const { request } = visit
  const state = lapsed(visit)
  const done = request.query['done']
  const justDone = done === 'handover' || done === 'decline'
  if (state && !justDone)
    return html(state === 'expired' ? 410 : 200, document(<LapsedPage visit={visit} state={state} errors={errors} />))
  return html(200, render(visit, { errors, fields: {} }))
}

export function render(visit: Visit, shown: Shown): string {
  return document(<CasePage visit={visit} shown={shown} />)
}

const CasePage: FC<{ visit: Visit; shown: Shown }> = ({ visit, shown }) => {
  const { request, file, region } = visit
  const { state } = file
  const { language, at } = request
  const text = words[language]
  const first = firstMessage(file)
  const replies = file.events.flatMap((event) =>
    event.type !== 'received' && 'messageId' in event && event.messageId
      ? [file.personal.get(event.messageId)?.text ?? text.erased]
      : [],
  )
  const wrong = Object.keys(shown.errors).length > 0
  const done = wrong ? undefined : actions.find((one) => one === request.query['done'])
  const possible = lapsed(visit) ? [] : actions.filter((action) => mayGive(state, commandTypes[action], 'responder'))
  const wished = actions.find((one) => one === (shown.fields['action'] ?? request.query['do']))
  return (
    <Layout
      region={region}
      language={language}
      title={topicName(region, state.topic, language) || text.respond.title}
      wrong={wrong}
    >
      {done ? (
        <Done title={text.respond.done[done].title}>
          <p>{text.respond.done[done].next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={shown.errors} language={language} />
      {state.status === 'assigned' ? (
        <Due
          region={region}
          language={language}
          label={text.respond.acceptBy}
          clock={state.clocks.acceptance}
          at={at}
        />
      ) : null}
      <Due region={region} language={language} label={text.respond.answerBy} clock={state.clocks.finalAnswer} at={at} />
      {state.status === 'rework' && state.returnReason ? (
        <section class="problem">
          <h2>{text.respond.returned}</h2>
          <p>{state.returnReason}</p>
          {state.draft ? <blockquote>{state.draft.text}</blockquote> : null}
        </section>
      ) : null}
      <h2>{text.message}</h2>
      <blockquote>{first?.text ?? text.erased}</blockquote>
      {state.question ? (
        <>
          <h2>{text.respond.question}</h2>
          <blockquote>{state.question}</blockquote>
        </>
      ) : null}
      {[...new Set(replies)].map((reply) => (
        <>
          <h2>{text.reply}</h2>
          <blockquote>{reply}</blockquote>
        </>
      ))}
      <Facts
        rows={[
          [text.place, placeName(region, state.municipality, language)],
          [text.address, first?.address ?? ''],
          [text.number, state.id],
          [text.responsible, organisationName(region, state.organisation, language)],
          [text.status, text.statuses[state.status]],
        ]}
      />
      {possible.length === 0 ? <p>{text.respond.nothingToDo}</p> : null}
      {possible.map((action: Action) => (
        <ActionDetails
          visit={visit}
          action={action}
          open={action === wished || (!wished && action === possible[0])}
          shown={shown}
        />
      ))}
      <h2>{text.history}</h2>
      <History region={region} language={language} events={file.events} reader="official" />
    </Layout>
  )
}
