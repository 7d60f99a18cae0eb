// What became of each message of a batch. The API's reply has this type; read by the API's document.
import * as z from 'zod/mini'
import { accepted } from './accepted.ts'
import { problem } from './problem.ts'
import { about, named, orNull, type Said } from './shared.ts'

const result = named(
  'BatchResult',
  z.object({
    idempotencyKey: orNull(z.string(), 'As you sent it; null where there was none.'),
    status: about(z.int(), 'What the message alone would have been answered: 201 where it was taken.'),
    replayed: about(z.boolean(), 'It was taken before, nothing more was done.'),
    accepted: orNull(accepted, 'The case, where it was taken.'),
    problem: orNull(problem, 'Why not, where it was refused.'),
    retryAfter: orNull(z.int(), 'Send it again with the same key after so many seconds, where that may help.'),
  }),
  'What became of one message.',
)

export const batchReply = named(
  'BatchReply',
  z.object({ results: about(z.array(result), 'One for each message, in their order.') }),
  'What became of a batch. It is 200 also where every message was refused.',
)

/** What was wrong with a field, edges say in codes of their own. */
export type BatchResult = Omit<Said<typeof result>, 'problem'> & { readonly problem: object | null }
export interface BatchReply {
  readonly results: readonly BatchResult[]
}
