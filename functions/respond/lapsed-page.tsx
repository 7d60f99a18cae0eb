// A link that no longer acts is no dead end: it says what happened, who has the case, and how to go on. It shows nothing
// of what the resident wrote: whoever has the link may have no more to do with the case.
import type { FC } from 'hono/jsx'
import { Layout } from '../web/layout.tsx'
import { organisationName } from '../../regions/names.ts'
import { confirmed } from '../web/confirmations.ts'
import type { FormErrors } from '../web/forms.ts'
import { ActionForm, Done, ErrorSummary, Facts } from '../web/parts.tsx'
import { words } from '../web/words/words.ts'
import { isInvolved, type Visit } from './visit.ts'

const confirmations = {
  handover: ['handed_over'],
  decline: ['declined', 'handed_back'],
  kept: ['noted'],
  'fresh-link': ['link_requested'],
} as const

export const LapsedPage: FC<{ visit: Visit; state: 'expired' | 'superseded'; errors: FormErrors }> = ({
  visit,
  state,
  errors,
}) => {
  const { request, region, file, nonce } = visit
  const { language, query } = request
  const all = words[language]
  const text = all.respond
  const wrong = Object.keys(errors).length > 0
  const done = wrong ? undefined : confirmed(confirmations, query['done'], file.events)
  const said = {
    handover: text.done.handover,
    decline: done?.event === 'handed_back' ? text.done.handedBack : text.done.decline,
    kept: text.kept,
    'fresh-link': text.freshSent,
  }
  const involved = isInvolved(visit)
  const notice = state === 'superseded' && involved ? text.renewed : text[state]
  const mayAsk = involved && done?.name !== 'fresh-link'
  return (
    <Layout region={region} language={language} title={notice.title} wrong={wrong}>
      {done ? (
        <Done title={said[done.name].title}>
          <p>{said[done.name].next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} />
      {!done && (involved || state === 'superseded') ? <p>{notice.advice}</p> : null}
      <Facts
        rows={[
          [all.number, file.state.id],
          [
            text.nowWith,
            file.state.status === 'triage'
              ? all.statuses.triage
              : organisationName(region, file.state.organisation, language),
          ],
          [all.status, file.state.status === 'triage' ? '' : all.statuses[file.state.status]],
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
