// Reads a message by key words and names of places: which topics it may be about, and where it is. Called by route-message.ts, and where a
// model is given hints.
import type { Region } from '../../regions/schema.ts'
import { wordsOf } from '../language/words.ts'
import { findPlace, type Place } from './find-place.ts'
import { type Candidate, rankTopics } from './find-topic.ts'
import { listPlaceNames, type PlaceNames } from './place-names.ts'
import type { RoutingInput } from './routing.ts'
import { indexTopics, type TopicWords } from './topic-words.ts'

export interface Reading {
  readonly place: Place
  /** Topics by their key words, the best first. */
  readonly ranked: readonly Candidate[]
}

const indexes = new WeakMap<Region, { readonly names: PlaceNames; readonly topics: TopicWords }>()

export function readMessage(region: Region, input: RoutingInput): Reading {
  const { names, topics } = indexOf(region)
  const words = wordsOf(input.text)
  return {
    place: findPlace(region, names, input, words, wordsOf(input.address ?? '')),
    ranked: rankTopics(topics, words, input.date),
  }
}

function indexOf(region: Region) {
  const known = indexes.get(region)
  if (known) return known
  const made = { names: listPlaceNames(region), topics: indexTopics(region) }
  indexes.set(region, made)
  return made
}
