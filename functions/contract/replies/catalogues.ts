// What a message may name. The API's replies have these types; read by the API's document.
import * as z from 'zod/mini'
import { about, type choice, named, orNull, type Said, term, texts } from './shared.ts'

const termOf = (description: string) => about(z.pick(term, { amount: true, unit: true }), description)
const monthDay = (description: string) => about(z.string(), `${description}, month and day: "11-08"`)

const topic = named(
  'Topic',
  z.object({
    id: about(z.string(), 'Name it in a message as `topic`.'),
    name: texts,
    group: orNull(z.object({ id: z.string(), name: texts }), 'The group it stands in.'),
    partOf: orNull(z.string(), 'The topic of the federal catalogue that it is part of, where it is finer.'),
    important: about(z.boolean(), 'It cannot wait: told at any hour.'),
    emergency: about(z.boolean(), 'A danger to life: tell citizens to call 112, and not to wait for an answer.'),
    season: orNull(
      z.object({ from: monthDay('The first day'), to: monthDay('The last') }),
      'When in the year it is offered.',
    ),
    terms: about(
      z.object({
        acceptance: termOf('Until somebody says that they work on it.'),
        finalAnswer: termOf('Until the answer.'),
      }),
      'As they hold today for a message about it anywhere; a rule for one place may say otherwise.',
    ),
  }),
  'What a message may be about.',
)

const municipality = named(
  'Municipality',
  z.object({
    id: about(z.string(), 'Name it in a message as `municipality`.'),
    name: texts,
    centre: about(z.object({ lat: z.number(), lon: z.number() }), 'A point in the middle, in degrees (WGS 84).'),
  }),
  'Where it may be.',
)

const organisation = named(
  'Organisation',
  z.object({
    id: z.string(),
    name: texts,
    kind: z.enum(['municipality', 'regional', 'utility', 'institution', 'federal']),
    municipality: orNull(z.string(), 'The one whose it is.'),
  }),
  'Who may answer.',
)

export const catalogueReplies = {
  topics: named(
    'Topics',
    z.object({ topics: about(z.array(topic), 'In the order of the region’s file.') }),
    'All topics of the region.',
  ),
  municipalities: named(
    'Municipalities',
    z.object({ municipalities: about(z.array(municipality), 'In the order of the region’s file.') }),
    'All municipalities of the region.',
  ),
  organisations: named(
    'Organisations',
    z.object({ organisations: about(z.array(organisation), 'In the order of the region’s file.') }),
    'All organisations that answer in the region.',
  ),
}

export type TopicView = Said<typeof topic>
export type MunicipalityView = Said<typeof municipality>
export type OrganisationView = Said<typeof organisation>

/** What may be chosen where something is missing. */
export type Choice = Said<typeof choice>
