// What a region's file may say. Everything that differs between regions is here and nowhere else; the file is checked
// when the stack is synthesized, so the functions may trust it. References between parts are checked in check.ts,
// because a schema of shapes cannot see them. Read everywhere.
import * as z from 'zod'
import { awsRegions, logDays } from './aws.ts'
import { draftLanguages, languages } from './languages.ts'
import { policy, type term, terms } from './policy.ts'
import { account, alarmRecipients, contact, domain, email, id, tileAddress } from './shapes.ts'
import { certificateArn, isoDate, publicUrl, season, texts, topicId } from './shapes.ts'
import {
  type clockNames,
  networks,
  pageNetworks,
  placeKinds,
  routingModes,
  staffRoles,
  type Stage,
  type standing as places,
} from './vocabulary.ts'

const away = z.array(
  z.strictObject({ from: isoDate, to: isoDate }).refine(({ from, to }) => from <= to, 'must begin before it ends'),
)

/** Somebody at an organisation. */
const standing = contact.extend({
  away: away
    .optional()
    .describe('local dates, first and last included: mails and reminders go to the next in the line, who is told so'),
})

/** One of the control centre: its work is spread over those who are there. */
const onDuty = contact.extend({
  share: z
    .number()
    .positive()
    .max(10, 'must be at most 10')
    .optional()
    .describe('of the work: 0.5 is half as much as others'),
  away: away
    .optional()
    .describe('local dates, first and last included: no new work then, and what waits goes to the others'),
})

const timeRange = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a range of hours, e.g. "09:00-13:00"')
  .refine((range) => range.slice(0, 5) < range.slice(6), 'must begin before it ends')

const day = z.array(timeRange)

const calendar = z.strictObject({
  base: z.enum(['ru']).describe('the federal production calendar in regions/calendars'),
  workingHours: z
    .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
    .describe('when officials work, by weekday: ranges from morning to evening, [] for a day off'),
  shortDayMinutes: z.int().min(0).max(240).default(60).describe('how much sooner the day before a holiday ends'),
  holidays: z
    .record(isoDate, z.string().min(1))
    .default({})
    .describe('the region’s own days off, by date, with their names'),
})

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour, e.g. "#1a5a96"')

const point = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })

const municipality = z.strictObject({
  id,
  name: texts,
  aliases: z.array(z.string().min(3)).default([]),
  centre: point,
  radiusKm: z.number().positive().max(500).optional(),
  head: standing.optional(),
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
  streets: z
    .array(z.string().min(2))
    .optional()
    .describe(
      'by them of settlements of one name the right one is told; alone only where the file gives those of every settlement',
    ),
})

const landmark = z.strictObject({
  name: z
    .string()
    .min(3)
    .describe('as people say it: "школа №7"; one of this name in another place is an entry of its own'),
  municipality: id.optional().describe('where it is; without it the point says so'),
  at: z
    .strictObject({ lat: point.shape.lat.describe('degrees north'), lon: point.shape.lon.describe('degrees east') })
    .optional()
    .describe('where it lies, checked against the outline of its municipality'),
  aliases: z.array(z.string().min(3)).default([]).describe('other names of it: "СОШ №7"'),
})

/** Where a code to scan hangs: a link to a dialog names it by its id alone. */
const place = z.strictObject({
  id: id.max(60, 'must be at most 60 characters long').describe('stands in links to dialogs: npm run qr prints them'),
  name: z.string().min(2).max(200).describe('as people there call it, e.g. "остановка «Рынок»"'),
  municipality: id.describe('in which it is'),
  address: z.string().min(1).max(200).optional().describe('what is kept as the address, after its name'),
  at: z
    .strictObject({
      lat: z.number().min(-90).max(90).describe('degrees to the north'),
      lon: z.number().min(-180).max(180).describe('degrees to the east'),
    })
    .optional()
    .describe('where it is'),
})

const organisation = z.strictObject({
  id,
  name: texts,
  kind: z.enum(['municipality', 'regional', 'utility', 'institution', 'federal']),
  municipality: id.optional(),
  responder: standing,
  deputy: standing.optional(),
  supervisor: standing.optional(),
  head: standing.optional().describe("without one, the municipality's head stands there"),
})

export const topic = z.strictObject({
  id: topicId.describe('category and topic, e.g. "roads.pothole"'),
  name: texts.describe('by language'),
  partOf: topicId
    .optional()
    .describe(
      'the topic of the catalogue that a region’s finer topic belongs to: figures of regions are compared by it',
    ),
  keywords: z
    .array(z.string().min(2))
    .min(1)
    .describe('words and phrases; matched by stem, a phrase needs all its words near'),
  notKeywords: z.array(z.string().min(2)).default([]).describe('a message with one of these is not about the topic'),
  season: season.optional().describe('when the topic is offered and found; first and last day'),
  important: z.boolean().default(false).describe('an emergency: told at once, at any hour'),
  emergency: z.boolean().default(false).describe('a danger to life: citizens are told whom to call and not to wait'),
  sensitive: z
    .boolean()
    .default(false)
    .describe(
      'health, benefits and the like: mails carry no text, officials read it after a code by mail, answers are never published',
    ),
  terms: terms.partial().optional().describe('instead of those of the policy, clock by clock'),
})

const route = z.strictObject({
  topics: z.array(z.string().min(1)).min(1).describe('"*", "group.*" or a topic'),
  municipalities: z.array(z.string().min(1)).min(1).default(['*']),
  organisation: z.string().min(1).describe('an organisation, or "municipality" for the administration of the place'),
})

export const template = z.strictObject({
  id: id.describe('names it in the address of the page: ?template=…'),
  name: texts.describe('by which it is picked, by language'),
  topics: z.array(z.string().min(1)).min(1).describe('"*", "group.*" or a topic'),
  text: texts.describe('by language; {place}, {address}, {number}, {date} and {organisation} are those of the case'),
})

/** Beginnings of words, as people write them: "спасиб", "взаймы". */
const likelyWords = z.array(z.string().min(3, 'must be at least 3 letters').max(40)).max(200)

const channel = z.strictObject({
  id: id.max(30, 'must be at most 30 characters long').describe('names it in the address that the network calls'),
  network: z.enum(networks).describe('where people write'),
  account: z
    .string()
    .regex(/^\w{3,64}$/, 'must be a number or a name of Latin letters, digits and "_"')
    .describe('of a VK community its number, of a bot in MAX or Telegram its name without "@"'),
  municipality: id
    .optional()
    .describe('where what is written there is from, as if its writer had chosen it; without it, the text is asked'),
  comments: z
    .boolean()
    .optional()
    .describe('comments of its page, or of the group of its channel, come to be screened by moderators'),
  likely: z
    .strictObject({
      problem: likelyWords.describe('beginnings of words that tell of something to be mended'),
      thanks: likelyWords.describe('beginnings of words that thank'),
      spam: likelyWords.describe('beginnings of words that advertise'),
    })
    .partial()
    .optional()
    .describe('what a comment with such a word is likely to be: offered to the moderator, who decides'),
})

const https = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be an address that begins with https://' })
  .max(300, 'must be at most 300 characters long')

/** A page that a body must keep (Federal Law 8-FZ): what its owner says of it; what happens on it lies in the table (docs/decisions/0068). */
const page = z
  .strictObject({
    id: id.max(60, 'must be at most 60 characters long').describe('names it in the register'),
    network: z.enum(pageNetworks).describe('where it is; "ok" and "site" are registered, and nobody reads them'),
    address: https.describe('where people find it'),
    name: z.string().min(1).max(120, 'must be at most 120 characters long').describe('as it calls itself'),
    organisation: id.optional().describe('whose it is: what is written there is probably for them'),
    municipality: id
      .optional()
      .describe('what place it is about: what is written there is from there, unless it says another'),
    responsible: z
      .array(id)
      .max(5, 'must name at most 5')
      .default([])
      .describe('who keeps it: ids of people of the directory'),
    mark: z.boolean().default(false).describe('it has the mark «Госорганизация»'),
    widgets: z
      .array(https)
      .max(4, 'must be at most 4')
      .default([])
      .describe(
        'the links of «Госуслуги. Решаем вместе» that stand on it, as they are; the register says which are wrong',
      ),
    contacts: z.boolean().default(false).describe('it shows how its owner can be reached'),
    channel: id.optional().describe('the channel that hears it, of those in "channels"'),
  })
  .refine(({ organisation, municipality }) => organisation ?? municipality, {
    message: 'belongs to nobody: give an organisation, a municipality or both',
    path: ['organisation'],
  })

/** Without an address of its own a trial writes from a subdomain of the region's that is named after the stage. */
const trial = z.strictObject({
  account: account.optional().describe('12 digits; without it, that of whoever deploys'),
  publicUrl: publicUrl.optional().describe('its own address, for links in mails'),
  certificateArn: certificateArn.optional().describe('for its own address, in the same AWS region and account'),
  mail: z
    .strictObject({
      domain: domain.describe('confirmed with SES by its DNS records'),
      from: email.describe('an address of this domain'),
    })
    .optional()
    .describe('who writes; without it, a subdomain named after the stage'),
  alarmRecipients: alarmRecipients.optional().describe('who is told when the trial itself fails'),
})

export const regionFile = z.strictObject({
  $schema: z.string().optional().describe('where editors find what may stand here: "../region.schema.json"'),
  code: z
    .string()
    .regex(/^\d{2,3}$/, "must be the region's two- or three-digit code")
    .describe('the federal code of the region'),
  name: texts.describe('by language: { "ru": "…" }'),
  languages: z.array(z.enum(languages)).min(1).describe('of pages and mails; the first where nobody chooses'),
  draftLanguages: z
    .array(z.enum(draftLanguages))
    .default([])
    .describe(
      'of citizens’ pages, offered as drafts: some words are there, and a native speaker has yet to check them',
    ),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, e.g. "Europe/Moscow"')
    .describe('in which deadlines are counted, e.g. "Europe/Moscow"'),
  production: z
    .boolean()
    .default(false)
    .describe('protects the stack and keeps its table; needs a firewall and an account'),
  aws: z
    .strictObject({
      region: z
        .enum(awsRegions, 'must be an AWS region from which SES sends mail, e.g. "eu-central-1"')
        .describe('where the stack is deployed'),
      account: account.optional().describe('12 digits; without it, that of whoever deploys'),
    })
    .describe('where it runs'),
  stages: z
    .strictObject({
      dev: trial.optional().describe('what differs at this stage'),
      test: trial.optional().describe('what differs at this stage'),
    })
    .prefault({})
    .describe('what differs where the region is deployed beside itself to be tried'),
  web: z
    .strictObject({
      publicUrl: publicUrl.optional().describe('its own address, for links in mails; without it, that of API Gateway'),
      certificateArn: certificateArn
        .optional()
        .describe('for its own address, in the same AWS region and account: with it the stack answers there itself'),
      waf: z.boolean().default(false).describe('the firewall, with limits by address and key'),
      requestsPerSecond: z.int().min(1).max(10_000).default(100).describe('more are refused'),
      photos: z
        .boolean()
        .default(false)
        .describe('citizens and officials may add photos to a case; their queue costs $0.56 a month'),
      passkeys: z
        .strictObject({
          requiredFor: z
            .array(z.enum(staffRoles))
            .default([])
            .describe('whoever has these roles has them only when signed in by a passkey'),
        })
        .optional()
        .describe('whoever works for the region may sign in by a passkey instead of a code by mail'),
      tiles: z
        .strictObject({
          url: tileAddress.describe('of a map service, with {z}, {x} and {y}: https://tiles.example/{z}/{x}/{y}.png'),
          credit: texts.describe('whom its licence wants named'),
        })
        .optional()
        .describe(
          'pictures of streets below the console’s map; browsers of officials ask that host for them, which then knows what piece of the map they look at',
        ),
      burst: z.int().min(1).max(5_000).default(200).describe('how many at once'),
    })
    .prefault({})
    .describe('pages and API'),
  api: z
    .strictObject({
      requestsPerMinute: z.int().min(1).max(10_000).default(600).describe('of one key; more are refused'),
      requestsPerDay: z
        .int()
        .min(1)
        .max(10_000_000)
        .default(50_000)
        .describe('of one key, by days of UTC; more are refused'),
      webhooks: z
        .boolean()
        .default(false)
        .describe(
          'events are posted to the addresses that integrators name (npm run webhooks); their queue costs $0.56 a month',
        ),
    })
    .prefault({})
    .describe('how much each key of an integrator may ask, and whether it is told of events'),
  look: z
    .strictObject({
      accent: z
        .strictObject({ light: colour.describe('on white'), dark: colour.describe('by night') })
        .optional()
        .describe('of buttons, links and deadlines, on light and on dark ground'),
      emblem: z
        .string()
        .regex(/^[\w-]+\.svg$/, 'must be the name of an SVG file beside this one')
        .optional()
        .describe('drawn beside the name on every page: an SVG of at most 4 KB beside this file'),
    })
    .prefault({})
    .describe('what tells the region’s pages from others'),
  mail: z
    .strictObject({
      domain: domain.describe('confirmed with SES by its DNS records'),
      from: email.describe('an address of this domain'),
      replyTo: email.describe('where answers to its mails go: a mailbox that people read, at any domain'),
      displayName: z.string().min(1).describe('who writes, as readers see it'),
      messagesPerSecond: z.int().min(1).max(1000).default(14).describe('what SES allows the account'),
      testsTo: email
        .default('success@simulator.amazonses.com')
        .describe('where all mails of test cases go; without it, to the mailbox simulator of SES, which nobody reads'),
      tls: z
        .enum(['optional', 'required'])
        .default('optional')
        .describe(
          'whether mails go only encrypted: "optional" encrypts wherever the other server can; with "required" every address at a server that cannot counts as dead',
        ),
      inbox: z
        .strictObject({
          address: email.describe('where people write: of the domain of mail, or better of one below it, e.g. "in.…"'),
          keptDays: z.int().min(1).max(90).default(14).describe('how long mails lie as they came'),
          appeals: texts.describe('by language: where an appeal under the law is filed; acknowledgements say it'),
        })
        .optional()
        .describe(
          'mails are read: messages become cases, replies act. Only where SES receives mail; it costs $0.66 a month',
        ),
    })
    .describe('mails that the region sends and reads'),
  links: z
    .strictObject({
      stepUp: z
        .boolean()
        .default(true)
        .describe(
          'asks for a code by mail before a case leaves an organisation, before texts of sensitive topics, and for lists behind old links',
        ),
    })
    .prefault({})
    .describe('what links in mails to officials may do'),
  phone: z.string().min(3).describe('shown to citizens'),
  emergency: z
    .array(
      z.strictObject({
        phone: z
          .string()
          .regex(/^[+\d][\d ()-]*$/, 'must be a telephone number, e.g. "112"')
          .describe('the number to call'),
        when: texts.describe('what happened, as a question without its mark, by language'),
      }),
    )
    .min(1)
    .default([
      { phone: '112', when: { ru: 'Есть угроза жизни', en: 'Is life in danger' } },
      { phone: '104', when: { ru: 'Пахнет газом', en: 'Do you smell gas' } },
    ])
    .describe('whom to call in danger, the first line of the form'),
  alarmRecipients: alarmRecipients.describe('who is told when the system itself fails'),
  about: z
    .strictObject({
      who: texts
        .optional()
        .describe('who runs the service and answers for personal data: name, address, how to reach them'),
      policy: texts.optional().describe('the authority’s own words on personal data, before those of the service'),
      storage: texts.optional().describe('what else is to be said of terms of storage'),
      accessibility: texts.optional().describe('what else is to be said of accessibility'),
    })
    .prefault({})
    .describe('the page /about, by language; an empty line begins a paragraph'),
  public: z
    .strictObject({
      topics: z
        .array(z.string().min(1))
        .min(1)
        .describe('whose figures anybody may see: "*", "group.*" or a topic; leave out those that speak of persons'),
      answers: z
        .array(z.string().min(1))
        .optional()
        .describe(
          'whose answers a moderator may publish: "*", "group.*" or a topic, of those above; one that is marked "sensitive" never',
        ),
      requests: z
        .boolean()
        .optional()
        .describe(
          'whether programs may list cases of these topics (Open311): topic, place to 100 m, status, no word of anybody',
        ),
      atLeast: z
        .int()
        .min(3)
        .max(100)
        .default(5)
        .describe('rows of fewer messages are shown together, so that nobody can be recognised'),
      embeddedBy: z
        .array(z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'must be an origin, e.g. "https://www.example.org"'))
        .default([])
        .describe('sites that may show /public/embed in a frame'),
    })
    .optional()
    .describe('the page /public with figures by topic and place, and published answers; without it there is none'),
  watch: z
    .strictObject({
      dashboard: z
        .boolean()
        .optional()
        .describe(
          'a page in CloudWatch for $3 a month, but for the first three of an account; without a word in production only',
        ),
      canary: z
        .int()
        .min(5)
        .max(240)
        .optional()
        .describe(
          'every so many minutes a test message goes the whole way, and an alarm says where it got stuck; every 15 minutes cost $1.50 a month',
        ),
    })
    .prefault({})
    .describe('how the system itself is watched'),
  search: z
    .strictObject({
      words: z
        .boolean()
        .default(true)
        .describe(
          'the console finds cases by the words of their citizens; it costs some $0.02 per 1,000 cases, and npm run rebuild lets older ones be found',
        ),
    })
    .prefault({})
    .describe('how cases are found'),
  routing: z
    .strictObject({
      autoPrecision: z
        .number()
        .min(0.5)
        .max(0.999)
        .default(0.9)
        .describe(
          'with a model, a message is given to an organisation without a person only where at least this share of such decisions is right, as a lower 95 % bound',
        ),
      modes: z
        .record(z.string(), z.enum(routingModes))
        .default({})
        .describe(
          'by group of topics, or "*" for all others: "auto" gives a message to whoever answers for it, "suggest" shows a person whom it would go to (so without a word), "shadow" keeps what was found out of sight',
        ),
      learning: z
        .enum(['weekly', 'off'])
        .default('off')
        .describe(
          '"weekly" trains a model on the region’s own cases that ended, and routes with it where it is better than the one in force',
        ),
    })
    .prefault({})
    .describe('what of a message is decided without a person, where its sender does not say what it is about'),
  retention: z
    .strictObject({
      personalDataDays: z.int().min(30).max(3660).describe('days after they were written'),
      logDays: z
        .literal(logDays, `must be a number that CloudWatch takes: ${logDays.join(', ')}`)
        .default(30)
        .describe('days that logs are kept'),
      auditDays: z
        .int()
        .min(90)
        .max(3660)
        .default(1095)
        .describe('days that it is kept who saw a citizen’s data in the console, and who changed what'),
    })
    .describe('how long what is kept'),
  calendar: calendar.describe('in which working time is counted'),
  municipalities: z.array(municipality).min(1),
  settlements: z.array(settlement).default([]),
  landmarks: z
    .array(landmark)
    .optional()
    .describe('schools, clinics and the like, by which a message tells where it is while it names no place'),
  places: z
    .array(place)
    .max(1000, 'must be at most 1,000')
    .default([])
    .describe('bus stops, yards, lifts with a code to scan: whoever writes by it need not say where'),
  organisations: z.array(organisation).min(1),
  topicGroups: z.array(z.strictObject({ id, name: texts })).min(1),
  topics: z.array(topic).min(1),
  routes: z.array(route).min(1),
  templates: z.array(template).default([]).describe('ready answers, which a responder puts into the form and changes'),
  policy: policy.describe('what is promised to citizens and how officials are held to it'),
  operators: z.array(onDuty).min(1),
  moderators: z.array(onDuty).min(1),
  municipals: z
    .array(contact.extend({ municipality: id }))
    .default([])
    .describe('of municipal centres: they see the cases of their municipality in the console'),
  analysts: z.array(contact).default([]).describe('they see how much waits, and no case'),
  administrators: z.array(contact).default([]).describe('they see who may sign in to the console'),
  channels: z
    .array(channel)
    .max(20, 'must be at most 20')
    .default([])
    .describe(
      'communities and bots that people write to; each is made known to its network by npm run channel. Their two queues cost $1.12 a month',
    ),
  pages: z
    .array(page)
    .max(2_000, 'must be at most 2,000')
    .default([])
    .describe('the register of official pages (госпаблики)'),
  integrators: z
    .array(
      z.strictObject({
        id: id.describe('as its key names it'),
        name: z.string().min(1).describe('who they are'),
        scopes: z
          .array(z.enum(['messages:write', 'cases:read', 'cases:read:all', 'statistics:read']))
          .describe('what its key may do; "cases:read" are the cases it brought'),
        relaysQuestions: z
          .boolean()
          .default(false)
          .describe(
            'it passes questions on to citizens who left no e-mail, and gives their replies back: then they are asked, too',
          ),
      }),
    )
    .default([])
    .describe('systems that get a key of the API'),
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
export type Standing = (typeof places)[number]
export type Topic = RegionFile['topics'][number]
export type Municipality = RegionFile['municipalities'][number]
export type PlaceKind = (typeof placeKinds)[number]
export type Organisation = RegionFile['organisations'][number]
export type Template = RegionFile['templates'][number]
export type ChannelSettings = RegionFile['channels'][number]
export type OfficialPage = RegionFile['pages'][number]
export type Contact = RegionFile['operators'][number]
export type { Language, PageLanguage } from './languages.ts'
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

/** A region as the functions see it: its file, the federal calendar beside its own, its outlines and its emblem where it has them. */
export interface Region extends RegionFile {
  readonly stage: Stage
  readonly federalCalendar: FederalCalendar
  readonly outlines?: Outlines
  /** The emblem as an address that holds its whole image. */
  readonly emblem?: string
}
