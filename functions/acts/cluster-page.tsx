// The page of a cluster: the case that carries the work, the one answer for all, and every case merged into it, with the way to part each.
// Called by the routes; whoever opens it with one of those cases is led to the page.
import type { FC } from 'hono/jsx'
import { placeName, topicName } from '../../regions/names.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { shorten } from '../language/shorten.ts'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { maskPersonal } from '../language/personal.ts'
import { loadCaseFile } from '../store/load.ts'
import { Due } from '../web/case/due.tsx'
import { seen } from '../web/console/audit.ts'
import { caseInScope } from '../web/console/case-in-scope.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { may } from '../web/console/rights.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { Facts } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { actNames } from '../web/words/act-names.ts'
import { actsWords } from '../web/words/acts.ts'
import { wordsFor } from '../web/words/words.ts'

/** Cases that the page lists; beyond them it says how many there are. */
const MOST_LISTED = 50
/** Of the citizen's words (characters). */
const FIRST_WORDS = 200

export async function showCluster(visit: ConsoleVisit): Promise<Reply> {
  const parent = await caseInScope(visit)
  const { mergedInto, children } = parent.state
  if (mergedInto) return goTo(urlOf(visit, `cases/${mergedInto}/cluster`))
  const tableName = environment('TABLE_NAME')
  const loaded = await Promise.all(
    children.slice(0, MOST_LISTED).map((id) => loadCaseFile(tableName, id, visit.request.at)),
  )
  const scope = scopeOf(visit.signedIn.staff)
  const members = loaded.filter((one) => one !== undefined).filter(({ state }) => isInScope(scope, state))
  return seen(visit, html(200, document(<ClusterPage visit={visit} parent={parent} members={members} />)))
}

const ClusterPage: FC<{ visit: ConsoleVisit; parent: CaseFile; members: readonly CaseFile[] }> = (props) => {
  const { visit, parent, members } = props
  const { region, request } = visit
  const { language, at } = request
  const { state } = parent
  const text = actsWords[language]
  const all = wordsFor(language, state)
  const answer = state.round.draft ?? state.round.answer
  const left = state.children.length - members.length
  return (
    <ConsoleLayout visit={visit} title={text.cluster(state.children.length + 1)}>
      <p>
        <a href={urlOf(visit, `cases/${state.id}`)}>{text.back(state.id)}</a>
      </p>
      <div class="case">
        <Due {...{ region, language, at }} label={text.answerBy} clock={state.clocks.finalAnswer} />
        <Facts
          rows={[
            [all.topic, topicName(region, state.topic, language)],
            [all.place, placeName(region, state.municipality, language)],
            [all.status, all.statuses[state.status]],
          ]}
        />
        <h2>{text.oneAnswer}</h2>
        {answer ? <blockquote>{answer.text}</blockquote> : <p>{text.noAnswerYet}</p>}
        <p class="hint">{text.answersAll(state.children.length + 1)}</p>
        <h2>{text.members}</h2>
        <Member visit={visit} file={parent} isParent />
        {members.map((file) => (
          <Member visit={visit} file={file} />
        ))}
        {left > 0 ? <p>{text.moreMembers(left)}</p> : null}
      </div>
    </ConsoleLayout>
  )
}

const Member: FC<{ visit: ConsoleVisit; file: CaseFile; isParent?: boolean }> = ({ visit, file, isParent }) => {
  const { region, request, signedIn } = visit
  const { language } = request
  const { state } = file
  const text = actsWords[language]
  const mayPart = !isParent && state.status === 'merged' && may(signedIn.staff, 'decide cases')
  return (
    <section>
      <h3>
        <a href={urlOf(visit, `cases/${state.id}`)}>{state.id}</a>
        {isParent ? ` — ${text.carries}` : ''}
      </h3>
      <p class="hint">
        {localTime(state.receivedAt, region.timeZone, language)} · {wordsFor(language, state).statuses[state.status]}
      </p>
      <blockquote>{shorten(maskPersonal(firstMessage(file)?.text ?? ''), FIRST_WORDS)}</blockquote>
      {mayPart ? (
        <p>
          <a href={urlOf(visit, `cases/${state.id}/unmerge`)}>{actNames[language].names.unmerge}</a>
        </p>
      ) : null}
    </section>
  )
}
