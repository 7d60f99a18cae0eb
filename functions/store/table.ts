// The region's one table: its client and its keys. Every key is written here and nowhere else. Used by the store.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

const client = new DynamoDBClient({})
// It would copy every request and answer for a log that nobody keeps, which takes a third of a call's time.
client.middlewareStack.remove('loggerMiddleware')

export const table = DynamoDBDocumentClient.from(client, {
  marshallOptions: { removeUndefinedValues: true },
})

/**
 * What a partition's key begins with: a case, a day's counters of clocks, a day's counters of cases, an idempotency key, a link, an address that was written to,
 * the code that a person was mailed, a session that one began, a wish to sign in to the console, a session of the console, the cases of a person, the secret by which persons are found, what the whole region shares, an integrator's key, one to try with, a month's sums, what anybody may read, the event feed, the webhooks that are to be posted, where they go, the audit of a day, the cases with a word, what is heard in social networks, tables of other systems, comments, official pages. lib/table-rights.ts says who may read and write which.
 */
export type Partition =
  | 'C#'
  | 'D#'
  | 'F#'
  | 'I#'
  | 'L#'
  | 'A#'
  | 'P#'
  | 'S#'
  | 'G#'
  | 'K#'
  | 'T#'
  | 'R#'
  | 'O#'
  | 'W#'
  | 'Y#'
  | 'U#'
  | 'Q#'
  | 'E#'
  | 'H#'
  | 'X#'
  | 'J#'
  | 'Z#'
  | 'B#'
  | 'N#'
  | 'M#'
  | 'V#'

export interface Key {
  readonly pk: `${Partition}${string}`
  readonly sk: string
}

/** No case has as many events. */
export const LAST_SEQ = 999_999

export const CHECKS_INDEX = 'checks'
/** The sparse index of the lists of open cases (functions/case/worklist.ts). */
export const WORKLISTS_INDEX = 'worklists'
/** The partition of that index with the comments that nobody has screened yet. */
export const COMMENTS = 'comments'
/** The sparse index of open cases by the cell of the map they lie in (functions/case/nearby.ts). */
export const NEARBY_INDEX = 'nearby'
/** The sparse index of open cases, and of those that ended by the day of their last change (functions/case/listing.ts). */
export const LISTING_INDEX = 'listing'
/** The partition of the sparse index of cases that somebody still has to look at. */
export const OPEN = 'OPEN'
/** The partition of the same index with the notices that wait for the morning. */
export const WAITING = 'WAITING'
/** The partition of the same index with the webhooks that wait for their next try, and the mails about them. */
export const DELIVERY = 'DELIVERY'

export const keys = {
  snapshot: (caseId: string): Key => ({ pk: `C#${caseId}`, sk: 'S' }),
  event: (caseId: string, seq: number): Key => ({ pk: `C#${caseId}`, sk: `E#${String(seq).padStart(6, '0')}` }),
  personal: (caseId: string, messageId: string): Key => ({ pk: `C#${caseId}`, sk: `P#${messageId}` }),
  /** What people wrote in an event, with a time to live of its own; its keys follow the snapshot's, to be read with it. */
  texts: (caseId: string, seq: number): Key => ({ pk: `C#${caseId}`, sk: `T#${String(seq).padStart(6, '0')}` }),
  /** Says that a case stands on a side list (functions/case/worklist.ts), or no more. */
  onSide: (caseId: string, list: string): Key => ({ pk: `C#${caseId}`, sk: `W#${list}` }),
  notice: (caseId: string, seq: number, recipient: string): Key => ({
    pk: `C#${caseId}`,
    sk: `N#${String(seq).padStart(6, '0')}#${recipient}`,
  }),
  /** What became of the answer that an event has below a comment, by the name of that, beside the one under which the case is answered. */
  beside: (caseId: string, seq: number, name: string): Key => ({
    pk: `C#${caseId}`,
    sk: `B#${String(seq).padStart(6, '0')}#${name}`,
  }),
  /** Says that what an event counts for was counted. It stays as long as the event: a copy of it may come at any time. */
  counted: (caseId: string, seq: number): Key => ({ pk: `C#${caseId}`, sk: `D#${String(seq).padStart(6, '0')}` }),
  /** Says up to which of its events a case stands in the event feed. */
  fed: (caseId: string): Key => ({ pk: `C#${caseId}`, sk: 'F' }),
  link: (hash: string): Key => ({ pk: `L#${hash}`, sk: 'S' }),
  /** A case of a person who is found by this keyed hash. */
  person: (hash: string, caseId: string): Key => ({ pk: `P#${hash}`, sk: `C#${caseId}` }),
  /** The code that was mailed to a contact last. */
  code: (recipient: string): Key => ({ pk: `O#${recipient}`, sk: 'S' }),
  /** Of whoever typed a code. */
  session: (hash: string): Key => ({ pk: `W#${hash}`, sk: 'S' }),
  calendarYear: (year: string): Key => ({ pk: 'G#calendar', sk: year }),
  /** A published question with its answer. */
  publicAnswer: (as: string): Key => ({ pk: `Q#A#${as}`, sk: 'S' }),
  /** Its place in the list of a topic, a municipality, both or neither; the newest have the last keys. */
  publicEntry: (list: string, since: string, as: string): Key => ({ pk: `Q#L#${list}`, sk: `${since}#${as}` }),
}

/** Those of the console: apart, so that other functions do not carry them. */
export const consoleKeys = {
  /** A wish to sign in to the console, by the hash of its form's secret; or the link that was mailed for one, by that of its own. */
  signIn: (hash: string): Key => ({ pk: `Y#${hash}`, sk: 'S' }),
  /** How often a source (by keyed hash) wished so in a span of time that begins at an instant. */
  signInSource: (hash: string, since: string): Key => ({ pk: `Y#from#${hash}`, sk: since }),
  /** Which mails of this kind an address (by keyed hash) had in a span of time. */
  signInMails: (hash: string, span: string): Key => ({ pk: `A#${hash}`, sk: `SIGN-IN#${span}` }),
  /** A session of a contact in the console, by the hash of its secret. */
  staffSession: (contact: string, hash: string): Key => ({ pk: `U#${contact}`, sk: hash }),
  /** A passkey of a contact, by the id that its device gave it. */
  passkey: (contact: string, id: string): Key => ({ pk: `U#${contact}#passkeys`, sk: id }),
  /** What a contact skipped on a day. */
  skipped: (contact: string, day: string): Key => ({ pk: `U#${contact}#skipped`, sk: day }),
  /** The views that somebody (by keyed hash of their address) keeps. */
  views: (owner: string): Key => ({ pk: `U#${owner}#views`, sk: 'S' }),
  /** Who has a case open in the console, and until when. */
  lease: (caseId: string): Key => ({ pk: `C#${caseId}`, sk: 'V' }),
}

/** Those of tables that other systems give: apart in the same way. */
export const tableKeys = {
  /** How a source's columns are read. */
  source: (source: string): Key => ({ pk: 'B#sources', sk: source }),
  /** The case of what a source calls by a number. */
  given: (source: string, number: string): Key => ({ pk: `B#given#${source}`, sk: number }),
  /** The list of what was uploaded, by its time (ISO, UTC). */
  listed: (at: string, upload: string): Key => ({ pk: 'B#uploads', sk: `${at}#${upload}` }),
  /** What was uploaded, its rows in parts, and what became of each part. */
  upload: (upload: string): Key => ({ pk: `B#${upload}`, sk: 'HEAD' }),
  rows: (upload: string, part: number): Key => ({ pk: `B#${upload}`, sk: `ROWS#${String(part).padStart(4, '0')}` }),
  done: (upload: string, part: number): Key => ({ pk: `B#${upload}`, sk: `DONE#${String(part).padStart(4, '0')}` }),
}

/** Those of the audit: apart in the same way. */
export const auditKeys = {
  /** What somebody did at an instant (ISO, UTC); the name tells entries of one instant apart. */
  entry: (at: string, name: string): Key => ({ pk: `J#${at.slice(0, 10)}`, sk: `${at}#${name}` }),
  /** The same by its sort key. */
  entryAt: (place: string): Key => ({ pk: `J#${place.slice(0, 10)}`, sk: place }),
}

/** Those of the directory, beside the calendar in what the whole region shares. */
export const directoryKeys = {
  /** Which version holds. */
  head: { pk: 'G#directory', sk: 'HEAD' } as Key,
  version: (version: number): Key => ({ pk: 'G#directory', sk: `V#${String(version).padStart(6, '0')}` }),
}

/** Those of models for routing, in the same way. */
export const modelKeys = {
  /** Which model routing works with. */
  head: { pk: 'G#model', sk: 'HEAD' } as Key,
  /** What came of the training of a week ("2026-W48"). */
  week: (week: string): Key => ({ pk: 'G#model', sk: `WEEK#${week}` }),
  /** A part of its file. */
  part: (version: string, part: number): Key => ({ pk: `G#model#${version}`, sk: String(part).padStart(4, '0') }),
}

/** Those of the search by words: apart in the same way. */
export const searchKeys = {
  /** Says of a message which words (by keyed hash) lead to its case. */
  words: (caseId: string, messageId: string): Key => ({ pk: `C#${caseId}`, sk: `K#${messageId}` }),
  /** A case that has a word (by keyed hash). Numbers of cases begin with their day, so that a word's cases lie in the order in which they came. */
  word: (hash: string, caseId: string): Key => ({ pk: `Z#${hash}`, sk: caseId }),
}

/** Those of photos: apart in the same way. */
export const photoKeys = {
  /** A file that was sent and is no photo of the case. */
  refusedPhoto: (caseId: string, photo: string): Key => ({ pk: `C#${caseId}`, sk: `PH#${photo}` }),
  /** Says up to which of its events the photos that were taken off a case are gone from the bucket. */
  photosGone: (caseId: string): Key => ({ pk: `C#${caseId}`, sk: 'PH' }),
}

/** Those of webhooks: apart in the same way. */
export const webhookKeys = {
  /** Which endpoints of webhooks there are, and what they are told of. */
  endpoints: { pk: 'H#list', sk: 'S' } as Key,
  /** Where an endpoint is, its secrets and how it fares. */
  endpoint: (id: string): Key => ({ pk: `X#${id}`, sk: 'S' }),
  /** The lane that endpoints share which failed lately. */
  probes: { pk: 'X#probes', sk: 'S' } as Key,
  /** An event (`caseId.seq`, of an instant) that is to be posted to an endpoint. */
  delivery: (endpoint: string, at: string, event: string): Key => ({ pk: `H#${endpoint}`, sk: `D#${at}#${event}` }),
  /** The mail that says since when an endpoint is stopped. */
  stopMail: (endpoint: string, since: string): Key => ({ pk: `H#${endpoint}`, sk: `M#${since}` }),
}

/** Those of the event feed. */
export const feedKeys = {
  /** An entry of the event feed; ten thousand lie together. */
  feedEntry: (position: number): Key => ({
    pk: `E#${Math.floor(position / 10_000)}`,
    sk: String(position).padStart(12, '0'),
  }),
  /** Where the feed ends. */
  feedHead: { pk: 'E#head', sk: 'S' } as Key,
  /** The first entry of a day (UTC). */
  feedDay: (date: string): Key => ({ pk: 'E#days', sk: date }),
}

/** Those of figures: counters of days, and their sums by month. */
export const figureKeys = {
  /** The counters of a day's clocks; a part that is not known is a hyphen, which is no region's identifier. */
  counter: (date: string, parts: readonly (string | undefined)[]): Key => ({
    pk: `D#${date}`,
    sk: parts.map((part) => part ?? '-').join('#'),
  }),
  /** The counters of a day's cases, or of those open now. */
  caseCounter: (date: string, parts: readonly (string | undefined)[]): Key => ({
    pk: `F#${date}`,
    sk: parts.map((part) => part ?? '-').join('#'),
  }),
  /** What is known of the sums of a month ("2026-03"). */
  month: (month: string): Key => ({ pk: 'R#months', sk: month }),
  /** How choices of who answers fared that were made in a month, by the version of a model, or by key words. */
  labels: (month: string, model: string | undefined): Key => ({ pk: 'R#labels', sk: `${month}#${model ?? '-'}` }),
  /** The sums of a month as of so many late counts. */
  monthSum: (month: string, changes: number, parts: readonly (string | undefined)[]): Key => ({
    pk: `R#${month}#${changes}`,
    sk: parts.map((part) => part ?? '-').join('#'),
  }),
}

/** Those of integrators: their keys, what they sent under a name of their own, and what the canary posts. */
export const integratorKeys = {
  idempotency: (integrator: string, key: string): Key => ({ pk: `I#${integrator}#${key}`, sk: 'S' }),
  /** The list of an integrator's keys; no hash is as short as its partition's name. */
  keysOf: (integrator: string): Key => ({ pk: 'K#list', sk: integrator }),
  integratorKey: (hash: string): Key => ({ pk: `K#${hash}`, sk: 'S' }),
  /** A key whose messages make test cases only: in a partition of its own, so that whoever may issue these can issue no other. */
  testKey: (hash: string): Key => ({ pk: `T#${hash}`, sk: 'S' }),
  /** What the canary posted last; no hash is so short. */
  lastTrial: { pk: 'T#canary', sk: 'S' } as Key,
}

/** Those of social networks: apart in the same way. */
export const networkKeys = {
  /** What was heard in a channel, by the network's own name for it. */
  heard: (channel: string, key: string): Key => ({ pk: `N#${channel}#${key}`, sk: 'S' }),
  /** The case that follows another in a dialog (by keyed hash); the first follows none. */
  talk: (dialog: string, after: string): Key => ({ pk: `N#talk#${dialog}`, sk: `AFTER#${after}` }),
  /** The place that its person came from last. */
  cameFrom: (dialog: string): Key => ({ pk: `N#talk#${dialog}`, sk: 'CAME' }),
}

/** Those of official pages, whose names are of small letters: apart in the same way. */
export const pageKeys = {
  /** What is known of a page itself. */
  head: (page: string): Key => ({ pk: 'V#HEADS', sk: page }),
  /** The counters of a page on a local date. */
  day: (date: string, page: string): Key => ({ pk: `V#D#${date}`, sk: page }),
  /** A post, and a comment, by the network's own name for it: so that each is counted once. */
  post: (page: string, post: string): Key => ({ pk: `V#${page}`, sk: `P#${post}` }),
  comment: (page: string, comment: string): Key => ({ pk: `V#${page}`, sk: `C#${comment}` }),
  /** Who wrote on a page, by keyed hash. */
  author: (page: string, hash: string): Key => ({ pk: `V#${page}`, sk: `A#${hash}` }),
}

/** The list of comments that wait, in the index of worklists: the oldest first. */
export const WAITING_COMMENTS = 'pages'

/** Those of comments: apart in the same way. */
export const commentKeys = {
  /** What was said under something of a channel, by its name there. */
  comment: (channel: string, on: string, name: string): Key => ({ pk: `M#${channel}#${on}`, sk: `C#${name}` }),
  /** What it is said under. */
  post: (channel: string, on: string): Key => ({ pk: `M#${channel}#${on}`, sk: 'POST' }),
  /** How many came to a channel on a day (UTC), and what became of them; no channel is called so. */
  day: (date: string, channel: string): Key => ({ pk: 'M#', sk: `${date}#${channel}` }),
}

/** Those of an address (by keyed hash) that mails come from: apart in the same way. */
export const mailKeys = {
  /** Which mails of an address were read on a day; those that nobody vouches for apart, as anybody can send them. */
  mailed: (hash: string, date: string, isAuthentic: boolean): Key => ({
    pk: `A#${hash}`,
    sk: `${isAuthentic ? 'MAILED' : 'CLAIMED'}#${date}`,
  }),
  /** Which mails of an address were answered on a day with one that says what to do. */
  told: (hash: string, date: string): Key => ({ pk: `A#${hash}`, sk: `TOLD#${date}` }),
}

/** Those of an address that somebody named (by keyed hash). */
export const addressKeys = {
  /** The secret of those hashes. */
  personsSecret: { pk: 'S#persons', sk: 'S' } as Key,
  /** Which cases wrote to an address of its own accord on a day; the address is hashed with the region's secret. */
  addressed: (hash: string, date: string): Key => ({ pk: `A#${hash}`, sk: date }),
  /** The links of an address's cases were asked for not long ago. */
  askedLinks: (hash: string): Key => ({ pk: `A#${hash}`, sk: 'LINKS' }),
  /** Whoever gave way to another by a version of the directory was told so; no hash is so short. */
  leftMail: (version: number): Key => ({ pk: 'A#directory', sk: `LEFT#${version}` }),
  /** An address wants no mails that it has not confirmed. */
  unwanted: (hash: string): Key => ({ pk: `A#${hash}`, sk: 'STOP' }),
}
