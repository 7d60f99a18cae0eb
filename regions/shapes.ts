// The small shapes the parts of a region's file are made of. Used by schema.ts, policy.ts and the federal calendar.
import * as z from 'zod'
import { emailAddress } from '../functions/contract/email-address.ts'

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case latin words joined by hyphens, e.g. "urus-martan"')
export const topicId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'must be the group and the topic joined by a dot, e.g. "roads.pothole"')
/** By the rule for citizens' addresses; kept as SES takes it, with the domain in ASCII. */
export const email = z.string().transform((written, context) => {
  const { data, error } = emailAddress.safeParse(written)
  if (data !== undefined) return data
  const letters = error.issues.some((issue) => issue.code === 'custom' && issue.params?.['code'] === 'email_local')
  context.addIssue(`must be an e-mail address${letters ? ' with Latin letters before the @' : ''}`)
  return z.NEVER
})
/** A domain that SES can know, with room for a stage's name and a person's before it. */
export const domain = z
  .string()
  .max(180, 'must be at most 180 characters long')
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/,
    'must be a domain in small Latin letters, e.g. "otklik.example.org"; "пример.рф" is "xn--e1afmkfd.xn--p1ai"',
  )
/** Where people are led: a path is put behind it. */
export const publicUrl = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be a URL that begins with https://' })
  .max(200, 'must be at most 200 characters long')
  .refine((url) => !/[?#]/.test(url), 'must be without ? and #')
/** The address of a picture of a map service, with the places of zoom, column and row. */
export const tileAddress = z
  .string()
  .max(300, 'must be at most 300 characters long')
  .refine(
    (address) =>
      /^https:\/\/[a-z0-9.-]+(:\d+)?\/[^\s'"<>;,]*$/.test(address) &&
      ['{z}', '{x}', '{y}'].every((place) => address.split(place).length === 2),
    'must begin with https:// and a host, and have {z}, {x} and {y} once each',
  )
/** Only these names of certificates are taken by API Gateway: of ACM, requested or imported. */
export const certificateArn = z
  .string()
  .regex(
    /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
    'must be the ARN of a certificate of AWS Certificate Manager, e.g. "arn:aws:acm:eu-central-1:123456789012:certificate/…"',
  )
export const account = z.string().regex(/^\d{12}$/, 'must be a 12-digit AWS account')
/** Who hears the alarms; the stack can subscribe nobody twice. */
export const alarmRecipients = z
  .array(email)
  .min(1)
  .max(10, 'must name at most 10 addresses: take a mailing list')
  .refine((list) => new Set(list).size === list.length, 'must name nobody twice')
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be month and day, e.g. "11-08"')
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, e.g. "08:30"')
export const isoDate = z.iso.date('must be a date, e.g. "2026-06-12"')
export const texts = z.record(z.string().regex(/^[a-z]{2}$/, 'must be a two-letter language code'), z.string().min(1))

const phone = z
  .string()
  .max(60)
  .regex(/\d.*\d.*\d/, 'must be a telephone number')

export const contact = z.strictObject({
  id: id.max(100, 'must be at most 100 characters long'),
  name: z.string().min(1),
  position: z.string().min(1).optional(),
  email,
  phone: phone.optional().describe('how colleagues reach them when something is late; citizens never see it'),
  language: z.string().optional(),
  receipts: z.boolean().optional(),
  mails: z
    .enum(['at once', 'digest'])
    .optional()
    .describe(
      '"digest": what can wait until morning comes as one mail with the rest; "at once": operators and moderators hear of each case by itself, and not every half hour how many wait',
    ),
})

export const season = z.strictObject({
  from: monthDay.describe('the first day, month and day'),
  to: monthDay.describe('the last day; before the first, it is in the next year'),
})
