// The messages on the queues. They name an event of a case, or a person by a keyed hash, and nothing else: consumers read the case
// itself, so that a message may come twice, late or out of order. Written by dispatch, digest, publish and the sweep, parsed by the
// consumers.
import * as z from 'zod/mini'

/** An event of a case that a consumer has something to do about, or one of the cases merged into it. */
export const eventMessage = z.object({
  v: z.literal(1),
  caseId: z.string(),
  seq: z.int().check(z.positive()),
  child: z.optional(z.string()),
})
/** Notices to one person that waited for the morning and go as one mail. */
export const digestMessage = z.object({
  v: z.literal(1),
  recipient: z.string(),
  notices: z.array(z.object({ caseId: z.string(), seq: z.int().check(z.positive()) })),
})
/**
 * Somebody asked for the links of the cases of an address, which is named by its keyed hash: whether there are any, nobody knows yet.
 * `ask` is the same when the same form comes again.
 */
export const linksMessage = z.object({
  v: z.literal(1),
  person: z.string().check(z.regex(/^[\w-]{43}$/)),
  ask: z.string().check(z.regex(/^[0-9A-Z]{16}$/)),
  language: z.enum(['ru', 'en']),
})
/**
 * Somebody wants to sign in to the console by an address, which is named by its keyed hash: whether it is of the directory, is found out
 * by whoever takes this. `wish` is the hash of the secret in the form that was sent.
 */
export const signInMessage = z.object({
  v: z.literal(1),
  wish: z.string().check(z.regex(/^[\w-]{43}$/)),
  person: z.string().check(z.regex(/^[\w-]{43}$/)),
  language: z.enum(['ru', 'en']),
})
/** By a version of the directory a responder gave way to another, and their cases went on: they are told. */
export const leftMessage = z.object({ v: z.literal(1), left: z.int().check(z.positive()) })
/** A timer that ran out; `at` is the instant (ISO, UTC) it was set for. */
export const tickMessage = z.object({ v: z.literal(1), caseId: z.string(), at: z.string() })

/** A webhook that is to be posted, or tried again: an event (`caseId.seq`, of an instant) to an endpoint. */
export const deliveryMessage = z.object({ v: z.literal(1), endpoint: z.string(), event: z.string(), at: z.string() })
/** The endpoint of a webhook was stopped at an instant (ISO, UTC): whoever has it is mailed. */
export const stopMessage = z.object({ v: z.literal(1), endpoint: z.string(), since: z.string() })

/** A file was sent to the bucket of photos; its name says by whom and of which case. The rule of the stack lets no others through. */
export const sentFileMessage = z.object({ v: z.literal(1), name: z.string() })

/** A mail came in, under this name in its bucket. The rule of the stack lets no others through. */
export const mailMessage = z.object({ v: z.literal(1), mail: z.string() })

/** Something was heard in a channel of a social network; the table has it under this key. */
const freshMessage = z.object({ v: z.literal(1), channel: z.string(), heard: z.string() })
/** A comment became a case: its pictures are to follow. */
const screenedMessage = z.object({
  ...{ v: z.literal(1), channel: z.string() },
  screened: z.object({ on: z.string(), name: z.string() }),
})
export const heardMessage = z.union([freshMessage, screenedMessage])
/** An event of a case whose citizen is told of it in a dialog of a social network. */
export const speechMessage = z.object({ ...eventMessage.shape, speak: z.literal(true) })

/** An answer of a case of several comments, which is said below each of the others, too. */
export const besideMessage = z.object({ ...eventMessage.shape, beside: z.literal(true) })

/** A mail came to nothing: what SES says of it, and the mail's own tags; the rule of the stack lets nothing else through. */
export const bounceMessage = z.object({
  v: z.literal(1),
  event: z.enum(['Bounce', 'Complaint', 'Reject']),
  bounceType: z.optional(z.enum(['Permanent', 'Transient', 'Undetermined'])),
  tags: z.record(z.string(), z.array(z.string())),
})

export type HeardMessage = z.output<typeof heardMessage>
export type DeliveryMessage = z.output<typeof deliveryMessage>
export type LeftMessage = z.output<typeof leftMessage>
export type StopMessage = z.output<typeof stopMessage>
export type SignInMessage = z.output<typeof signInMessage>
export type LinksMessage = z.output<typeof linksMessage>
export type DigestMessage = z.output<typeof digestMessage>
