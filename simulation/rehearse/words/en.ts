// The texts of a rehearsal in English. Read through words.ts.
import { counted } from '../../../functions/web/words/counted.ts'
import { remark } from '../remarks/words.en.ts'
import type { Words } from './shape.ts'

const letters = counted('en', { one: 'mail', other: 'mails' })
const days = counted('en', { one: 'day', other: 'days' })
const cases = counted('en', { one: 'case', other: 'cases' })
const people = counted('en', { one: 'person', other: 'people' })

export const en: Words = {
  title: (region) => `A rehearsal of deadlines and mails: ${region}`,
  policy: (version) => `policy ${version}`,
  dates: (from, to, all, working) => `${from} to ${to}: ${days(all)}, ${working} of them working days`,
  invented: (count, seed) =>
    `${cases(count)}, invented (seed ${seed}), and so is what people do. Terms, recipients and calendar are the region's.`,
  only: (organisation) => `only “${organisation}”: the cases that its routes bring, and its people`,
  calendar: 'Who gets how many mails on which day',
  strengths: {
    work: 'mails about work',
    warning: 'a reminder of a deadline among them',
    breach: 'a deadline has passed',
    escalation: 'told of somebody else’s overdue case',
  },
  dayOff: 'day off',
  letters,
  leftOut: (count) => `${people(count)} more with mails are not shown: --people shows everybody.`,
  untold: (count) => `Without a single mail: ${people(count)}.`,
  centre: 'Control centre',
  citizens: 'citizens',
  total: 'total',
  places: {
    responder: 'responder',
    deputy: 'deputy',
    supervisor: 'supervisor',
    head: 'head',
    operator: 'operator',
    moderator: 'moderator',
  },
  to: {
    responder: 'to the responder',
    deputy: 'to the deputy',
    supervisor: 'to the supervisor',
    head: 'to the head',
    operator: 'to the operator',
    moderator: 'to the moderator',
    citizen: 'to the citizen',
  },
  manners: {
    prompt: 'answers in time',
    slow: 'is slow',
    silent: 'never answers',
    asks: 'often asks the citizen',
    'passes on': 'passes cases on',
  },
  morning: 'digest',
  week: (from, to) => `What it looks like: one week, ${from} to ${to}`,
  noWeek: 'No responder got a mail in these days.',
  more: (count) => `… and ${count} more lines`,
  silent: 'A case that nobody answers, step by step',
  noSilent: 'There was none in these days: take more --days or --cases.',
  received: { message: 'A message came in', statutory: 'An appeal under Law 59-FZ came in' },
  nobodyDecides: 'the recipient is not clear, an operator chooses',
  by: (clock, due) => `${clock} by ${due}`,
  warned: (clock, percent) => `Reminder: ${percent} % of the term “${clock}” have passed`,
  missed: (clock) => `Overdue: ${clock}`,
  escalated: (clock, after) => `Told higher up: ${clock}, ${after ? `${after} after the deadline` : 'at the deadline'}`,
  insteadOf: (place) => `instead of: ${place}, where nobody stands`,
  mail: (to) => `mail ${to}`,
  mailLater: (to, what, notices) =>
    `Mail ${to}, held for the morning: “${what.join('”, “')}”${notices > 1 ? ` (${notices} notices in one mail)` : ''}`,
  ends: 'Nothing more happens until the end of these days.',
  silentTotal: (all, by) => `One case without an answer makes ${all}: ${by}.`,
  figures: 'Figures',
  perDay: (median, mostly) =>
    `On a day on which a person is written to: mostly ${median}, on nine days of ten no more than ${mostly}`,
  daysWithout: (share) => `Working days without a mail, of those who ever got one: ${share}`,
  most: (all, who, day) => `Most in one day: ${all}, ${day}, ${who}`,
  held: (all, notices) => `Held for the morning: ${all} with ${notices} notices in them`,
  reminders: (warnings, breaches, escalations) =>
    `${warnings} warnings, ${breaches} notices of a missed deadline, ${escalations} escalations`,
  inTime: (share, inTime, all) => `Answers to citizens in time: ${share} (${inTime} of ${all})`,
  clockColumns: ['clock', 'in time', 'late', 'not needed', 'running', 'overdue'],
  timers: (perCase, transitions, dollars) =>
    `Step Functions clocks per case ${perCase}, transitions ${transitions}: $${dollars} per 1,000 cases`,
  remarks: 'What to look at in the policy',
  noRemarks: 'Nothing.',
  everybody: 'All mails by person',
  remark,
}
