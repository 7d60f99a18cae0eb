// What every refusal says (RFC 9457). Read by the API's document.
import * as z from 'zod/mini'
import { about, named } from './shared.ts'

const fieldError = named(
  'FieldError',
  z.object({
    pointer: about(z.string(), 'The field as a JSON pointer (RFC 6901), cut after 200 characters.'),
    code: about(
      z.enum([
        ...['required', 'type', 'too_short', 'too_long', 'too_small', 'too_large', 'format', 'choice', 'unknown'],
        ...['unknown_field', 'half_character', 'email', 'email_local', 'range', 'invalid'],
      ] as const),
      'Which rule; more may come.',
    ),
    detail: about(z.string(), 'In words, by `Accept-Language`.'),
  }),
  'A field that is wrong.',
)

export const problem = named(
  'Problem',
  z.object({
    type: about(z.string(), '`urn:otklik:problem:` and the code; `about:blank` where the firewall refuses.'),
    title: about(z.string(), 'What it is, in a few words, by `Accept-Language`.'),
    status: z.optional(about(z.int(), 'The status of the reply; only `refused` may lack it.')),
    detail: z.optional(about(z.string(), 'What to do, in words, by `Accept-Language`.')),
    code: about(z.string(), 'What went wrong, the same in every language. New ones may come: go by the status then.'),
    errors: z.optional(about(z.array(fieldError), 'Every wrong field, fifty at most.')),
    requestId: z.optional(about(z.string(), 'Tell it when you ask us about a request.')),
  }),
  'Why a request was refused (RFC 9457).',
)
