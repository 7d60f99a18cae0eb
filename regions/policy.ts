// What a region promises and how it holds people to it: the terms of each clock, exceptions to them, reminders, quiet
// hours, and how often more time, questions and reopenings are allowed. It has a version, which every clock keeps. Part
// of schema.ts.
import * as z from 'zod'
import { clockTime, id, season, texts } from './shapes.ts'
import { standing } from './vocabulary.ts'

/** A length of time in the unit a rule is written in; the region's calendar gives it meaning. */
export const term = z.strictObject({
  amount: z.number().positive('must be more than 0').max(600, 'must be at most 600'),
  unit: z.enum(['working minutes', 'working hours', 'working days', 'calendar days']),
  onDayOff: z
    .enum(['stays', 'working day before', 'working day after'])
    .optional()
    .describe('where a term in calendar days ends whose last day is a day off; 59-FZ does not say, so it is a choice'),
})

export const terms = z.strictObject({
  moderation: term,
  assignment: term,
  acceptance: term,
  firstResponse: term,
  finalAnswer: term,
  finalAfterInterim: term,
  answerReview: term,
  clarification: term,
  rating: term,
})

/** An exception to the general terms: the first that fits a case and names the clock decides. */
const rule = z.strictObject({
  id,
  name: texts,
  regimes: z
    .array(z.enum(['message', 'statutory']))
    .min(1)
    .default(['message']),
  topics: z.array(z.string().min(1)).min(1).default(['*']),
  municipalities: z.array(z.string().min(1)).min(1).default(['*']),
  season: season.optional().describe('counted by the local date on which the clock starts'),
  important: z.boolean().optional().describe('only for topics marked important, or only for the others'),
  terms: terms.partial(),
})

const reminders = z.strictObject({
  warnings: z
    .array(
      z.strictObject({
        at: z.number().gt(0, 'must be between 0 and 1').lt(1, 'must be between 0 and 1'),
        to: z.enum(standing).default('responder'),
      }),
    )
    .describe('shares of the term'),
  escalations: z
    .array(
      z.strictObject({
        after: term.omit({ onDayOff: true }).extend({ amount: z.number().min(0).max(600) }),
        to: z.enum(standing),
      }),
    )
    .min(1)
    .describe('terms counted from the deadline'),
})

const quietHours = z.strictObject({
  from: clockTime,
  to: clockTime,
  daysOff: z.boolean().default(true).describe('days off are quiet from morning to evening'),
  digestAt: clockTime.describe('when what waited goes out, on a working day'),
})

/** How often, by how much and by whose leave the final answer may be put off. */
const extension = z.strictObject({ max: z.int().min(0).max(5), term, grantedBy: z.enum(['automatic', 'operator']) })
/** How often a citizen may be asked, and what their silence does; 59-FZ knows no closing for silence. */
const clarification = z.strictObject({ max: z.int().min(0).max(10), onSilence: z.enum(['close', 'resume']) })

export const policy = z.strictObject({
  version: z.string().min(1),
  moderateMessages: z.boolean().default(false),
  terms: z.strictObject({ message: terms, statutory: terms }),
  rules: z.array(rule).default([]),
  reminders,
  quietHours,
  extension: z.strictObject({ message: extension, statutory: extension }),
  clarification: z.strictObject({ message: clarification, statutory: clarification }),
  reopening: z.strictObject({ max: z.int().min(0).max(10), windowDays: z.int().min(1).max(366) }),
})
