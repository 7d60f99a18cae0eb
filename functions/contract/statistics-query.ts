// What may be asked of the statistics: days, what to group by, what to look at alone; of deadlines, or of cases. Parsed by the API.
import * as z from 'zod/mini'
import { channels } from '../case/case.ts'
import { caseDimensions } from '../statistics/case-figures.ts'
import { dimensions } from '../statistics/figures.ts'
import { measuredClocks } from '../statistics/measure.ts'
import { catalogueId } from './query-values.ts'

export const LONGEST_DAYS = 366

const name = z.optional(catalogueId)
const days = { from: z.iso.date(), to: z.iso.date() }

/** How deadlines were kept: what is meant when nothing is said. */
export const deadlinesQuery = z.strictObject({
  ...days,
  // Cases are parsed by their own; named here for whoever misspells them.
  of: z._default(z.enum(['deadlines', 'cases']), 'deadlines'),
  by: z._default(z.enum(dimensions), 'organisation'),
  clock: z.optional(z.enum(measuredClocks)),
  organisation: name,
  topic: name,
  municipality: name,
})

/** What became of cases. */
export const casesQuery = z.strictObject({
  ...days,
  of: z.literal('cases'),
  by: z._default(z.enum(caseDimensions), 'topic'),
  channel: z.optional(z.enum(channels)),
  topic: name,
  municipality: name,
})
