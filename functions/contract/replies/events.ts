// A page of the event feed. The API's reply has this type; read by the API's document.
import * as z from 'zod/mini'
import { fedTypes } from '../../case/feed.ts'
import { about, caseId, instant, named, orNull, type Said, status } from './shared.ts'

export const event = named(
  'Event',
  z.object({
    id: about(z.string(), 'Of this event, the same whenever it is read.'),
    type: about(z.enum(fedTypes), 'What happened; more may come.'),
    at: instant('When'),
    caseId: caseId('The case'),
    seq: about(z.int().check(z.minimum(1)), 'Its number in the case; those that the feed leaves out are missing.'),
    status,
    externalId: orNull(z.string(), 'What your system calls the case.'),
    test: z.optional(about(z.literal(true), 'Of a test case.')),
  }),
  'Something that happened to a case; `status` is where it left it.',
)

export const eventsReply = named(
  'Events',
  z.object({
    events: about(z.array(event), 'In the order in which they are numbered.'),
    next: about(z.string(), 'Name it as `after` in the next request.'),
    more: about(z.boolean(), 'Ask again at once, also after an empty page.'),
  }),
  'A page of the feed.',
)

export type EventsReply = Said<typeof eventsReply>
