// Whether the model in force still fits what people write and what officials decide. Pure. Called by week.ts; the function `learn` rings where it
// does not.
import { countStems } from '../model/features.ts'
import type { Model } from '../model/model.ts'
import { lowerBound } from '../model/trust.ts'
import type { Lesson } from './lesson.ts'

interface Share {
  readonly of: number
  readonly times: number
}

export interface Drift {
  /** What a model gave to an organisation without a person, and of that where the topic or the organisation was changed afterwards. */
  readonly corrected: Share
  /** What a model suggested first, and of that where a person chose otherwise. */
  readonly otherwise: Share
  /** Words of these messages, and those that the model in force does not know; beside it, that a newly trained one would not. */
  readonly unknownWords: Share
  readonly unknownToNew: Share
  /** Messages, and those about topics that the model in force cannot find. */
  readonly unknownTopics: Share
  /** What of it is beyond what may be; empty where all is well. */
  readonly signs: readonly Sign[]
}
export type Sign = 'corrected more than promised' | 'words are new' | 'topics are new'

/** A model trained anew knows so many more of the words (share of all). */
const WORDS_MORE = 0.05
/** So many messages (share) are about topics that the model cannot find. */
const TOPICS_MORE = 0.05

/** @param promised the share of decisions without a person that is to be right @param candidate a model trained on what is known today */
export function driftOf(
  lessons: readonly Lesson[],
  current: Model,
  candidate: Model | undefined,
  promised: number,
): Drift {
  const said = (how: 'decided' | 'suggested'): Share => {
    const all = lessons.filter((lesson) => lesson.said?.how === how)
    return { of: all.length, times: all.filter((lesson) => !stood(lesson)).length }
  }
  const corrected = said('decided')
  const unknownWords = unknownTo(current, lessons)
  const unknownToNew = unknownTo(candidate ?? current, lessons)
  const known = new Set(current.regionTopics)
  const unknownTopics = {
    of: lessons.length,
    times: lessons.filter(({ labels }) => !known.has(labels.topic!)).length,
  }
  const signs: Sign[] = []
  if (lowerBound(corrected.times, corrected.of) > 1 - promised) signs.push('corrected more than promised')
  if (shareOf(unknownWords) - shareOf(unknownToNew) > WORDS_MORE) signs.push('words are new')
  if (lowerBound(unknownTopics.times, unknownTopics.of) > TOPICS_MORE) signs.push('topics are new')
  return { corrected, otherwise: said('suggested'), unknownWords, unknownToNew, unknownTopics, signs }
}

/** Part of a whole; of nothing, nothing. */
export function shareOf({ of, times }: Share): number {
  return of === 0 ? 0 : times / of
}

function stood({ said, labels }: Lesson): boolean {
  return said?.topic === labels.topic && (labels.organisation ?? said?.organisation) === said?.organisation
}

function unknownTo({ index }: Model, lessons: readonly Lesson[]): Share {
  let of = 0
  let times = 0
  for (const { text } of lessons)
    for (const [stem, count] of countStems(text)) {
      of += count
      if (!index.has(stem)) times += count
    }
  return { of, times }
}
