// The open cases that may be about the same as this one: why each was found, its first words, and the link that merges them. Shown above the
// form that merges.
import type { FC } from 'hono/jsx'
import { organisationName, topicName } from '../../regions/names.ts'
import type { Case } from '../case/case.ts'
import { firstMessage } from '../case/case-file.ts'
import { shorten } from '../language/shorten.ts'
import { maskPersonal } from '../language/personal.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Visit } from '../web/visit.ts'
import { actsWords } from '../web/words/acts.ts'
import { wordsFor } from '../web/words/words.ts'
import type { Similar } from './similar.ts'

/** Of the citizen's words (characters). */
const FIRST_WORDS = 200

interface SimilarCasesProps {
  readonly visit: Visit
  readonly at: ConsoleVisit
  readonly found: readonly Similar[]
}

export const SimilarCases: FC<SimilarCasesProps> = ({ visit, at, found }) => {
  const text = actsWords[at.request.language]
  const same = found.filter(({ why }) => why.includes('same'))
  return (
    <section>
      <h2>{same.length > 0 ? text.sameAs(same.length) : text.similar}</h2>
      {same.length > 1 ? <MergeAll visit={visit} at={at} same={same} /> : null}
      {found.length === 0 ? <p>{text.noneSimilar}</p> : null}
      <ul class="similar">
        {found.map((one) => (
          <Item visit={visit} at={at} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** Leads to what it comes to for each of them; there it is done by one press. */
const MergeAll: FC<{ visit: Visit; at: ConsoleVisit; same: readonly Similar[] }> = ({ visit, at, same }) => {
  const all = [visit.file.state, ...same.map(({ file }) => file.state)].toSorted(byWork)
  const [into, ...others] = all
  const text = actsWords[at.request.language]
  return (
    <form method="post" action={urlOf(at, 'bulk')}>
      {others.map(({ id }) => (
        <input type="hidden" name={`case-${id}`} value="yes" />
      ))}
      {Object.entries({ act: 'merge', step: 'plan', into: into!.id }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{text.mergeAllHint(into!.id)}</p>
      <button type="submit" class="second">
        {text.mergeAll(all.length)}
      </button>
    </form>
  )
}

/** Whichever has a deadline, carries the most others, came first goes before. */
function byWork(one: Case, other: Case): number {
  const [mine, theirs] = [one, other].map(({ children, clocks, receivedAt, id }) => {
    return `${clocks.finalAnswer ? 0 : 1} ${String(10_000 - children.length)} ${receivedAt} ${id}`
  }) as [string, string]
  return mine < theirs ? -1 : 1
}

const Item: FC<{ visit: Visit; at: ConsoleVisit; one: Similar }> = ({ visit, at, one: { file, why, metres } }) => {
  const { region, request } = at
  const { language } = request
  const { state } = file
  const text = actsWords[language]
  const reasons = why.map((reason) => text.why[reason](metres ?? 0)).join(', ')
  const facts = [
    topicName(region, state.topic, language),
    organisationName(region, state.organisation, language),
    wordsFor(language, state).statuses[state.status],
  ]
  const way = wayOf(visit.file.state, state)
  return (
    <li>
      <p>
        <a href={urlOf(at, `cases/${state.id}`)}>{state.id}</a> — {reasons}. {facts.filter(Boolean).join(' · ')}
      </p>
      <blockquote>{shorten(maskPersonal(firstMessage(file)?.text ?? ''), FIRST_WORDS)}</blockquote>
      {way ? (
        <p>
          <a class="go" href={urlOf(at, `cases/${way.child}/merge?into=${way.parent}`)}>
            {way.parent === state.id ? text.mergeInto(state.id) : text.mergeHere(state.id)}
          </a>
        </p>
      ) : null}
    </li>
  )
}

/** Which of two carries the work: whichever others are merged into, or has a deadline; else the other one. Undefined where neither can. */
function wayOf(mine: Case, other: Case): { readonly child: string; readonly parent: string } | undefined {
  const canGo = (from: Case, into: Case) =>
    from.children.length === 0 && (into.clocks.finalAnswer !== undefined || from.clocks.finalAnswer === undefined)
  if (canGo(mine, other)) return { child: mine.id, parent: other.id }
  return canGo(other, mine) ? { child: other.id, parent: mine.id } : undefined
}
