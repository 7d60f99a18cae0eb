// Answers GET /v1/events: what happened to the cases a key may see, after a place in the feed. Whoever asks again with `next` misses
// nothing and gets nothing twice. Called by the handler.
import type { FeedEntry } from '../case/feed.ts'
import { eventView } from '../contract/event-view.ts'
import { eventsQuery } from '../contract/events-query.ts'
import type { EventsReply } from '../contract/replies/events.ts'
import { environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { parse } from '../edge/parse.ts'
import { farAway } from '../edge/reach.ts'
import { wholeOf } from '../../regions/languages.ts'
import { feedAfter, type FeedHead, feedHead, feedStart } from '../store/feed.ts'
import { authorize, type Integrator } from '../intake/authorize.ts'
import { words } from './words.ts'

/** Entries that a page looks at, to find those of the key. */
const MOST_LOOKED_AT = 500
/** The feed of a region where nothing happened yet; its end is the beginning of any. */
const NOTHING: FeedHead = { feed: '0', last: 0, day: '' }

export async function getEvents(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const key = await authorize(request, tableName, 'cases:read', 'cases:read:all')
  const { after, since, limit } = parse(eventsQuery, request.query, request.language, farAway(request, 'since'))
  if (after !== undefined && since !== undefined) throw words[wholeOf(request.language)].afterOrSince
  const head = (await feedHead(tableName)) ?? NOTHING
  const place = await placeOf(request, tableName, head, after, since)
  const entries = await feedAfter(tableName, head, place, MOST_LOOKED_AT)
  if (entries.length === 0 && place < head.last && (await isGone(tableName, head, place, request.at)))
    throw words[wholeOf(request.language)].feedGone
  const visible = entries.filter((entry) => isVisible(entry, key)).slice(0, Number(limit))
  const isCut = visible.length === Number(limit)
  const last = (isCut ? visible.at(-1)?.position : entries.at(-1)?.position) ?? place
  const body = {
    events: visible.map(eventView),
    next: `${head.feed}-${last}`,
    more: last < head.last,
  } satisfies EventsReply
  return json(200, body, { 'Cache-Control': 'no-store' })
}

/** @throws Problem 400 for a cursor that is none, 410 for one of another feed */
async function placeOf(
  request: Request,
  tableName: string,
  head: FeedHead,
  after: string | undefined,
  since = '',
): Promise<number> {
  if (after === undefined) return feedStart(tableName, head, since, request.at)
  if (after === 'latest') return head.last
  const text = words[wholeOf(request.language)]
  const [, feed, position] = /^([0-9A-Z]{8}|0)-(\d{1,12})$/.exec(after) ?? []
  if (!feed) throw text.feedCursor
  const place = Number(position)
  if (feed === NOTHING.feed && place === 0) return 0
  if (feed !== head.feed || place > head.last) throw text.feedGone
  return place
}

/** What follows is either too old to be kept, or being written this moment. */
async function isGone(tableName: string, head: FeedHead, place: number, at: string): Promise<boolean> {
  return place < (await feedStart(tableName, head, '', at))
}

function isVisible({ integrator, test }: FeedEntry, key: Integrator): boolean {
  return (test === true) === key.test && (key.scopes.includes('cases:read:all') || integrator === key.id)
}
