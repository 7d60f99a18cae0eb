// What the fields of requests are, for readers: beside the schemas that the functions run, so that no function carries it. A field
// without a word on it does not compile. Part of the API's document.
import * as z from 'zod/mini'
import {
  messagesBody,
  missingBody,
  photoBody,
  photoQuery,
  rateBody,
  reopenBody,
  withdrawBody,
} from '../../functions/contract/acts.ts'
import { batchOf, idempotencyKey } from '../../functions/contract/batch.ts'
import { LEAST_TEXT, message, RAW_LIMIT, TEXT_LIMIT } from '../../functions/contract/message.ts'
import { casesListQuery } from '../../functions/contract/cases-query.ts'
import { eventsQuery } from '../../functions/contract/events-query.ts'
import { casesQuery, deadlinesQuery } from '../../functions/contract/statistics-query.ts'
import { caseDimensions } from '../../functions/statistics/case-figures.ts'
import { dimensions } from '../../functions/statistics/figures.ts'

type Shape = z.ZodMiniObject['shape']

/** The schema with a name and a word on each field, or null where the field is a part with a word of its own; the compiler misses what is not said. */
function explained<Schema extends z.ZodMiniObject<Shape>>(
  id: string,
  schema: Schema,
  fields: { readonly [Field in keyof Schema['shape']]: string | null },
): Schema {
  for (const [name, description] of Object.entries<string | null>(fields))
    if (description !== null) z.globalRegistry.add(schema.shape[name] as z.ZodMiniType, { description })
  z.globalRegistry.add(schema, { id })
  return schema
}

const TEXT = `What happened, in the citizen’s words: ${LEAST_TEXT} to ${TEXT_LIMIT.toLocaleString('en')} characters as a reader counts them, after markup is gone.`

const messageBody = explained('Message', message.def.in, {
  text: TEXT,
  format: '`text`: it is kept as it is; `html`: it is markup. Without it tags are recognised.',
  topic: 'An id of `/v1/topics`, where you know it. What the region does not have is refused, never guessed.',
  municipality: 'An id of `/v1/municipalities`, where you know it.',
  address: 'Where it is, in words.',
  location: 'Where it is, in degrees (WGS 84).',
  author: 'Who wrote it; each may be left out. Without `email` no mail goes out.',
  channel: 'Where it came to you from.',
  regime: '`statutory` for an appeal by 59-FZ.',
  language: 'Of mails to the citizen; without it the region’s first.',
  externalId: 'What your system calls it: the same again is the same message, for ever. Nothing personal.',
})
z.globalRegistry.add(messageBody.shape.text, { description: TEXT, minLength: LEAST_TEXT, maxLength: RAW_LIMIT })
z.globalRegistry.add(messageBody.shape.author.def.innerType.shape.email, {
  description: 'Where the answer goes: 254 characters, Latin letters before the “@”; the domain may be in Cyrillic.',
})

const round = '`round` of the case as you read it: an answer that came meanwhile is not meant by mistake.'

const batchItem = explained('BatchItem', z.strictObject({ idempotencyKey, message: messageBody }), {
  idempotencyKey: 'Of your choice, another for each message; the same as in `Idempotency-Key` of a message alone.',
  message: null,
})

export const bodies = {
  message: messageBody,
  batch: explained('Batch', batchOf(batchItem), { messages: 'Each is taken or refused by itself.' }),
  messages: explained('Words', messagesBody, {
    text: 'What the citizen says.',
    questionAt: '`question.askedAt`: makes it the reply to that question. Without it the words are added.',
    municipality:
      'An id of `/v1/municipalities`: where it really is, where the case was placed wrongly. Not with `questionAt`.',
  }),
  withdraw: explained('Withdrawal', withdrawBody, {}),
  rate: explained('Rating', rateBody, {
    solved: 'Whether the problem is gone.',
    score: 'Stars.',
    comment: 'In words.',
    round,
  }),
  photo: explained('PhotoWish', photoBody, {}),
  reopen: explained('Reopening', reopenBody, { reason: 'What is still wrong.', round }),
  missing: explained('Said', missingBody, {
    askedAt: '`missing.askedAt` of the case.',
    topic: 'One of those that `missing.topic` offers.',
    municipality: 'One of those that `missing.municipality` offers.',
    address: 'Where it is in the citizen’s words, beside a municipality or instead of one.',
  }),
}

/** Deadlines and cases are asked for at one address. */
const statisticsQuery = explained(
  'StatisticsQuery',
  z.object({
    ...deadlinesQuery.shape,
    by: z.optional(z.enum([...new Set([...dimensions, ...caseDimensions])])),
    channel: casesQuery.shape.channel,
  }),
  {
    from: 'The first day (of the region).',
    to: 'The last day, up to 366 days after the first.',
    of: '`deadlines`: how they were kept; `cases`: what became of messages.',
    by: 'What the groups are. Of deadlines `organisation` (what is meant without it), `topic`, `municipality`, `clock`; of cases `topic` (without it), `municipality`, `channel`.',
    clock: 'Only of this deadline; of deadlines alone.',
    organisation: 'Only of this organisation; of deadlines alone.',
    topic: 'Only of this topic.',
    municipality: 'Only of this municipality.',
    channel: 'Only of this channel; of cases alone.',
  },
)

const exactly = 'Only cases that have exactly this'
const instant = (what: string) => `${what} (ISO 8601, with a zone).`

export const queries = {
  statistics: statisticsQuery,
  cases: explained('CasesQuery', casesListQuery, {
    status: `${exactly}; one that is ended needs \`changedSince\` or \`receivedSince\`.`,
    topic: `${exactly}.`,
    municipality: `${exactly}.`,
    organisation: `${exactly}.`,
    channel: `${exactly}.`,
    externalId: 'The one case that you sent under it, however it stands.',
    changedSince: instant('Of open and of ended cases those that changed then or later'),
    receivedSince: instant('Those received then or later, ended ones as well'),
    receivedBefore: instant('Those received earlier'),
    dueBefore: instant('Those whose final answer is awaited and due earlier'),
    limit: 'Up to so many a page.',
    cursor: 'Goes on after a page: take it from `next` as it is.',
  }),
  photo: explained('PhotoQuery', photoQuery, { size: '`small`: 320 pixels at most; without it 1,600.' }),
  events: explained('EventsQuery', eventsQuery, {
    after:
      '`next` of the last reply, or `latest`. Without it the feed begins with the oldest event that is kept: 90 days.',
    since: 'Instead of `after`: a day (UTC); everything that happened on it or later follows.',
    limit: 'Up to so many events.',
  }),
}
