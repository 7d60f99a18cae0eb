// An invented region, small enough to reason about: three organisations, four topics, Moscow time, Monday to Friday
// 09:00–18:00 without a break. Tests override what they are about.
import { readFileSync } from 'node:fs'
import { type FederalCalendar, type Region, regionFile } from '../regions/schema.ts'

const federalCalendar = JSON.parse(
  readFileSync(new URL('../regions/calendars/ru.json', import.meta.url), 'utf8'),
) as FederalCalendar

const person = (id: string) => ({ id, name: `Человек ${id}`, email: `${id}@little.example` })
const onDuty = (id: string) => ({ ...person(id), mails: 'at once' })
const body = (id: string, kind: string, municipality?: string) => ({
  id,
  name: { ru: `Орган ${id}` },
  kind,
  ...(municipality && { municipality }),
  responder: person(`${id}-responder`),
  deputy: person(`${id}-deputy`),
  supervisor: person(`${id}-supervisor`),
})
const hours = (amount: number) => ({ amount, unit: 'working hours' })
const workingDays = (amount: number) => ({ amount, unit: 'working days' })
const days = (amount: number) => ({ amount, unit: 'calendar days' })
const workday = ['09:00-18:00']

const terms = {
  moderation: hours(2),
  assignment: hours(2),
  acceptance: hours(4),
  firstResponse: hours(9),
  finalAnswer: workingDays(3),
  finalAfterInterim: workingDays(7),
  answerReview: workingDays(1),
  clarification: days(3),
  rating: days(14),
}

const file = {
  code: '99',
  name: { ru: 'Малая область' },
  languages: ['ru'],
  timeZone: 'Europe/Moscow',
  aws: { region: 'eu-central-1' },
  mail: {
    domain: 'otklik-99.example',
    from: 'otklik@otklik-99.example',
    replyTo: 'priyomnaya@little.example',
    displayName: 'Отклик',
  },
  phone: '+7 000 000-00-00',
  routing: { modes: { '*': 'auto' } },
  alarmRecipients: ['ops@little.example'],
  retention: { personalDataDays: 365, auditDays: 1095 },
  calendar: {
    base: 'ru',
    workingHours: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  },
  municipalities: [
    { id: 'north', name: { ru: 'Северный район' }, centre: { lat: 56, lon: 38 } },
    { id: 'south', name: { ru: 'Южный район' }, centre: { lat: 54, lon: 38 } },
  ],
  organisations: [
    body('north-office', 'municipality', 'north'),
    body('south-office', 'municipality', 'south'),
    body('health', 'regional'),
  ],
  topicGroups: [
    { id: 'roads', name: { ru: 'Дороги' } },
    { id: 'health', name: { ru: 'Здоровье' } },
  ],
  topics: [
    { id: 'roads.pothole', name: { ru: 'Яма' }, keywords: ['яма', 'выбоина'] },
    { id: 'roads.manhole', name: { ru: 'Открытый люк' }, keywords: ['люк'], important: true },
    {
      id: 'health.queue',
      name: { ru: 'Очередь к врачу' },
      keywords: ['врач', 'поликлиника'],
      terms: { finalAnswer: workingDays(1) },
    },
  ],
  routes: [
    { topics: ['health.*'], organisation: 'health' },
    { topics: ['*'], organisation: 'municipality' },
  ],
  policy: {
    version: '99-test.1',
    terms: { message: terms, statutory: { ...terms, finalAnswer: days(30) } },
    rules: [{ id: 'important', name: { ru: 'Важные темы' }, important: true, terms: { acceptance: hours(1) } }],
    reminders: {
      warnings: [{ at: 0.8 }],
      escalations: [
        { after: hours(0), to: 'deputy' },
        { after: hours(4), to: 'supervisor' },
        { after: workingDays(1), to: 'operator' },
      ],
    },
    quietHours: { from: '20:00', to: '08:00', digestAt: '08:30' },
    extension: {
      message: { max: 1, term: workingDays(7), grantedBy: 'operator' },
      statutory: { max: 1, term: days(30), grantedBy: 'operator' },
    },
    clarification: { message: { max: 2, onSilence: 'close' }, statutory: { max: 2, onSilence: 'resume' } },
    reopening: { max: 2, windowDays: 30 },
  },
  // They hear of each case by itself: how many wait is a test of its own.
  operators: [onDuty('operator-1'), onDuty('operator-2')],
  moderators: [onDuty('moderator-1')],
  integrators: [{ id: 'demo', name: 'Демо', scopes: ['messages:write', 'cases:read'] }],
}

type Policy = Region['policy']

/** The little region, with another policy where a test is about one. */
export function littleRegion(policy: Partial<Policy> = {}): Region {
  const region = regionFile.parse(file)
  return { ...region, stage: 'prod', policy: { ...region.policy, ...policy }, federalCalendar }
}
