// The figures. The API's replies have these types; read by the API's document.
import * as z from 'zod/mini'
import { channels } from '../../case/case.ts'
import { caseDimensions } from '../../statistics/case-figures.ts'
import { dimensions } from '../../statistics/figures.ts'
import { measuredClocks } from '../../statistics/measure.ts'
import { about, count, named, orNull, type Said, texts } from './shared.ts'

const hours = (description: string) => orNull(z.number(), `${description}; null of none`)
const times = {
  medianHours: hours('Half of them took no more than so many hours'),
  p90Hours: hours('Nine of ten took no more than so many hours'),
  meanHours: hours('On average'),
}
const figures = {
  ended: count('Deadlines that ended in these days, in time and late'),
  onTime: count('In time'),
  late: count('Late'),
  onTimeShare: hours('In time, of those that ended, 0 to 1'),
  paused: count('That were paused'),
  extended: count('That were extended'),
  cancelled: count('That ended because nothing was owed any more'),
  ...times,
  inCalendarTime: orNull(
    z.object({ ended: count('How many'), ...times }),
    'Those whose rule counts calendar days; the others count working time.',
  ),
}
const caseFigures = {
  received: count('Messages that came in these days'),
  solved: count('Answered'),
  unanswered: count('Rejected, withdrawn, or closed because the citizen did not reply'),
  reopened: count('Sent back'),
  rated: count('Rated'),
  meanScore: hours('Of one to five stars'),
  medianHours: hours('From the message to its answer, half of those solved took no more'),
  open: about(z.int(), 'How many wait for an answer now, whatever days are asked for'),
}
/** What a group is of. */
const whose = {
  id: orNull(z.string(), 'What they are grouped by; null: not known, or the region’s own people.'),
  name: orNull(texts, 'Its name today; null of a clock or channel, and of what the region does not name any more.'),
}
const days = {
  from: about(z.iso.date(), 'The first day (of the region).'),
  to: about(z.iso.date(), 'The last day.'),
  timeZone: about(z.string(), 'Of the days (IANA).'),
}
const filter = (what: string) => z.optional(about(z.string(), `Only of this ${what}.`))

const deadlineStatistics = named(
  'DeadlineStatistics',
  z.object({
    ...days,
    of: z.literal('deadlines'),
    by: z.enum(dimensions),
    clock: z.optional(z.enum(measuredClocks)),
    organisation: filter('organisation'),
    topic: filter('topic'),
    municipality: filter('municipality'),
    groups: about(z.array(z.object({ ...whose, ...figures })), 'Most ended first.'),
    total: z.object(figures),
  }),
  'How deadlines were kept.',
)

const caseStatistics = named(
  'CaseStatistics',
  z.object({
    ...days,
    of: z.literal('cases'),
    by: z.enum(caseDimensions),
    channel: z.optional(z.enum(channels)),
    topic: filter('topic'),
    municipality: filter('municipality'),
    groups: about(z.array(z.object({ ...whose, ...caseFigures })), 'Most received first.'),
    total: z.object(caseFigures),
  }),
  'What became of cases.',
)

export const statisticsReply = named(
  'Statistics',
  z.discriminatedUnion('of', [deadlineStatistics, caseStatistics]),
  'The figures that were asked for.',
)

export type DeadlineStatistics = Said<typeof deadlineStatistics>
export type CaseStatistics = Said<typeof caseStatistics>
