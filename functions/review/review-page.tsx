// What a moderator or an operator sees: the citizen's words, what is to be decided, and the history.
import type { FC } from 'hono/jsx'
import type { Request } from '../edge/http.ts'
import type { Link } from '../links/links.ts'
import type { Region } from '../../regions/schema.ts'
import { firstMessage, type CaseFile } from '../store/load.ts'
import type { Fields } from '../web/forms.ts'
import { History } from '../web/history.tsx'
import { Layout } from '../web/layout.tsx'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { Done, ErrorSummary, Facts, type FormErrors } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { ModeratorForms } from './moderator-forms.tsx'
import { OperatorForms } from './operator-forms.tsx'

export interface ReviewVisit {
  readonly request: Request
  readonly link: Link
  readonly file: CaseFile
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
}

const outcomes = ['approve', 'return', 'admit', 'assign', 'reject', 'grant', 'refuse'] as const

export const ReviewPage: FC<ReviewVisit> = (visit) => {
  const { request, link, file, region, errors } = visit
  const { language } = request
  const { state } = file
  const all = words[language]
  const text = all.review
  const wrong = Object.keys(errors).length > 0
  const done = wrong ? undefined : outcomes.find((one) => one === request.query['done'])
  const first = firstMessage(file)
  const forms = link.purpose === 'review' ? ModeratorForms(visit) : OperatorForms(visit)
  return (
    <Layout
      region={region}
      language={language}
      title={link.purpose === 'review' ? text.title : text.triageTitle}
      wrong={wrong}
    >
      {done ? (
        <Done title={text.done[done].title}>
          <p>{text.done[done].next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} />
      <h2>{all.message}</h2>
      <blockquote>{first?.text ?? all.erased}</blockquote>
      <Facts
        rows={[
          [all.number, state.id],
          [all.topic, topicName(region, state.topic, language)],
          [all.place, placeName(region, state.municipality, language)],
          [all.address, first?.address ?? ''],
          [all.responsible, state.status === 'triage' ? '' : organisationName(region, state.organisation, language)],
          [all.status, all.statuses[state.status]],
        ]}
      />
      {forms ?? (done ? null : <p>{text.movedOn}</p>)}
      <h2>{all.history}</h2>
      <History region={region} language={language} events={file.events} reader="official" />
    </Layout>
  )
}
