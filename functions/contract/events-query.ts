// What may be asked of the event feed. Parsed by the API.
import * as z from 'zod/mini'
import { pageSize } from './query-values.ts'

export const eventsQuery = z.strictObject({
  after: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** A day (UTC): everything that happened on it or later is in what follows. */
  since: z.optional(z.iso.date()),
  limit: z._default(pageSize, '100'),
})
