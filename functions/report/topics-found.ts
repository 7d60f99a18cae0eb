// Finds the topics that a citizen's own words speak of, for them to choose from: in what they wrote, or in what they look for.
// Called by the page on which a message is checked.
import type { Region } from '../../regions/schema.ts'
import { wordsOf } from '../language/words.ts'
import { rankTopics } from '../routing/find-topic.ts'
import { indexTopics, type TopicWords } from '../routing/topic-words.ts'

const MOST = 4
const MOST_NAMED = 8
/** A person chooses, so what is this many times weaker than the best is offered, too. */
const IN_REACH = 3

export interface TopicFound {
  readonly topic: string
  /** The citizen's own words by which it was found. */
  readonly found: readonly string[]
}

/** As routing ranks them, the best first; at most four. @param date local date in the region, for seasonal topics */
export function topicsIn(region: Region, text: string, date: string): TopicFound[] {
  const index = indexOf(byWords, region, ({ keywords }) => keywords)
  return best(index, text, date).slice(0, MOST)
}

/** The same where the words are looked for as a topic: the words of the topics' names count as well; at most eight. */
export function topicsNamed(region: Region, wish: string, date: string): TopicFound[] {
  const wordsAndNames = ({ keywords, name }: Region['topics'][number]) => [
    ...keywords,
    ...Object.values(name).flatMap((one) => wordsOf(one).map(({ written }) => written)),
  ]
  return best(indexOf(byNames, region, wordsAndNames), wish, date).slice(0, MOST_NAMED)
}

function best(index: TopicWords, text: string, date: string): TopicFound[] {
  const ranked = rankTopics(index, wordsOf(text), date)
  const least = (ranked[0]?.score ?? 0) / IN_REACH
  return ranked.filter(({ score }) => score > least)
}

const byWords = new WeakMap<Region, TopicWords>()
const byNames = new WeakMap<Region, TopicWords>()

function indexOf(
  known: WeakMap<Region, TopicWords>,
  region: Region,
  keywordsOf: (topic: Region['topics'][number]) => readonly string[],
): TopicWords {
  const index =
    known.get(region) ??
    indexTopics({ ...region, topics: region.topics.map((one) => ({ ...one, keywords: [...keywordsOf(one)] })) })
  known.set(region, index)
  return index
}
