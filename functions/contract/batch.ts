// Messages as integrators post many at once: each with an idempotency key of its own. What one of them says is looked at by itself, so that
// a misprint in one stops no other. Parsed by the API.
import * as z from 'zod/mini'
import { message } from './message.ts'

const MOST_MESSAGES = 100
/** Of all of them, as they are sent. */
export const BATCH_LIMIT_BYTES = 1024 * 1024

const several = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(MOST_MESSAGES))

export const batchOf = <Item extends z.ZodMiniType>(item: Item) => z.strictObject({ messages: several(item) })

/** What an Idempotency-Key may be. */
export const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/, 'idempotency_key'))

export const batchItem = z.strictObject({ idempotencyKey, message })
