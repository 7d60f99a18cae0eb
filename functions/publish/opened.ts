// What a region opens to anybody, and which part of it a request asks for. Called by everything that is shown here.
import { nameIn } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { isShownTopic } from '../case/nearby.ts'
import { publishedTopics } from '../case/publication.ts'
import { deployedRegion } from '../edge/environment.ts'
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import type { PublicList } from '../store/public-lists.ts'

/** The topics whose figures the region's file opens. */
export function openTopics(region: Region): ReadonlySet<string> {
  return new Set(region.topics.filter(({ id }) => isShownTopic(region, id)).map(({ id }) => id))
}

export interface AskedAnswers {
  readonly region: Region
  /** Whose answers may be shown. */
  readonly topics: ReadonlySet<string>
  readonly list: PublicList
}

/** The list of answers that is asked for. @param open which topics may be asked for @throws Problem 404 of what the region does not have, or does not open: never another list. */
export function askedAnswers(
  request: Request,
  open: (region: Region) => ReadonlySet<string> = publishedTopics,
): AskedAnswers {
  const region = deployedRegion()
  const topics = open(region)
  const { topic, municipality } = request.query
  const isKnown = !municipality || region.municipalities.some(({ id }) => id === municipality)
  if (topics.size === 0 || !isKnown || (topic && !topics.has(topic))) throw nothingHere(region, request)
  return { region, topics, list: { ...(topic && { topic }), ...(municipality && { municipality }) } }
}

export function nothingHere(region: Region, { language }: Request): Problem {
  return new Problem(404, 'no-such-page', nameIn(region.name, language))
}

/** The address of a list, below the region's: of its page, or with ".atom" of its feed. */
export function addressOf(
  { topic, municipality }: PublicList,
  kind = '',
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(municipality && { municipality }),
    ...(topic && { topic }),
    ...more,
  }).toString()
  return `/public/answers${kind}${query && `?${query}`}`
}
