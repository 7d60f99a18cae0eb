// Decides the municipality: what the citizen said when asked first, then the sender's word, then the address, the points and the text. Two different places,
// whatever named them, decide nothing, nor does a point beyond the region's borders. Where nothing of these names a place, or a name that several places
// share, the official page decides on which it was written. Called by route-message.ts.
import type { Region } from '../../regions/schema.ts'
import type { PlaceNames } from './place-names.ts'
import { findNearest, type Near } from './place-by-coordinates.ts'
import { type Mention, placesIn } from './place-in-text.ts'
import { type PointInText, pointsIn } from './points-in-text.ts'
import type { Reason, RoutingInput } from './routing.ts'
import { type Spot, spotsIn } from './spots-in-text.ts'
import { type Word, wordsOf } from '../language/words.ts'

/** As many tell a person why. */
const MOST_NAMES = 4

export type Place =
  | { readonly state: 'known'; readonly municipality: string; readonly because: readonly Reason[] }
  | {
      readonly state: 'unknown' | 'ambiguous' | 'outside'
      readonly municipality?: undefined
      readonly because: readonly Reason[]
    }

export function findPlace(
  region: Pick<Region, 'municipalities' | 'outlines' | 'settlements' | 'landmarks'>,
  names: PlaceNames,
  input: RoutingInput,
  text: readonly Word[],
  address: readonly Word[],
): Place {
  const chosen = region.municipalities.find((place) => place.id === input.said?.municipality)
  if (chosen) return known(chosen.id, [reason('asked', chosen.id, '')])
  const given = region.municipalities.find((place) => place.id === input.municipality)
  if (given) return known(given.id, [reason('sender', given.id, given.id)])
  const told = nameIn(region, names, wordsOf(input.said?.words ?? ''), address, text)
  const points = pointsOf(input).map((point) => ({ ...findNearest(region, point), found: point.found }))
  return byPage(region, input, points.length === 0 ? told : agreed(points, told))
}

/** A page is about one place: it is meant where the message names no other. */
function byPage({ municipalities }: Pick<Region, 'municipalities'>, { page }: RoutingInput, place: Place): Place {
  const own = municipalities.find(({ id }) => id === page?.municipality)?.id
  if (own === undefined || place.state === 'known' || place.state === 'outside') return place
  const isMeant = ({ step, value }: Reason) => step === 'place' && value.split(' ').includes(own)
  return place.because.every(isMeant) ? known(own, [...place.because, reason('page', own, page!.name)]) : place
}

/** What was said when asked is believed before the address, and that before the text. */
function nameIn(
  region: Parameters<typeof findPlace>[0],
  names: PlaceNames,
  said: readonly Word[],
  address: readonly Word[],
  text: readonly Word[],
): Place {
  const answered = placesIn(names, said, true)
  const answer = named(answered, spotsIn(region, said, true))
  if (answer.state === 'known') return { ...answer, because: answer.because.map((one) => ({ ...one, step: 'asked' })) }
  const written = placesIn(names, address, true)
  const addressed = named(written, spotsIn(region, address, true))
  if (addressed.state === 'known') return addressed
  const spots = [...spotsIn(region, said, true), ...spotsIn(region, address, true), ...spotsIn(region, text, false)]
  return named([...answered, ...written, ...placesIn(names, text, false)], spots)
}

type Located = Near & { readonly found: string }

/** The sender's point, and those in the text and the address. */
function pointsOf({ location, text, address }: RoutingInput): PointInText[] {
  const given = location ? [{ ...location, found: `${location.lat}, ${location.lon}` }] : []
  return [...given, ...pointsIn(address ?? ''), ...pointsIn(text)]
}

/** What the points and the names say together. */
function agreed(points: readonly Located[], told: Place): Place {
  const because = [...points.flatMap(reasonOf), ...told.because]
  const here = [...new Set(points.flatMap(({ municipality }) => municipality ?? []))]
  if (told.state === 'known') {
    if (here.length === 1 && here[0] === told.municipality && !points.some(({ outside }) => outside))
      return known(told.municipality, because)
    const credible = points.every(
      ({ inReach, outside }) => inReach.has(told.municipality) || (inReach.size === 0 && !outside),
    )
    if (credible) return told
  }
  if (points.every(({ outside }) => outside)) return { state: 'outside', because }
  if (told.state === 'known' || here.length > 1 || points.some(({ outside }) => outside))
    return { state: 'ambiguous', because }
  if (here.length === 0) return told
  const isNamed = told.because.some(({ value }) => value.split(' ').includes(here[0]!))
  return told.state === 'ambiguous' && !isNamed ? { state: 'ambiguous', because } : known(here[0]!, because)
}

/** A point beyond the borders is evidence of no municipality; one too near to a border is none at all. */
function reasonOf({ municipality, outside, found }: Located): Reason[] {
  return municipality !== undefined || outside ? [reason('coordinates', municipality ?? '', found)] : []
}

/** The municipality that all names in a text have in common. Where there are several, landmarks and streets may tell which; alone only where no place is named. */
function named(mentions: readonly Mention[], spots: readonly Spot[]): Place {
  if (mentions.length === 0) return spotted(spots.filter(({ decides }) => decides))
  const telling = mentions.filter((mention) => !mentions.some((town) => isAround(mention, town)))
  const common = telling
    .map(({ name }) => name.municipalities)
    .reduce((all, ids) => all.filter((id) => ids.includes(id)))
  const names = [...new Set(mentions.map(({ name }) => name))].slice(0, MOST_NAMES)
  const because = names.map((one) => {
    return reason('place', one.municipalities.join(' '), mentions.find(({ name }) => name === one)!.found)
  })
  if (common.length === 1) return known(common[0]!, because)
  const [which, ...others] = common.filter((id) => spots.every(({ municipalities }) => municipalities.includes(id)))
  return which !== undefined && others.length === 0
    ? known(which, [...because, ...reasonsOf(spots)])
    : { state: 'ambiguous', because }
}

/** Where landmarks and streets alone say that it is. */
function spotted(spots: readonly Spot[]): Place {
  const [first, ...others] = spots
  if (!first) return { state: 'unknown', because: [] }
  const common = first.municipalities.filter((id) => others.every(({ municipalities }) => municipalities.includes(id)))
  return common.length === 1 ? known(common[0]!, reasonsOf(spots)) : { state: 'ambiguous', because: reasonsOf(spots) }
}

function reasonsOf(spots: readonly Spot[]): Reason[] {
  return spots
    .slice(0, MOST_NAMES)
    .map(({ municipalities, found }) => reason('place', municipalities.slice(0, MOST_NAMES).join(' '), found))
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
