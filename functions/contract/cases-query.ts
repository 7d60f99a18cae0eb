// What may be asked of the list of cases. Parsed by the API.
import * as z from 'zod/mini'
import { channels } from '../case/case.ts'
import { statuses } from '../case/statuses.ts'
import { externalId } from './message.ts'
import { catalogueId, instant, pageSize } from './query-values.ts'

export const casesListQuery = z.strictObject({
  status: z.optional(z.enum(statuses)),
  topic: z.optional(catalogueId),
  municipality: z.optional(catalogueId),
  organisation: z.optional(catalogueId),
  channel: z.optional(z.enum(channels)),
  externalId: z.optional(externalId),
  changedSince: z.optional(instant),
  receivedSince: z.optional(instant),
  receivedBefore: z.optional(instant),
  dueBefore: z.optional(instant),
  limit: z._default(pageSize, '50'),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
})

export type CaseFilters = Omit<z.output<typeof casesListQuery>, 'limit' | 'cursor'>
