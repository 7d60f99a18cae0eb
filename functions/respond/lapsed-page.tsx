// A link that no longer acts is no dead end: it says what happened, who has the case, and how to go on.
import type { FC } from 'hono/jsx'
import { Layout } from '../web/layout.tsx'
import { organisationName } from '../../regions/names.ts'
import { ActionForm, Done, ErrorSummary, Facts, type FormErrors } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { isInvolved, type Visit } from './visit.ts'

export const LapsedPage: FC<{ visit: Visit; state: 'expired' | 'superseded'; errors: FormErrors }> = ({
  visit,
  state,
  errors,
}) => {
  const { request, region, file, nonce } = visit
  const { language, query } = request
  const all = words[language]
  const text = all.respond
  const mayAsk = isInvolved(visit) && query['done'] !== 'fresh-link'
  return (
    <Layout region={region} language={language} title={text[state].title}>
      {query['done'] === 'fresh-link' ? (
        <Done title={text.freshSent.title}>
          <p>{text.freshSent.next}</p>
        </Done>
      ) : null}
      {query['done'] === 'kept' ? <Done title={text.kept} /> : null}
      <ErrorSummary errors={errors} language={language} />
      {state === 'superseded' || mayAsk ? (
        <p>{state === 'superseded' && mayAsk ? text.expired.advice : text[state].advice}</p>
      ) : null}
      <Facts
        rows={[
          [all.number, file.state.id],
          [
            text.nowWith,
            file.state.status === 'triage'
              ? all.statuses.triage
              : organisationName(region, file.state.organisation, language),
          ],
          [all.status, all.statuses[file.state.status]],
        ]}
      />
      {mayAsk ? (
        <ActionForm nonce={nonce}>
          <button type="submit" name="action" value="fresh-link">
            {text.freshLink}
          </button>
        </ActionForm>
      ) : null}
    </Layout>
  )
}
