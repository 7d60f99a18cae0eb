// What each function may ask of the table, and in which partitions: a door that was broken into reaches no more than its
// own work does. A partition is named by what its key begins with (functions/store/table.ts). Called by the stack.
import type { DELIVERY, OPEN, Partition, WAITING } from '../functions/store/table.ts'
import type { FunctionName } from './bundle.ts'

/** Of what the whole region shares, the models alone. */
const MODELS = 'G#model'

/** `BatchWriteItem` lets delete as well: it is for the index of words alone, which can be made anew. */
type TableAction = 'BatchGetItem' | 'BatchWriteItem' | 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem'

export type TableRights = Partial<Record<TableAction, readonly (Partition | typeof MODELS)[]>> & {
  /** The partitions of the index of checks that it may query. */
  readonly index?: readonly (typeof OPEN | typeof WAITING | typeof DELIVERY)[]
  /** The lists of open cases that it may query. */
  readonly worklists?: readonly (
    'comments' | 'organisation#*' | 'triage' | 'moderation' | 'review' | 'extension' | 'returned' | 'pages'
  )[]
  /** The cells of the map whose open cases it may query. */
  readonly cells?: readonly ['cell#*']
  /** The lists of open cases and of those that ended on a day that it may query. */
  readonly listing?: readonly ('open*' | 'ended*')[]
}

const CASE = 'C#'
const LINK = 'L#'
const IDEMPOTENCY = 'I#'
const COUNTERS = 'D#'
const CASE_COUNTERS = 'F#'
const CALENDAR = 'G#'
const KEYS = 'K#'
const TEST_KEYS = 'T#'
const MONTHS = 'R#'
const ADDRESSED = 'A#'
const PERSONS = 'P#'
const SECRET = 'S#'
const CODE = 'O#'
const SESSION = 'W#'
const SIGN_IN = 'Y#'
const STAFF_SESSION = 'U#'
const PUBLIC = 'Q#'
const FEED = 'E#'
const WEBHOOKS = 'H#'
const ENDPOINTS = 'X#'
const AUDIT = 'J#'
const WORDS = 'Z#'
const TABLES = 'B#'
const HEARD = 'N#'
const COMMENTS = 'M#'
const PAGES = 'V#'

/** Reads cases and gives them commands. */
const work: TableRights = { GetItem: [CASE], Query: [CASE, CALENDAR], PutItem: [CASE] }
/** Makes cases of messages. */
const intake: TableRights = {
  GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED],
  Query: [CASE, CALENDAR],
  PutItem: [CASE, IDEMPOTENCY, LINK, PERSONS, SECRET],
}
/** Works for whoever has a link. */
const page: TableRights = { ...work, GetItem: [CASE, LINK] }
/** The same for officials, who may have to type a code that was mailed to them. */
const official: TableRights = {
  ...page,
  GetItem: [CASE, LINK, CODE, SESSION],
  PutItem: [CASE, SESSION],
  UpdateItem: [CODE],
}
/** The same, and may erase a case, its author's entry in the index of persons and its published answer included. */
const erasing: TableRights = { ...page, PutItem: [CASE, PERSONS, PUBLIC] }

/** Dispatch reads the table's stream and nothing of the table itself. */
export const tableRights: Readonly<Record<Exclude<FunctionName, 'dispatch'>, TableRights>> = {
  api: {
    ...intake,
    GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED, KEYS, TEST_KEYS, FEED],
    Query: [CASE, CALENDAR, COUNTERS, CASE_COUNTERS, MONTHS, FEED],
    BatchGetItem: [CASE],
    listing: ['open*', 'ended*'],
    UpdateItem: [KEYS, TEST_KEYS],
  },
  open311: {
    ...intake,
    GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED, KEYS, TEST_KEYS, FEED],
    Query: [CASE, CALENDAR, FEED],
    UpdateItem: [KEYS, TEST_KEYS],
    BatchGetItem: [CASE],
    listing: ['open*', 'ended*'],
  },
  report: { ...intake, cells: ['cell#*'] },
  respond: { ...official, PutItem: [CASE, SESSION, AUDIT], worklists: ['organisation#*'] },
  review: { ...official, PutItem: [CASE, PERSONS, SESSION, PUBLIC, AUDIT] },
  // Its reader may want no more mails: that is noted of their address.
  track: {
    ...erasing,
    Query: [CASE, CALENDAR, PERSONS],
    GetItem: [CASE, LINK, SECRET],
    PutItem: [CASE, PERSONS, PUBLIC, ADDRESSED, SECRET],
  },
  // Counters, what is published, and the secret by which an address is named to notify: whoever breaks in finds no case.
  publish: { GetItem: [PUBLIC, SECRET], Query: [CALENDAR, CASE_COUNTERS, MONTHS, PUBLIC], PutItem: [SECRET] },
  // Whoever breaks in may sign in as anybody, and finds no case and no citizen.
  signin: {
    GetItem: [SIGN_IN, STAFF_SESSION, SECRET],
    Query: [CALENDAR],
    PutItem: [SIGN_IN, STAFF_SESSION, SECRET],
    UpdateItem: [SIGN_IN],
  },
  passkey: {
    GetItem: [SIGN_IN, STAFF_SESSION, SECRET],
    Query: [CALENDAR, STAFF_SESSION],
    PutItem: [SIGN_IN, STAFF_SESSION, SECRET, AUDIT],
    UpdateItem: [SIGN_IN],
  },
  console: {
    GetItem: [STAFF_SESSION, IDEMPOTENCY, SECRET],
    Query: [CASE, CALENDAR, STAFF_SESSION, PERSONS, WORDS],
    BatchGetItem: [CASE],
    PutItem: [CASE, STAFF_SESSION, SECRET, AUDIT],
    UpdateItem: [STAFF_SESSION],
    worklists: ['organisation#*', 'triage', 'moderation', 'review', 'extension', 'returned', 'comments'],
    listing: ['ended*'],
  },
  // Counters and the keys of lists: whoever breaks in finds figures.
  figures: {
    GetItem: [STAFF_SESSION],
    Query: [CALENDAR, COUNTERS, CASE_COUNTERS, MONTHS, PAGES],
    BatchGetItem: [PAGES],
    PutItem: [STAFF_SESSION, AUDIT],
    worklists: ['organisation#*', 'triage', 'moderation', 'review', 'pages'],
  },
  // The audit, the keys of integrators, and which model holds: it reads no case.
  admin: {
    GetItem: [STAFF_SESSION, KEYS, TEST_KEYS],
    Query: [CALENDAR, AUDIT, KEYS],
    PutItem: [STAFF_SESSION, AUDIT, KEYS, TEST_KEYS, MODELS],
    UpdateItem: [KEYS, TEST_KEYS, MODELS],
  },
  desk: {
    ...work,
    GetItem: [CASE, STAFF_SESSION],
    PutItem: [CASE, PERSONS, PUBLIC, STAFF_SESSION, AUDIT],
  },
  acts: {
    ...work,
    GetItem: [CASE, STAFF_SESSION],
    Query: [CASE, CALENDAR, WORDS],
    PutItem: [CASE, STAFF_SESSION, AUDIT],
    cells: ['cell#*'],
    worklists: ['organisation#*', 'triage', 'review'],
  },
  // Comments, too: it screens them, and keeps none.
  call: {
    ...intake,
    GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED, STAFF_SESSION, COMMENTS, PAGES],
    Query: [CASE, CALENDAR, PERSONS, COMMENTS],
    BatchGetItem: [COMMENTS],
    PutItem: [CASE, IDEMPOTENCY, LINK, PERSONS, SECRET, STAFF_SESSION, AUDIT, PAGES],
    UpdateItem: [COMMENTS, PAGES],
    worklists: ['comments'],
  },
  // Gives cases to a successor, and reads no more of them than that needs.
  directory: {
    GetItem: [CASE, STAFF_SESSION],
    Query: [CASE, CALENDAR],
    PutItem: [CASE, STAFF_SESSION, CALENDAR, AUDIT],
    UpdateItem: [CALENDAR],
    worklists: ['organisation#*'],
  },
  bulk: { ...work, GetItem: [CASE, STAFF_SESSION], PutItem: [CASE, STAFF_SESSION, AUDIT] },
  // Makes cases of tables, and gives their answers back.
  imports: {
    GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED, STAFF_SESSION, TABLES],
    Query: [CASE, CALENDAR, TABLES],
    BatchGetItem: [CASE, TABLES],
    PutItem: [CASE, IDEMPOTENCY, LINK, PERSONS, SECRET, STAFF_SESSION, AUDIT, TABLES],
  },
  route: work,
  notify: {
    Query: [CASE, CALENDAR, PERSONS],
    GetItem: [CASE, SECRET, ADDRESSED, SIGN_IN, PAGES],
    PutItem: [CASE, LINK, SECRET, CODE, SIGN_IN, PAGES],
    UpdateItem: [CASE, ADDRESSED, CODE, WEBHOOKS, SIGN_IN, PAGES],
  },
  record: {
    Query: [CASE, CALENDAR],
    GetItem: [CASE, FEED, WEBHOOKS, SECRET],
    BatchGetItem: [CASE],
    PutItem: [CASE, FEED, WEBHOOKS, SECRET],
    UpdateItem: [COUNTERS, CASE_COUNTERS, MONTHS],
    BatchWriteItem: [WORDS],
  },
  tick: work,
  bounce: work,
  sweep: { ...work, BatchGetItem: [CASE], UpdateItem: [CASE], index: ['OPEN'] },
  digest: { UpdateItem: [CASE, WEBHOOKS], index: ['WAITING', 'DELIVERY'] },
  deliver: { GetItem: [ENDPOINTS], UpdateItem: [ENDPOINTS, WEBHOOKS], PutItem: [WEBHOOKS] },
  photos: official,
  redraw: work,
  // Whoever breaks in may write to a case as anybody; it counts and claims by address.
  inbox: { ...intake, UpdateItem: [ADDRESSED] },
  // It keeps what comes and reads nothing: whoever breaks in finds no case.
  listen: { Query: [CALENDAR], PutItem: [HEARD] },
  // Whoever breaks in may write to a case as anybody; it counts by dialog.
  hear: {
    ...intake,
    GetItem: [CASE, IDEMPOTENCY, SECRET, ADDRESSED, HEARD, COMMENTS, PAGES],
    Query: [CASE, CALENDAR, HEARD],
    BatchGetItem: [HEARD, COMMENTS],
    PutItem: [CASE, IDEMPOTENCY, LINK, PERSONS, SECRET, HEARD, COMMENTS, PAGES],
    UpdateItem: [ADDRESSED, HEARD, COMMENTS, PAGES],
  },
  // Its keys are for test cases alone.
  canary: { GetItem: [TEST_KEYS], PutItem: [TEST_KEYS] },
  // Reads what cases teach, and writes models and nothing else; the secret tells authors apart.
  learn: {
    GetItem: [SECRET],
    Query: [CASE, CALENDAR],
    PutItem: [SECRET, MODELS],
    UpdateItem: [MODELS],
    listing: ['ended*'],
  },
  rollup: { Query: [COUNTERS, CASE_COUNTERS, MONTHS], PutItem: [MONTHS], UpdateItem: [MONTHS] },
}
