// What may be asked of the API: every address with its scopes, headers, replies and refusals. The API's document is made of it.
import type * as z from 'zod/mini'
import { accepted, acted, upload } from '../../functions/contract/replies/accepted.ts'
import { caseReply } from '../../functions/contract/replies/case.ts'
import { caseListReply } from '../../functions/contract/replies/case-list.ts'
import { batchReply } from '../../functions/contract/replies/batch.ts'
import { catalogueReplies } from '../../functions/contract/replies/catalogues.ts'
import { eventsReply } from '../../functions/contract/replies/events.ts'
import { statisticsReply } from '../../functions/contract/replies/statistics.ts'
import type { ProblemCode } from './problems.ts'
import { bodies, queries } from './requests.ts'

type Scope = 'messages:write' | 'cases:read' | 'cases:read:all' | 'statistics:read'

export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  readonly path: string
  readonly id: string
  readonly tag: 'Messages' | 'Cases' | 'Acts' | 'Catalogues' | 'Statistics' | 'Document'
  readonly summary: string
  readonly description?: string
  /** One of these; none where no key is asked for. */
  readonly scopes: readonly Scope[]
  readonly body?: { readonly schema: z.ZodMiniType; readonly example: object }
  /** Whether it needs an Idempotency-Key, and says when a reply is a repetition. */
  readonly once?: true
  /** Whether the reply has an ETag. */
  readonly tagged?: true
  /** Whether the address of a next page is in a header. */
  readonly linked?: true
  readonly query?: z.ZodMiniObject
  /** 303: it leads elsewhere. */
  readonly status: 200 | 201 | 204 | 303
  readonly says: string
  /** None of what no schema says: the document, its page. */
  readonly reply?: z.ZodMiniType
  readonly media?: string
  /** As what else it comes, for whoever asks by `Accept`. */
  readonly alsoAs?: readonly string[]
  readonly example?: object
  /** Beside those that any address may answer. */
  readonly problems: readonly ProblemCode[]
}

const anyScope = ['messages:write', 'cases:read', 'cases:read:all', 'statistics:read'] as const
const ofBody = [
  'malformed-json',
  'not-utf8',
  'not-json',
  'charset',
  'compressed',
  'unsupported',
  'too-large',
  'invalid',
] as const
const onceOnly = ['idempotency-key', 'idempotency-mismatch'] as const
const EXAMPLE_ID = '95-261123-7K4QF'

function act(
  name: 'messages' | 'withdraw' | 'rate' | 'reopen',
  summary: string,
  description: string,
  example: object,
  refusals: readonly ProblemCode[],
): Operation {
  return {
    ...{ method: 'post', path: `/v1/cases/{id}/${name}`, id: `${name}OfCase`, tag: 'Acts', summary, description },
    ...{ scopes: ['messages:write'], body: { schema: bodies[name], example }, once: true },
    ...{ status: 200, says: 'It is done.', reply: acted, example: { id: EXAMPLE_ID, status: statusAfter[name] } },
    problems: ['case-unknown', ...ofBody, ...onceOnly, ...refusals],
  }
}
const statusAfter = { messages: 'in_progress', withdraw: 'closed', rate: 'closed', reopen: 'assigned' } as const

function catalogue(name: keyof typeof catalogueReplies, summary: string): Operation {
  return {
    ...{ method: 'get', path: `/v1/${name}`, id: `list${name[0]!.toUpperCase()}${name.slice(1)}`, tag: 'Catalogues' },
    ...{ summary, scopes: anyScope, tagged: true, status: 200, says: 'All of them.', reply: catalogueReplies[name] },
    problems: [],
  }
}

export const operations: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/v1/messages', id: 'postMessage', tag: 'Messages' },
    summary: 'Makes a case of a message',
    description:
      'The reply comes before anybody is responsible: routing happens within seconds. The same `externalId`, or the same Idempotency-Key with the same body, is the first message again.',
    scopes: ['messages:write'],
    body: {
      schema: bodies.message,
      example: { text: 'В Грозном на улице Садовой яма на дороге.', author: { email: 'citizen@example.org' } },
    },
    ...{ once: true, status: 201, says: 'It is taken, now or before.', reply: accepted },
    example: {
      ...{ id: EXAMPLE_ID, status: 'routing', receivedAt: '2026-11-23T08:00:00.000Z' },
      trackUrl: 'https://otklik.example/t/k7f3c0q2m9x4w8d1r6b5n0z3a7e2h9vy',
    },
    problems: [...ofBody, ...onceOnly],
  },
  {
    ...{ method: 'post', path: '/v1/messages/batch', id: 'postMessages', tag: 'Messages' },
    summary: 'Makes cases of up to a hundred messages',
    description:
      'Each message is taken or refused as if it had come alone, and counts as a request. Send those again whose result has `retryAfter`, or all of them: what was taken is not taken twice.',
    scopes: ['messages:write'],
    body: {
      schema: bodies.batch,
      example: {
        messages: [
          { idempotencyKey: 'row-1', message: { text: 'В Грозном на улице Садовой яма на дороге.' } },
          { idempotencyKey: 'row-2', message: { text: 'Не горит фонарь у школы.', topic: 'no.such' } },
        ],
      },
    },
    ...{ status: 200, says: 'What became of each.', reply: batchReply, problems: ofBody },
  },
  {
    ...{ method: 'get', path: '/v1/cases/{id}', id: 'getCase', tag: 'Cases', summary: 'How a case stands' },
    description: 'Your own by `cases:read`, any by `cases:read:all`. Nothing personal is in it.',
    scopes: ['cases:read', 'cases:read:all'],
    ...{ tagged: true, status: 200, says: 'How it stands.', reply: caseReply, problems: ['case-unknown'] },
  },
  {
    ...{ method: 'get', path: '/v1/cases', id: 'listCases', tag: 'Cases', summary: 'Lists cases' },
    description:
      'Open ones, and since an instant ended ones as well, the oldest first. As JSON, a line of JSON for each case, or a table for Excel; the address of the next page is in `Link` as well.',
    scopes: ['cases:read', 'cases:read:all'],
    ...{ query: queries.cases, tagged: true, linked: true, alsoAs: ['application/x-ndjson', 'text/csv'] },
    ...{ status: 200, says: 'A page.', reply: caseListReply, problems: ['invalid', 'cursor-wrong'] },
  },
  {
    ...{ method: 'get', path: '/v1/events', id: 'listEvents', tag: 'Cases', summary: 'What happened to cases' },
    description: 'Numbered: whoever asks again with `next` misses nothing and gets nothing twice.',
    scopes: ['cases:read', 'cases:read:all'],
    ...{ query: queries.events, status: 200, says: 'A page.', reply: eventsReply },
    problems: ['invalid', 'cursor-wrong', 'cursor-gone'],
  },
  {
    ...{ method: 'post', path: '/v1/cases/{id}/missing', id: 'missingOfCase', tag: 'Acts' },
    summary: 'Says what is missing to route it',
    description:
      'Everything that `missing` of the case asks has to be said, once. It needs no Idempotency-Key: the same answer again changes nothing.',
    scopes: ['messages:write'],
    body: {
      schema: bodies.missing,
      example: { askedAt: '2026-11-23T09:00:02.113Z', topic: 'roads.pothole', municipality: 'groznyy' },
    },
    ...{ status: 200, says: 'It is done.', reply: acted, example: { id: EXAMPLE_ID, status: 'routing' } },
    problems: ['case-unknown', ...ofBody, 'not-asked'],
  },
  act(
    'messages',
    'Replies to a question, or adds words',
    'With `questionAt` it is the reply to that question; without it the words are added, up to five times a round. With `municipality` they say where it really is: whoever works on the case decides whether it is theirs, and the case goes without the point that it had.',
    { text: 'У пятого дома.', questionAt: '2026-11-23T09:00:02.113Z' },
    ['not-now', 'superseded', 'too-many-notes', 'erased'],
  ),
  act('withdraw', 'The citizen wants no answer any more', 'The case is closed.', {}, ['not-now', 'erased']),
  act('rate', 'Rates the answer', 'Once for each answer.', { solved: true, score: 5 }, [
    'not-now',
    'superseded',
    'too-late',
    'already-rated',
    'erased',
  ]),
  act('reopen', 'Sends the case back to work', 'While the citizen may.', { reason: 'Всё ещё темно.' }, [
    'not-now',
    'not-yours',
    'superseded',
    'too-late',
    'no-more-reopenings',
    'erased',
  ]),
  {
    ...{ method: 'post', path: '/v1/cases/{id}/photos', id: 'photoOfCase', tag: 'Acts' },
    summary: 'Gives leave to send a photo',
    description:
      'One file for each leave: post it to `url` as multipart/form-data, `fields` first, then the file. It is looked at within seconds; the case lists it then under `photos`, ready or refused. The leave itself changes nothing.',
    scopes: ['messages:write'],
    body: { schema: bodies.photo, example: {} },
    ...{ status: 200, says: 'Send it.', reply: upload },
    problems: ['case-unknown', ...ofBody, 'no-photos', 'not-now', 'too-many-photos', 'erased'],
  },
  {
    ...{ method: 'get', path: '/v1/cases/{id}/photos/{photo}', id: 'getPhoto', tag: 'Cases' },
    summary: 'Leads to a photo',
    description: 'The address that it leads to can be read for five minutes, without a key.',
    scopes: ['cases:read', 'cases:read:all'],
    ...{ query: queries.photo, status: 303, says: 'The picture is there, as JPEG.', media: 'text/plain' },
    problems: ['case-unknown', 'photo-unknown', 'invalid'],
  },
  {
    ...{ method: 'delete', path: '/v1/cases/{id}/photos/{photo}', id: 'removePhoto', tag: 'Acts' },
    summary: 'Takes a photo off the case',
    description:
      'One that the citizen added, by whatever way. The pictures are deleted within seconds, and nobody is shown them any more. It needs no Idempotency-Key: a photo that is off is off.',
    scopes: ['messages:write'],
    ...{ status: 204, says: 'It is off.' },
    problems: ['case-unknown', 'photo-unknown', 'not-yours', 'not-now', 'erased'],
  },
  catalogue('topics', 'What a message may be about, with the terms'),
  catalogue('municipalities', 'Where it may be'),
  catalogue('organisations', 'Who may answer'),
  {
    ...{ method: 'get', path: '/v1/statistics', id: 'getStatistics', tag: 'Statistics' },
    summary: 'Figures without cases and persons',
    scopes: ['statistics:read', 'cases:read:all'],
    ...{ query: queries.statistics, status: 200, says: 'The figures.', reply: statisticsReply },
    problems: ['invalid'],
  },
  {
    ...{ method: 'get', path: '/v1/openapi.json', id: 'getDocument', tag: 'Document', scopes: [] },
    summary: 'This document, with the region’s own address',
    ...{ tagged: true, status: 200, says: 'The document.', media: 'application/json', problems: [] },
  },
  {
    ...{ method: 'get', path: '/v1', id: 'getReference', tag: 'Document', scopes: [] },
    summary: 'The same for people, with the guides',
    ...{ tagged: true, status: 200, says: 'A page.', media: 'text/html', problems: [] },
  },
]
