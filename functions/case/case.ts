// What a case is: the state that its events add up to. Read by everything, changed by `evolve` alone.
import type { Instant } from '../calendar/instant.ts'
import type { Missing, Routing } from '../routing/route-message.ts'
import type { Labelled } from './label.ts'
import type { Photo } from './photo.ts'
import type { SourceFacts } from './source.ts'
import type { Status } from './statuses.ts'
import type { Language } from '../../regions/schema.ts'
import type { Clocks } from './clocks/clock.ts'

/** `message`: a light-channel report; `statutory`: an appeal under Federal Law 59-FZ, with the law's own terms. */
export type Regime = 'message' | 'statutory'

export const channels = [
  'form',
  'api',
  'vk',
  'ok',
  'max',
  'telegram',
  'email',
  'phone',
  'open311',
  'pos',
  'incident',
] as const
export type Channel = (typeof channels)[number]

export interface Location {
  readonly lat: number
  readonly lon: number
}

/** Why routing left a case to a person. */
export type Undecided = Extract<Routing, { outcome: 'triage' }>['why']

/** Why a message is closed without an answer; with `other`, words of their own say so. Until November 2026 only words did. */
export const rejectGrounds = ['off topic', 'duplicate', 'in work', 'no facts', 'abuse', 'other'] as const
export type RejectGround = (typeof rejectGrounds)[number]

export type AnswerKind = 'final' | 'interim'
/** What an answer says of the problem; final or interim follows from it. Until November 2026 only that was said. */
export type AnswerSort = 'done' | 'promised' | 'explained' | 'impossible' | 'not ours'

/** What an answer says in one word; a promise names its day (local date). */
export type Saying =
  { readonly sort: Exclude<AnswerSort, 'promised'> } | { readonly sort: 'promised'; readonly promisedFor: string }
/** The same of an answer that may be older. */
export interface AnySaying {
  readonly sort?: AnswerSort
  readonly promisedFor?: string
}

export type Outcome = 'answered' | 'no reply' | 'solved' | 'withdrawn'

interface Answer extends AnySaying {
  readonly text: string
  readonly kind: AnswerKind
  readonly at: Instant
}

/** How the citizen can be reached: by the e-mail address they left, in the dialog of a social network where they wrote, or not at all. */
export type Reach = 'email' | 'dialog' | 'none'

/** Who has a case. */
export interface Holder {
  readonly organisation: string
  readonly responder: string
}

/** What the citizen was asked; `seq` is the event that asked. */
interface Question {
  readonly text: string
  readonly at: Instant
  readonly seq: number
  /** Its mail came back for the time being. */
  readonly bounced?: true
}

/** The work on a case from its start, or its last reopening, to the answer and its rating. */
export interface Round {
  readonly startedAt: Instant
  /** The question that waits for the citizen. */
  readonly question?: Question
  readonly questions: number
  /** The request for more time that waits for an operator; `until` a day (local date), or for the whole term. */
  readonly extensionRequest?: { readonly reason: string; readonly at: Instant; readonly until?: string }
  readonly extensions: number
  /** The answer that waits for a moderator, or was returned. */
  readonly draft?: Answer
  /** The last answer that a moderator approved. */
  readonly answer?: Answer
  readonly returnReason?: string
  /** Stars are not asked of everybody. */
  readonly rating?: { readonly score?: number; readonly solved: boolean }
  /** How often the citizen was called, and when they were last told an answer so. */
  readonly calls?: number
  readonly toldAt?: Instant
  /** How many notes each person left. */
  readonly notes: Readonly<Record<string, number>>
}

/** What happened in somebody's name between these instants is in doubt, and links from before `at` do not act. */
interface Disowned {
  readonly since: Instant
  readonly at: Instant
}

/** An answer that anybody may read, as a moderator edited it for them; nobody is named in it. */
interface Publication {
  /** Its name in the address of its page: always the same for a case, and not to be guessed. */
  readonly as: string
  /** Since when it can be read, and when its words were changed last. */
  readonly since: Instant
  readonly at: Instant
  readonly question: string
  readonly text: string
}

/** What is to stand on the public pages, and where. */
export type ForThePublic = Pick<Publication, 'as' | 'question' | 'text'>

export interface Case {
  readonly id: string
  readonly version: number
  readonly status: Status
  readonly region: string
  /** To try the region: worked on like any other, but counted, listed and mailed to nobody (docs/decisions/0031). */
  readonly test?: true
  readonly regime: Regime
  readonly channel: Channel
  readonly language: Language
  readonly integrator?: string
  /** What the integrator calls it. */
  readonly externalId?: string
  /** What the system says of it whose table it came in. */
  readonly source?: SourceFacts
  readonly reach: Reach
  /** They left a telephone, which is kept with their words. */
  readonly phone?: true
  /**
   * What the reader of the address said: the message is theirs; no more mails about this case; or, `never`, none to this address for a year.
   * Without it anybody may have named the address.
   */
  readonly mailing?: 'confirmed' | 'stopped' | 'never'
  /** Its citizen wants answers and questions, but no mails about the course of it. */
  readonly withoutCourse?: true
  /** What comes back when a stop is taken back. */
  readonly reachBefore?: Reach
  readonly receivedAt: Instant
  readonly updatedAt: Instant
  readonly topic?: string
  readonly municipality?: string
  readonly location?: Location
  readonly organisation?: string
  readonly responder?: string
  /** Grows with every change of hands: a link issued for an older one no longer acts. */
  readonly assignment: number
  readonly handoverFrom?: Holder
  /** What became of the last choice of who answers for it, where ready choices were offered or routing chose. */
  readonly label?: Labelled
  readonly round: Round
  /** The last answer of the round before, for whoever works on the reopened case. */
  readonly previousAnswer?: Answer
  readonly reopenings: number
  /** What the citizen is asked while the case waits for an operator. */
  readonly missing?: Missing
  /** When they were asked; once in the life of a case. */
  readonly askedAt?: Instant
  /** While the last answer stands on the public pages. */
  readonly publication?: Publication
  readonly outcome?: Outcome
  readonly closedAt?: Instant
  readonly rejectedFor?: string
  readonly rejectedAs?: RejectGround
  /** The status to come back to after a clarification, or when a merge is undone. */
  readonly before?: Status
  readonly beforeMerge?: Status
  readonly mergedInto?: string
  readonly mergedAt?: string
  readonly children: readonly string[]
  /** The operator or moderator whom a colleague gave it to: asked before all others, while they are there. */
  readonly passedTo?: string
  /** When each person last asked for a fresh link. */
  readonly linkRequests: Readonly<Record<string, Instant>>
  /** When each person last asked for a code. */
  readonly codeRequests?: Readonly<Record<string, Instant>>
  /** Whoever said that an act in their name was not theirs: since when acts are in doubt, and when they said so. */
  readonly disowned?: Readonly<Record<string, Disowned>>
  /** When that was said last, while an operator looks into it. */
  readonly disownedAt?: Instant
  /** The contacts to whom a mail of this case did not arrive. */
  readonly unreached?: readonly string[]
  /** Those of them to whom nothing arrives any more; an operator is told once of each. */
  readonly deadAddresses?: readonly string[]
  readonly clocks: Clocks
  /** By their names; the pictures lie in the region’s bucket. */
  readonly photos?: Readonly<Record<string, Photo>>
  /** When the citizen asked for their data to be erased, while an operator decides. */
  readonly erasureRequestedAt?: Instant
  /** When what was written was erased, and who wrote it. */
  readonly erasedAt?: Instant
}
