// What may be asked of the statistics: days, what to group by, what to look at alone. Parsed by the API.
import * as z from 'zod/mini'
import { dimensions } from '../statistics/figures.ts'
import { measuredClocks } from '../statistics/measure.ts'

export const LONGEST_DAYS = 366

const name = z.optional(z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/)))

export const statisticsQuery = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  by: z._default(z.enum(dimensions), 'organisation'),
  clock: z.optional(z.enum(measuredClocks)),
  organisation: name,
  topic: name,
  municipality: name,
})
