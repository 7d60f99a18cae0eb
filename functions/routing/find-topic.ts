// Ranks the topics a message may be about by the key words found in it. Called by route-message.ts, which decides
// whether the best is good enough: it knows whether two topics go to the same organisation.
import { inSeason } from '../calendar/season.ts'
import { landmarksIn } from './topic-context.ts'
import { exact, type Phrase, type TopicWords } from './topic-words.ts'
import { quote, type Word } from '../language/words.ts'

export interface Candidate {
  readonly topic: string
  readonly score: number
  readonly found: readonly string[]
}

/** A phrase may have this many other words between its own. */
const SLACK = 2
/** Of one repeated word, so that no text can make routing slow. */
const MOST_PLACES = 50
const PREPOSITION = /^(?:в|во|на|с|со|у|к|ко|по|от|до|из|за|для)$/
const OPENING_WORDS = 15
const OPENING_BONUS = 1.4
/** One rare word or two common ones; less is chance. */
export const LEAST_SCORE = 2.2

export function rankTopics(index: TopicWords, words: readonly Word[], date: string): Candidate[] {
  const positions = new Map<string, number[]>()
  words.forEach(({ stem, plain }, at) => {
    for (const key of [stem, exact(plain)]) if (index.weight.has(key)) note(positions, key, at)
  })
  const landmarks = landmarksIn(words)
  const matches = new Map<number, { stems: Map<string, number>; found: Set<string> }>()
  const excluded = new Set<number>()
  for (const stem of positions.keys()) {
    for (const phrase of index.byStem.get(stem) ?? []) {
      const span = spanOf(phrase, stem, positions, landmarks)
      if (!span) continue
      if (phrase.excludes) excluded.add(phrase.topic)
      const match = matches.get(phrase.topic) ?? { stems: new Map<string, number>(), found: new Set<string>() }
      if (!matches.has(phrase.topic)) matches.set(phrase.topic, match)
      const bonus = span[0] < OPENING_WORDS ? OPENING_BONUS : 1
      for (const part of phrase.stems) match.stems.set(part, Math.max(bonus, match.stems.get(part) ?? 0))
      match.found.add(quote(words, ...telling(words, span)))
    }
  }
  return [...matches]
    .filter(([at]) => !excluded.has(at) && inSeason(index.topics[at]!.season, date))
    .map(([at, { stems, found }]) => ({
      topic: index.topics[at]!.id,
      score: [...stems].reduce((sum, [stem, bonus]) => sum + bonus * (index.weight.get(stem) ?? 0), 0),
      found: dropContained([...found]),
    }))
    .sort((a, b) => b.score - a.score || a.topic.localeCompare(b.topic))
}

function note(positions: Map<string, number[]>, key: string, at: number) {
  const known = positions.get(key)
  if (known && known.length < MOST_PLACES) known.push(at)
  if (!known) positions.set(key, [at])
}

/** Without the prepositions at both ends: "мусора на улице", not "мусора на улице в". */
function telling(words: readonly Word[], span: readonly [from: number, to: number]): [from: number, to: number] {
  let [from, to] = span
  while (from < to && PREPOSITION.test(words[from]!.plain)) from += 1
  while (from < to && PREPOSITION.test(words[to]!.plain)) to -= 1
  return [from, to]
}

/** Without the quotes that a longer one contains. */
function dropContained(found: readonly string[]): string[] {
  return found.filter((quoted) => !found.some((other) => other !== quoted && other.includes(quoted)))
}

/** The first place in the message where all words of the phrase stand close together and say more than where something is. */
function spanOf(
  { stems }: Phrase,
  rarest: string,
  positions: ReadonlyMap<string, readonly number[]>,
  landmarks: ReadonlySet<number>,
) {
  for (const at of positions.get(rarest) ?? []) {
    let from = at
    let to = at
    let tells = !landmarks.has(at)
    const near = stems.every((stem) => {
      if (stem === rarest) return true
      const closest = positions.get(stem)?.find((other) => Math.abs(other - at) < stems.length + SLACK)
      if (closest === undefined) return false
      from = Math.min(from, closest)
      to = Math.max(to, closest)
      tells ||= !landmarks.has(closest)
      return to - from < stems.length + SLACK
    })
    if (near && tells) return [from, to] as const
  }
  return undefined
}
