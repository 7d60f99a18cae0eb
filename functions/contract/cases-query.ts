// What may be asked of the list of cases. Parsed by the API.
import * as z from 'zod/mini'
import { channels } from '../case/case.ts'
import { statuses } from '../case/statuses.ts'
import { externalId } from './message.ts'

const name = z.optional(z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/)))
const instant = z.optional(z.iso.datetime({ offset: true }))

export const casesListQuery = z.strictObject({
  status: z.optional(z.enum(statuses)),
  topic: name,
  municipality: name,
  organisation: name,
  channel: z.optional(z.enum(channels)),
  externalId: z.optional(externalId),
  changedSince: instant,
  receivedSince: instant,
  receivedBefore: instant,
  dueBefore: instant,
  limit: z._default(z.string().check(z.regex(/^([1-9]\d?|100)$/)), '50'),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
})

export type CaseFilters = Omit<z.output<typeof casesListQuery>, 'limit' | 'cursor'>
