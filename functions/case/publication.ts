// Which answers anybody may read, what of them, and until when (docs/decisions/0035). Called by the stages, `decide`, the store and
// the moderator's page.
import type { Language, Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { covers } from '../routing/responsible.ts'
import type { Actor } from './actor.ts'
import type { AnswerSort, Case, ForThePublic } from './case.ts'
import { type Decision, happened, refuse, type Situation } from './decision.ts'
import { evolve } from './evolve.ts'
import { dropUndefined } from './fields.ts'

/** What stands on the public pages: nothing else of a case is read there. Days are local dates. */
export interface PublicAnswer {
  readonly as: string
  readonly since: Instant
  readonly at: Instant
  readonly language: Language
  readonly question: string
  readonly text: string
  readonly topic: string
  readonly municipality?: string
  readonly organisation?: string
  readonly receivedOn: string
  readonly answeredOn: string
  readonly sort?: AnswerSort
  /** What its citizen said of it. */
  readonly solved?: boolean
}

/** The topics whose answers may be published: those the region's file opens, but for those that speak of persons. */
export function publishedTopics({ topics, public: open }: Pick<Region, 'topics' | 'public'>): ReadonlySet<string> {
  const opened = topics.filter(
    ({ id, sensitive }) => !sensitive && open?.answers?.some((pattern) => covers(pattern, id)),
  )
  return new Set(opened.map(({ id }) => id))
}

/**
 * Whether the answer to a case may be published once it is final. What an appeal says may not be disclosed (59-FZ, art. 6, 2), and a
 * test is nobody's.
 */
export function mayBePublic(region: Region, { test, regime, topic = '', erasedAt }: Case): boolean {
  return !test && !erasedAt && regime === 'message' && publishedTopics(region).has(topic)
}

/** The same words again change nothing. */
export function publishing({ state, at, region }: Situation, by: Actor, wanted: ForThePublic): Decision {
  if (!stands(state) || !mayBePublic(region, state)) return refuse('not public')
  const { as } = wanted
  const [question, text] = [wanted.question.trim(), wanted.text.trim()]
  if (!question || !text) return refuse('empty text')
  const { publication } = state
  if (publication?.as === as && publication.question === question && publication.text === text) return happened()
  return happened({ type: 'published', at, by, as, question, text })
}

/** What is decided, and that the answer is off the public pages where it does not stand any more: reopened, erased, merged. */
export function takeOffPublic(state: Case, decision: Decision): Decision {
  if ('refused' in decision || !state.publication) return decision
  const { events } = decision
  const over = events.find((_, index) => !stands(events.slice(0, index + 1).reduce(evolve, state)))
  if (!over || !events.reduce(evolve, state).publication) return decision
  return happened(...events, { type: 'unpublished', at: over.at, by: { role: 'system' }, after: over.type })
}

/** Whether the last answer is final and is the last word. */
function stands({ status, round, erasedAt }: Case): boolean {
  return (status === 'resolved' || status === 'closed') && round.answer?.kind === 'final' && !erasedAt
}

/** What anybody may read of a case; undefined where nothing is published. */
export function publicAnswerOf(region: Region, state: Case): PublicAnswer | undefined {
  const { publication, topic = '', municipality, organisation, round } = state
  if (!publication) return undefined
  const dateOf = (instant: Instant) => calendarOf(region).dateOf(Date.parse(instant))
  return {
    ...publication,
    language: state.language,
    topic,
    ...dropUndefined({ municipality, organisation, sort: round.answer?.sort, solved: round.rating?.solved }),
    receivedOn: dateOf(state.receivedAt),
    answeredOn: dateOf(round.answer?.at ?? publication.since),
  }
}
