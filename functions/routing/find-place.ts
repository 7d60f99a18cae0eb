// Decides the municipality: the sender's word first, then the address, the point and the text. Two different places,
// whatever named them, decide nothing. Called by route-message.ts.
import type { Region } from '../../regions/schema.ts'
import type { PlaceNames } from './place-names.ts'
import { findNearest } from './place-by-coordinates.ts'
import { type Mention, placesIn } from './place-in-text.ts'
import type { Reason, RoutingInput } from './routing.ts'
import type { Word } from './words.ts'

export type Place =
  | { readonly state: 'known'; readonly municipality: string; readonly because: readonly Reason[] }
  | { readonly state: 'unknown' | 'ambiguous'; readonly municipality?: undefined; readonly because: readonly Reason[] }

export function findPlace(
  region: Pick<Region, 'municipalities' | 'outlines'>,
  names: PlaceNames,
  input: RoutingInput,
  text: readonly Word[],
  address: readonly Word[],
): Place {
  const given = region.municipalities.find((place) => place.id === input.municipality)
  if (given) return known(given.id, [reason('sender', given.id, given.id)])
  const written = named(placesIn(names, address, true))
  const told =
    written.state === 'known' ? written : named([...placesIn(names, address, true), ...placesIn(names, text, false)])
  if (!input.location) return told
  const near = findNearest(region, input.location)
  const found = `${input.location.lat}, ${input.location.lon}`
  const here = near.municipality === undefined ? [] : [reason('coordinates', near.municipality, found)]
  if (told.state === 'known') {
    if (near.municipality === told.municipality) return known(told.municipality, [...here, ...told.because])
    if (near.inReach.size === 0 || near.inReach.has(told.municipality)) return told
    return { state: 'ambiguous', because: [...here, ...told.because] }
  }
  if (near.municipality === undefined) return told
  const isNamed = told.because.some(({ value }) => value.split(' ').includes(near.municipality!))
  if (told.state === 'ambiguous' && !isNamed) return { state: 'ambiguous', because: [...here, ...told.because] }
  return known(near.municipality, [...here, ...told.because])
}

/** The municipality that all names in a text have in common. */
function named(mentions: readonly Mention[]): Place {
  if (mentions.length === 0) return { state: 'unknown', because: [] }
  const telling = mentions.filter((mention) => !mentions.some((town) => isAround(mention, town)))
  const common = telling
    .map(({ name }) => name.municipalities)
    .reduce((all, ids) => all.filter((id) => ids.includes(id)))
  const because = mentions.slice(0, 4).map(({ name, found }) => reason('place', name.municipalities.join(' '), found))
  return common.length === 1 ? known(common[0]!, because) : { state: 'ambiguous', because }
}

/** "Обоянский район, г. Обоянь" is the town: a postal address names the district around it as well. */
function isAround({ name, at, end }: Mention, town: Mention): boolean {
  const beside = (town.at > end && town.at - end <= 2) || (at > town.end && at - town.end === 1)
  const namedAfter = name.key.slice(0, 4) === town.name.key.slice(0, 4)
  return name.district && town.name.own && !town.name.district && beside && namedAfter
}

function known(municipality: string, because: readonly Reason[]): Place {
  return { state: 'known', municipality, because }
}

function reason(step: Reason['step'], value: string, found: string): Reason {
  return { step, about: 'municipality', value, found }
}
