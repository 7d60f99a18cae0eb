// The page of a link that no longer acts: what happened, who has the case, how to go on. It shows nothing of what the
// citizen or officials wrote: whoever has the link may have no more to do with the case. Shown by lapsed.tsx.
import type { FC } from 'hono/jsx'
import { organisationName } from '../../regions/names.ts'
import { isInvolved } from '../case/people.ts'
import { beside } from './beside.ts'
import { CommandForm } from './command-form.tsx'
import { confirmed } from './confirmations.ts'
import { Confirm } from './fields.tsx'
import { Layout } from './layout.tsx'
import { Done, ErrorSummary, Facts, type Row, Unsent } from './parts.tsx'
import { NotMeLink } from './not-me-link.tsx'
import { MyCasesLink } from './my-cases-link.tsx'
import { UndoForm } from './undo.tsx'
import { refusalOf, type Visit } from './visit.ts'
import { lapsedWords } from './words/lapsed.ts'
import { wordsFor } from './words/words.ts'
import { worklistWords } from './words/worklist.ts'

const confirmations = {
  handover: ['handed_over'],
  decline: ['declined', 'handed_back'],
  kept: ['noted'],
  'fresh-link': ['link_requested'],
  undo: ['undone'],
} as const

export const LapsedPage: FC<Visit> = (visit) => {
  const { request, region, file, errors, unsent, actor, lapsed } = visit
  const { language } = request
  const all = wordsFor(language, file.state)
  const text = lapsedWords(language, file.state)
  const list = worklistWords[language]
  const { title, advice } = noticeFor(visit)
  const wrong = Object.keys(errors).length > 0
  const done = confirmation(visit)
  const fresh = refusalOf(visit, { type: 'RequestLink', by: visit.actor, contact: visit.actor.id ?? '' })
  const mayAsk = visit.lapsed !== 'gone' && fresh === undefined
  return (
    <Layout region={region} request={request} title={done?.heading ?? title} wrong={wrong}>
      {done ? (
        <Done title={done.heading ? undefined : done.title}>
          <p>{done.next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} />
      <Unsent texts={unsent} language={language} />
      {done ? null : <p>{advice}</p>}
      {actor.role === 'citizen' ? <MyCasesLink request={request} /> : null}
      <Facts rows={[[all.number, file.state.id], ...whereItIs(visit)]} />
      {lapsed === 'revoked' ? null : <UndoForm {...visit} />}
      {actor.role === 'responder' && lapsed === 'superseded' ? <NotMeLink {...visit} /> : null}
      {mayAsk ? (
        <CommandForm visit={visit} gives="RequestLink" action="fresh-link" label={text.freshLink}>
          <p class="hint">{text.freshHint}</p>
          <Confirm visit={visit} action="fresh-link" label={text.freshSure} />
        </CommandForm>
      ) : null}
      {actor.role === 'responder' && lapsed === 'superseded' ? (
        <p>
          <a href={beside(request, done ? `next?after=${file.state.id}` : 'cases')}>{done ? list.next : list.all}</a>
        </p>
      ) : null}
      {fresh === 'too soon' && !done && !wrong ? <p>{all.refusals[fresh]}</p> : null}
    </Layout>
  )
}

function noticeFor({ lapsed, actor, file, region, request }: Visit) {
  const text = lapsedWords(request.language, file.state)
  if (lapsed === 'gone') return { title: text.gone.title, advice: text.gone.advice(region.phone) }
  if (lapsed === 'revoked') return text.revoked
  if (actor.role !== 'responder') return wordsFor(request.language, file.state).problems.expired
  const involved = isInvolved(region, file.state.organisation, actor.id)
  if (!involved) return text.superseded
  return lapsed === 'expired' ? text.expired : text.renewed
}

/** Only for responders: where the case is now. */
function whereItIs({ lapsed, actor, file, region, request: { language } }: Visit): Row[] {
  if (lapsed === 'gone' || lapsed === 'revoked' || actor.role !== 'responder') return []
  const { statuses } = wordsFor(language, file.state)
  const text = lapsedWords(language, file.state)
  const { status, organisation } = file.state
  if (!organisation) return [[text.nowWith, statuses[status]]]
  return [
    [text.nowWith, organisationName(region, organisation, language)],
    [wordsFor(language, file.state).status, statuses[status]],
  ]
}

function confirmation({ request, region, file, lapsed, errors, unsent }: Visit) {
  const all = wordsFor(request.language, file.state)
  if (lapsed === 'gone' || Object.keys(errors).length > 0 || unsent.length > 0) return undefined
  const done = confirmed(confirmations, request.query['done'], file.events)
  if (!done) return undefined
  const words = lapsedWords(request.language, file.state)
  const { handover, decline, handedBack } = words.done
  const said = {
    handover,
    decline: done.event === 'handed_back' ? handedBack : decline,
    kept: words.kept,
    'fresh-link': words.freshSent,
    undo: all.undo.done,
  }
  // Success is the first thing said of it: the page's own title would read like an error.
  const gave = done.name === 'handover' || done.name === 'decline'
  const to = organisationName(region, file.state.organisation, request.language)
  const { title } = said[done.name]
  return { ...said[done.name], ...(gave && { heading: to ? `${title}: ${to}` : title }) }
}
