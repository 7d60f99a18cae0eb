// Indexes the key words of a region's topics by stem, weighted by rarity: a word that many topics use says little
// about each. Called by route-message.ts once per region.
import type { RegionFile, Topic } from '../../regions/schema.ts'
import { type Word, wordsOf } from '../language/words.ts'

export interface Phrase {
  readonly topic: number
  readonly stems: readonly string[]
  readonly excludes: boolean
}

export interface TopicWords {
  readonly topics: readonly Topic[]
  /** Phrases by their rarest stem: a phrase is looked for only where that word stands. */
  readonly byStem: ReadonlyMap<string, readonly Phrase[]>
  /** Of every stem of any phrase; 0 where only notKeywords use it. */
  readonly weight: ReadonlyMap<string, number>
}

export function indexTopics(region: RegionFile): TopicWords {
  const phrases = region.topics.flatMap((topic, at) => [
    ...phrasesOf(topic.keywords, at, false),
    ...phrasesOf(topic.notKeywords, at, true),
  ])
  const users = new Map<string, Set<number>>()
  for (const { stems, topic, excludes } of phrases) {
    if (!excludes) for (const stem of stems) users.set(stem, (users.get(stem) ?? new Set<number>()).add(topic))
  }
  const weight = new Map([...users].map(([stem, topics]) => [stem, Math.log(1 + region.topics.length / topics.size)]))
  for (const { stems } of phrases) for (const stem of stems) if (!weight.has(stem)) weight.set(stem, 0)
  const byStem = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const rarest = phrase.stems.reduce((a, b) => ((users.get(a)?.size ?? 0) <= (users.get(b)?.size ?? 0) ? a : b))
    byStem.set(rarest, [...(byStem.get(rarest) ?? []), phrase])
  }
  return { topics: region.topics, byStem, weight }
}

/** An abbreviation is met in its own form only: the stem of "ОДН" is that of "одной". */
function keyOf({ written, plain, stem }: Word): string {
  return written.length > 1 && written === written.toUpperCase() && /^\p{L}+$/u.test(written) ? exact(plain) : stem
}

/** The key of a word in its very form, beside its stem. */
export function exact(plain: string): string {
  return `=${plain}`
}

function phrasesOf(texts: readonly string[], topic: number, excludes: boolean): Phrase[] {
  const stems = texts.map((text) => wordsOf(text).map(keyOf))
  const distinct = new Map(stems.filter((list) => list.length > 0).map((list) => [list.join(' '), list]))
  return [...distinct.values()].map((list) => ({ topic, stems: list, excludes }))
}
