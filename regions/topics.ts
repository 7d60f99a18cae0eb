// Joins the federal catalogue with what a region says of its topics: switched off, changed, its own. Pure. Called by load.ts.
import type { Catalogue } from './catalogue.ts'
import { each, expect, groupOf, type Mistake } from './mistakes.ts'
import type { Texts, Topic } from './schema.ts'
import type { OwnTopics } from './written.ts'

export interface JoinedTopics {
  readonly topicGroups: readonly { readonly id: string; readonly name: Texts }[]
  readonly topics: readonly Topic[]
  /** Where each of the topics is written. */
  readonly places: readonly string[]
}

type Changes = OwnTopics['changed'][string]

export function joinTopics(catalogue: Catalogue, own: OwnTopics, languages: readonly string[]): JoinedTopics {
  const off = (id: string) => own.off.some((pattern) => pattern === id || pattern === `${groupOf(id)}.*`)
  const inherited = catalogue.topics
    .filter(({ id }) => !off(id))
    .map((topic) => ({ ...changed(topic, own.changed[topic.id]), name: nameOf(topic, own, languages) }))
  const topics = [...inherited, ...own.own]
  const used = new Set(topics.map(({ id }) => groupOf(id)))
  const groups = catalogue.groups.filter(({ id }) => used.has(id))
  return {
    topicGroups: [...groups.map(({ id, name }) => ({ id, name: only(name, languages) })), ...own.groups],
    topics,
    places: [
      ...inherited.map(({ id }) => (own.changed[id] ? `topics.changed["${id}"]` : `catalogue "${id}"`)),
      ...own.own.map((_, at) => `topics.own[${at}]`),
    ],
  }
}

/** What a region says of topics that the catalogue does not have. */
export function checkTopics({ topics, groups }: Catalogue, own: OwnTopics): Mistake[] {
  const known = new Map(topics.map((topic) => [topic.id, topic]))
  const patterns = new Set([...known.keys(), ...groups.map(({ id }) => `${id}.*`)])
  const missing = (what: string) => `"${what}" is not in the catalogue: correct it, see regions/catalogue`
  return [
    ...each(own.off, 'topics.off', (pattern, path) => expect(patterns.has(pattern), path, missing(pattern))),
    ...Object.entries(own.changed).flatMap(([id, changes]) => {
      const topic = known.get(id)
      const path = `topics.changed["${id}"]`
      return topic ? strayRemovals(topic, changes, path) : [{ path, message: missing(id) }]
    }),
    ...each(own.own, 'topics.own', ({ id, partOf }, path) => [
      ...expect(!known.has(id), `${path}.id`, `"${id}" is a topic of the catalogue: change it under topics.changed`),
      ...expect(partOf === undefined || known.has(partOf), `${path}.partOf`, missing(String(partOf))),
    ]),
  ]
}

/** A word that is to go, and is not there, is most often a word that changed its spelling in the catalogue. */
function strayRemovals(topic: Topic, changes: Changes, path: string): Mistake[] {
  return (['keywords', 'notKeywords'] as const).flatMap((list) =>
    each(changes[list]?.remove ?? [], `${path}.${list}.remove`, (word, at) =>
      expect(topic[list].includes(word), at, `"${word}" is not a word of the catalogue's "${topic.id}": leave it out`),
    ),
  )
}

function changed(topic: Topic, changes: Changes | undefined): Topic {
  if (!changes) return topic
  const { keywords, notKeywords, terms, ...rest } = changes
  return {
    ...topic,
    ...rest,
    keywords: reworded(topic.keywords, keywords),
    notKeywords: reworded(topic.notKeywords, notKeywords),
    ...((topic.terms ?? terms) && { terms: { ...topic.terms, ...terms } }),
  }
}

function reworded(words: readonly string[], change: Changes['keywords']) {
  return [...words.filter((word) => !change?.remove.includes(word)), ...(change?.add ?? [])]
}

function nameOf({ id, name }: Topic, own: OwnTopics, languages: readonly string[]) {
  return { ...only(name, languages), ...own.changed[id]?.name }
}

/** The texts in the region's languages: the functions need no others. */
export function only(name: Texts, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(languages.flatMap((language) => (name[language] ? [[language, name[language]]] : [])))
}
