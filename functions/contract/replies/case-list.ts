// A page of the list of cases. The API's reply has this type; read by the API's document.
import * as z from 'zod/mini'
import { channels } from '../../case/case.ts'
import { about, caseId, count, instant, named, orNull, type Said, status } from './shared.ts'

const summary = named(
  'CaseSummary',
  z.object({
    id: caseId('The number of the case'),
    externalId: orNull(z.string(), 'What your system calls it.'),
    test: about(z.boolean(), 'Posted with a test key.'),
    status,
    regime: about(z.enum(['message', 'statutory']), '`statutory`: an appeal by 59-FZ.'),
    channel: about(z.enum(channels), 'Where it came from.'),
    receivedAt: instant('When the message came'),
    updatedAt: instant('When something happened last'),
    closedAt: orNull(z.iso.datetime(), 'When it was closed'),
    topic: orNull(z.string(), 'An id of `/v1/topics`.'),
    municipality: orNull(z.string(), 'An id of `/v1/municipalities`.'),
    organisation: orNull(z.string(), 'An id of `/v1/organisations`: who has it.'),
    due: orNull(z.iso.datetime(), 'When the final answer is due, while it is awaited'),
    overdue: about(z.boolean(), 'A deadline was missed.'),
    outcome: orNull(z.enum(['answered', 'no reply', 'solved', 'withdrawn']), 'How it ended, of a closed one.'),
    score: orNull(z.int().check(z.minimum(1), z.maximum(5)), 'Stars, where it was rated with them.'),
    solved: orNull(z.boolean(), 'Whether the citizen says that the problem is gone.'),
    reopenings: count('How often it was sent back to work'),
  }),
  'A case as the list has it: without texts and persons.',
)

export const caseListReply = named(
  'CaseList',
  z.object({
    cases: about(z.array(summary), 'The oldest first.'),
    next: orNull(z.url(), 'The address of the next page; only null is the end.'),
  }),
  'A page of cases. It may be short, even empty, and have a next one.',
)

export type CaseSummary = Said<typeof summary>
