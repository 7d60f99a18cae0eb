// What a region promises and how it holds people to it: the terms of each clock, exceptions to them, reminders, quiet
// hours, and how often more time, questions and reopenings are allowed. It has a version, which every clock keeps. Part
// of schema.ts.
import * as z from 'zod'
import { clockTime, id, season, texts } from './shapes.ts'
import { standing } from './vocabulary.ts'

/** A length of time in the unit a rule is written in; the region's calendar gives it meaning. */
export const term = z.strictObject({
  amount: z.number().positive('must be more than 0').max(600, 'must be at most 600').describe('how many'),
  unit: z.enum(['working minutes', 'working hours', 'working days', 'calendar days']).describe('of what'),
  onDayOff: z
    .enum(['stays', 'working day before', 'working day after'])
    .optional()
    .describe('where a term in calendar days ends whose last day is a day off; 59-FZ does not say, so it is a choice'),
})

export const terms = z.strictObject({
  moderation: term.describe('until a moderator has read a message'),
  assignment: term.describe('until an operator has given it to somebody'),
  acceptance: term.describe('until the responder has taken it'),
  firstResponse: term.describe('until the citizen hears for the first time'),
  finalAnswer: term.describe('until the answer'),
  finalAfterInterim: term.describe('until the answer, after an interim one'),
  answerReview: term.describe('until a moderator has read an answer'),
  clarification: term.describe('until the citizen answers a question'),
  rating: term.describe('until the citizen says whether it helped'),
})

/** An exception to the general terms: the first that fits a case and names the clock decides. */
const rule = z.strictObject({
  id: id.describe('kept on every clock it decides'),
  name: texts.describe('as pages explain it, by language'),
  regimes: z
    .array(z.enum(['message', 'statutory']))
    .min(1)
    .default(['message'])
    .describe('messages, or statutory appeals under 59-FZ'),
  topics: z.array(z.string().min(1)).min(1).default(['*']).describe('"*", "group.*" or a topic'),
  municipalities: z.array(z.string().min(1)).min(1).default(['*']).describe('ids; "*" is everywhere'),
  season: season.optional().describe('counted by the local date on which the clock starts'),
  important: z.boolean().optional().describe('only for topics marked important, or only for the others'),
  terms: terms.partial().describe('the clocks it changes'),
})

const reminders = z.strictObject({
  warnings: z
    .array(
      z.strictObject({
        at: z
          .number()
          .gt(0, 'must be between 0 and 1')
          .lt(1, 'must be between 0 and 1')
          .describe('share of the term that has passed'),
        to: z.enum(standing).default('responder').describe('who is reminded'),
      }),
    )
    .describe('shares of the term'),
  escalations: z
    .array(
      z.strictObject({
        after: term
          .omit({ onDayOff: true })
          .extend({ amount: z.number().min(0).max(600).describe('how many') })
          .describe('how long after the deadline'),
        to: z.enum(standing).describe('who is told'),
      }),
    )
    .min(1)
    .describe('terms counted from the deadline'),
})

const quietHours = z.strictObject({
  from: clockTime.describe('in the evening'),
  to: clockTime.describe('in the morning'),
  daysOff: z.boolean().default(true).describe('days off are quiet from morning to evening'),
  digestAt: clockTime.describe('when what waited goes out, on a working day'),
})

/** How often, by how much and by whose leave the final answer may be put off. */
const extension = z.strictObject({
  max: z.int().min(0).max(5).describe('how often'),
  term: term.describe('by how much'),
  grantedBy: z.enum(['automatic', 'operator']).describe('by whose leave'),
})
/** How often a citizen may be asked, and what their silence does; 59-FZ knows no closing for silence. */
const clarification = z.strictObject({
  max: z.int().min(0).max(10).describe('how often a citizen may be asked'),
  onSilence: z.enum(['close', 'resume']).describe('what follows where they do not answer'),
})

/** Off unless a region says so: the control centre decides. */
const municipal = z
  .strictObject({
    assigns: z.boolean().default(false).describe('gives cases of its municipality to its own organisations'),
    moderates: z.boolean().default(false).describe('checks the answers of its own organisations'),
  })
  .default({ assigns: false, moderates: false })

export const policy = z.strictObject({
  version: z.string().min(1).describe('kept on every clock; give each change a new one'),
  moderateMessages: z.boolean().default(false).describe('whether a moderator reads messages before they are routed'),
  municipal: municipal.describe('what municipal centres may decide in the console'),
  terms: regimes(terms).describe('the general terms of each clock'),
  rules: z.array(rule).default([]).describe('exceptions; the first that fits decides'),
  reminders: reminders.describe('who is reminded, before and after a deadline'),
  quietHours: quietHours.describe('when mails to officials wait, but for emergencies'),
  extension: regimes(extension).describe('how the final answer may be put off'),
  clarification: regimes(clarification).describe('questions to the citizen'),
  reopening: z
    .strictObject({
      max: z.int().min(0).max(10).describe('how often'),
      windowDays: z.int().min(1).max(366).describe('within how many days of the answer'),
    })
    .describe('how a citizen may send an answer back'),
})

/** The same for light messages and for appeals under 59-FZ. */
function regimes<Shape extends z.ZodType>(shape: Shape) {
  return z.strictObject({
    message: shape.describe('of a message'),
    statutory: shape.describe('of an appeal under 59-FZ'),
  })
}
