// What may be sent to us: the message as integrators post it and the web form fills it in. Unknown keys are refused, so
// that a misspelt field is noticed by its sender and not by a citizen.
import * as z from 'zod/mini'
import { channels } from '../case/case.ts'

export const TEXT_LIMIT = 10_000

const short = (limit: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(limit))

export const message = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(3), z.maxLength(TEXT_LIMIT)),
  topic: z.optional(short(80)),
  municipality: z.optional(short(80)),
  address: z.optional(short(300)),
  location: z.optional(
    z.strictObject({
      lat: z.number().check(z.minimum(-90), z.maximum(90)),
      lon: z.number().check(z.minimum(-180), z.maximum(180)),
    }),
  ),
  author: z.optional(
    z.strictObject({
      name: z.optional(short(200)),
      email: z.optional(z.email()),
      phone: z.optional(short(40)),
    }),
  ),
  channel: z._default(z.enum(channels), 'api'),
  regime: z._default(z.enum(['message', 'statutory']), 'message'),
  language: z.optional(z.enum(['ru', 'en'])),
})

export type Message = z.output<typeof message>
