// What a region's file may say. Everything that differs between regions is here and nowhere else; the file is checked
// when the stack is synthesized, so the functions may trust it. References between parts are checked in check.ts,
// because a schema of shapes cannot see them. Read everywhere.
import * as z from 'zod'
import { awsRegions, logDays } from './aws.ts'
import { policy, type term, terms } from './policy.ts'
import { contact, email, id, isoDate, season, texts, topicId } from './shapes.ts'
import { type clockNames, placeKinds, type standing } from './vocabulary.ts'

const timeRange = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a range of hours, e.g. "09:00-13:00"')
  .refine((range) => range.slice(0, 5) < range.slice(6), 'must begin before it ends')

const day = z.array(timeRange)

const calendar = z.strictObject({
  base: z.enum(['ru']).describe('the federal production calendar in regions/calendars'),
  workingHours: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  shortDayMinutes: z.int().min(0).max(240).default(60),
  holidays: z.record(isoDate, z.string().min(1)).default({}),
})

const point = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })

const municipality = z.strictObject({
  id,
  name: texts,
  aliases: z.array(z.string().min(3)).default([]),
  centre: point,
  radiusKm: z.number().positive().max(500).optional(),
  head: contact.optional(),
})

const settlement = z.strictObject({
  name: z.string().min(2),
  kind: z.enum(placeKinds).optional(),
  municipalities: z
    .array(id)
    .min(1)
    .describe('more than one where the name exists in several: such a name never decides alone'),
  at: point.optional().describe('where it lies, checked against the outline of its municipality'),
  aliases: z.array(z.string().min(3)).default([]),
})

const organisation = z.strictObject({
  id,
  name: texts,
  kind: z.enum(['municipality', 'regional', 'utility', 'institution', 'federal']),
  municipality: id.optional(),
  responder: contact,
  deputy: contact.optional(),
  supervisor: contact.optional(),
  head: contact.optional().describe("without one, the municipality's head stands there"),
})

export const topic = z.strictObject({
  id: topicId,
  name: texts,
  partOf: topicId
    .optional()
    .describe(
      'the topic of the catalogue that a region’s finer topic belongs to: figures of regions are compared by it',
    ),
  keywords: z
    .array(z.string().min(2))
    .min(1)
    .describe('words and phrases; matched by stem, a phrase needs all its words near'),
  notKeywords: z.array(z.string().min(2)).default([]),
  season: season.optional(),
  important: z.boolean().default(false),
  terms: terms.partial().optional(),
})

const route = z.strictObject({
  topics: z.array(z.string().min(1)).min(1).describe('"*", "group.*" or a topic'),
  municipalities: z.array(z.string().min(1)).min(1).default(['*']),
  organisation: z.string().min(1).describe('an organisation, or "municipality" for the administration of the place'),
})

export const regionFile = z.strictObject({
  $schema: z.string().optional(),
  code: z.string().regex(/^\d{2,3}$/, "must be the region's two- or three-digit code"),
  name: texts,
  languages: z.array(z.enum(['ru', 'en'])).min(1),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone, e.g. "Europe/Moscow"'),
  production: z.boolean().default(false),
  aws: z.strictObject({
    region: z.enum(awsRegions, 'must be an AWS region from which SES sends mail, e.g. "eu-central-1"'),
    account: z
      .string()
      .regex(/^\d{12}$/, 'must be a 12-digit AWS account')
      .optional(),
  }),
  web: z
    .strictObject({
      publicUrl: z
        .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be a URL that begins with https://' })
        .max(200, 'must be at most 200 characters long')
        .refine((url) => !/[?#]/.test(url), 'must be without ? and #')
        .optional(),
      waf: z.boolean().default(false),
      requestsPerSecond: z.int().min(1).max(10_000).default(100),
      burst: z.int().min(1).max(5_000).default(200),
    })
    .prefault({}),
  mail: z.strictObject({
    domain: z.hostname('must be a host name'),
    from: email,
    displayName: z.string().min(1),
    messagesPerSecond: z.int().min(1).max(1000).default(14),
  }),
  phone: z.string().min(3),
  alarmRecipients: z.array(email).min(1),
  retention: z.strictObject({
    personalDataDays: z.int().min(30).max(3660),
    logDays: z.literal(logDays, `must be a number that CloudWatch takes: ${logDays.join(', ')}`).default(30),
  }),
  calendar,
  municipalities: z.array(municipality).min(1),
  settlements: z.array(settlement).default([]),
  organisations: z.array(organisation).min(1),
  topicGroups: z.array(z.strictObject({ id, name: texts })).min(1),
  topics: z.array(topic).min(1),
  routes: z.array(route).min(1),
  policy,
  operators: z.array(contact).min(1),
  moderators: z.array(contact).min(1),
  integrators: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        scopes: z.array(z.enum(['messages:write', 'cases:read', 'cases:read:all', 'statistics:read'])),
      }),
    )
    .default([]),
})

function isTimeZone(name: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export type RegionFile = z.output<typeof regionFile>
export type Term = z.output<typeof term>
export type ClockName = (typeof clockNames)[number]
type Policy = RegionFile['policy']
export type DeadlineRule = Policy['rules'][number]
export type Standing = (typeof standing)[number]
export type Topic = RegionFile['topics'][number]
export type Municipality = RegionFile['municipalities'][number]
export type PlaceKind = (typeof placeKinds)[number]
export type Organisation = RegionFile['organisations'][number]
export type Contact = RegionFile['operators'][number]
export type Language = RegionFile['languages'][number]
export type Texts = Readonly<Record<string, string>>

/** The federal calendar of known years: dates are local, as the Government publishes them. */
export type FederalCalendar = Readonly<Record<string, { holidays: string[]; short: string[]; work: string[] }>>

/** Where municipalities end, for those whose borders are drawn: rings as `functions/routing/outline.ts` unpacks them. */
export interface Outlines {
  /** Whose work the borders are: to be told wherever they are shown. */
  readonly attribution: string
  /** How far a border may be from where it really runs. */
  readonly accuracyKm: number
  readonly municipalities: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** A region as the functions see it: its file, the federal calendar beside its own, and its outlines where it has them. */
export interface Region extends RegionFile {
  readonly federalCalendar: FederalCalendar
  readonly outlines?: Outlines
}
