// The message as integrators post it and the web form fills it in. Unknown keys are refused, so that a misspelt field
// is noticed by its sender and not by a citizen. Read by the API, the form and intake.
import * as z from 'zod/mini'
import { channels } from '../case/case.ts'
import { emailAddress } from './email-address.ts'
import { textInMarkup, textOfHtml } from './markup.ts'
import { lengthIssues, textOf, tidyText, wholeCharacters } from './text.ts'

/** Characters as a reader counts them, after markup is gone; one real message in a thousand is longer than 10,000. */
export const TEXT_LIMIT = 30_000
export const LEAST_TEXT = 3
/** Units of UTF-16, markup included: what is longer is not read at all. */
export const RAW_LIMIT = 200_000
/** `text` is kept as it is, `html` is markup; without it markup is recognised (`textInMarkup`). */
const formats = ['text', 'html'] as const
const readers = { text: tidyText, html: textOfHtml } as const

/** What another system calls a message: no blanks at its ends, nothing that breaks a line. */
export const externalId = z.string().check(z.trim(), z.regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'external_id'))

/** DynamoDB holds no number nearer to zero than 1e-130 and refuses it; a tenth of a millimetre is nearer than anybody is. */
const degrees = (most: number) =>
  z.number().check(
    z.minimum(-most),
    z.maximum(most),
    z.overwrite((value) => (Math.abs(value) < 1e-9 ? 0 : value)),
  )

const fields = z.strictObject({
  text: z.string().check(wholeCharacters),
  format: z.optional(z.enum(formats)),
  topic: z.optional(textOf(1, 80)),
  municipality: z.optional(textOf(1, 80)),
  address: z.optional(textOf(1, 300)),
  location: z.optional(
    z.strictObject({
      lat: degrees(90),
      lon: degrees(180),
    }),
  ),
  author: z.optional(
    z.strictObject({
      name: z.optional(textOf(1, 200)),
      email: z.optional(emailAddress),
      phone: z.optional(textOf(1, 40)),
    }),
  ),
  channel: z._default(z.enum(channels), 'api'),
  regime: z._default(z.enum(['message', 'statutory']), 'message'),
  language: z.optional(z.enum(['ru', 'en'])),
  /** The same from the same integrator is the same message, for ever; nothing personal belongs in it. */
  externalId: z.optional(externalId),
})

/** The markup is gone from the text of what comes out. */
export const message = z.pipe(
  fields,
  z.transform(({ format, ...others }: z.output<typeof fields>, { issues }) => {
    const read = format ? readers[format] : textInMarkup
    const text = others.text.length > RAW_LIMIT ? others.text : tidyText(read(others.text))
    issues.push(...lengthIssues(text, LEAST_TEXT, TEXT_LIMIT, ['text']))
    return { ...others, text }
  }),
)

export type Message = z.output<typeof message>
