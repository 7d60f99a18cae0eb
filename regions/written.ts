// What a region's own file, region.json in its folder, may say: all that schema.ts knows but the lists, which stand beside
// it as CSV, and of the topics what is different from the federal catalogue. Read by load.ts; editors get it as
// region.schema.json.
import * as z from 'zod'
import { terms } from './policy.ts'
import { regionFile, topic } from './schema.ts'
import { id, season, texts, topicId } from './shapes.ts'

const words = z.strictObject({
  add: z.array(z.string().min(2)).default([]).describe('words and phrases that are the region’s own'),
  remove: z.array(z.string().min(2)).default([]).describe('words of the catalogue that mislead in this region'),
})

/** How a topic of the catalogue differs in the region. What is not named stays as it is. */
const difference = z.strictObject({
  name: texts.optional().describe('instead of the catalogue’s, by language'),
  keywords: words.optional().describe('what a message about the topic says'),
  notKeywords: words.optional().describe('what a message says that is about something else'),
  season: season.optional().describe('when the topic is offered and found; first and last day'),
  important: z.boolean().optional().describe('an emergency: told at once, at any hour'),
  emergency: z.boolean().optional().describe('a danger to life: citizens are told whom to call and not to wait'),
  sensitive: z.boolean().optional().describe('mails carry no text, and officials read it after a code by mail'),
  terms: terms.partial().optional().describe('terms of clocks, one by one instead of the catalogue’s'),
})

const topics = z.strictObject({
  off: z
    .array(z.string().min(1))
    .default([])
    .describe('topics of the catalogue the region does without: "roads.bridge" or "sport.*"'),
  changed: z.record(topicId, difference).default({}).describe('topics of the catalogue that differ in the region'),
  groups: z
    .array(
      z.strictObject({ id: id.describe('the first part of its topics’ ids'), name: texts.describe('by language') }),
    )
    .default([])
    .describe('categories of the region’s own'),
  own: z.array(topic).default([]).describe('topics only this region has'),
})

export const writtenFile = regionFile
  .omit({
    municipalities: true,
    settlements: true,
    organisations: true,
    topicGroups: true,
    topics: true,
    routes: true,
    operators: true,
    moderators: true,
    municipals: true,
    analysts: true,
    administrators: true,
  })
  .extend({ topics: topics.prefault({}).describe('how the region’s topics differ from regions/catalogue') })

export type OwnTopics = z.output<typeof writtenFile>['topics']
