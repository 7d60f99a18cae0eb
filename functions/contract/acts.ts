// What an integrator says of a case, act by act: the bodies of POST /v1/cases/{id}/…. Unknown keys are refused. Parsed by the API.
import * as z from 'zod/mini'
import { textOf } from './text.ts'

/** As long as an answer may be. */
const LIMIT = 8_000

const round = z.optional(z.int().check(z.minimum(0), z.maximum(1_000)))

export const messagesBody = z.strictObject({
  text: textOf(1, LIMIT),
  questionAt: z.optional(z.iso.datetime()),
  /** Where it really is. */
  municipality: z.optional(textOf(1, 80)),
})
export const withdrawBody = z.strictObject({})
export const rateBody = z.strictObject({
  solved: z.boolean(),
  score: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  comment: z.optional(textOf(1, LIMIT)),
  round,
})
export const reopenBody = z.strictObject({ reason: textOf(1, LIMIT), round })
export const missingBody = z.strictObject({
  askedAt: z.iso.datetime(),
  topic: z.optional(textOf(1, 80)),
  municipality: z.optional(textOf(1, 80)),
  /** Where it is in the citizen's words, beside a municipality or instead of one. */
  address: z.optional(textOf(1, 300)),
})
/** There is nothing to say yet. */
export const photoBody = z.strictObject({})
export const photoQuery = z.strictObject({ size: z.optional(z.enum(['large', 'small'])) })
