// What people write in public on a community's page: comments under posts, photos, videos and in discussions, and posts that they suggest (Callback API 5.199;
// VKCOM/vk-api-schema, callback, wall and board). A community's token answers under posts alone. Called by vk.ts.
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Heard, Thread } from './network.ts'
import { attachments, othersIn, picturesIn } from './vk-attachments.ts'

export interface PublicEvent {
  readonly type: string
  readonly group_id?: number | undefined
  readonly event_id?: string | undefined
  readonly object?: unknown
}

const whose = z.optional(z.int())
/** Older versions and the four kinds name what they are under by different fields; none of them is always there. */
const places = {
  ...{ owner_id: whose, post_owner_id: whose, photo_owner_id: whose, video_owner_id: whose, topic_owner_id: whose },
  ...{ post_id: whose, photo_id: whose, pid: whose, video_id: whose, topic_id: whose },
}
const gone = z.object({ ...places, id: z.int() })
const comment = z.object({
  ...gone.shape,
  from_id: z.int(),
  date: z.number(),
  text: z._default(z.string(), ''),
  attachments,
  parents_stack: z.catch(z.optional(z.array(z.int())), undefined),
  reply_to_comment: z.catch(whose, undefined),
})
const post = z.object({
  ...{ id: z.int(), owner_id: z.int(), from_id: z.int(), date: z.number(), text: z._default(z.string(), '') },
  ...{ attachments, post_type: z.optional(z.string()) },
  geo: z.catch(z.optional(z.object({ coordinates: z.string() })), undefined),
})

const kinds = ['wall', 'photo', 'video', 'topic'] as const
type Kind = (typeof kinds)[number]
type Happened = 'new' | 'edit' | 'restore' | 'delete'

const NOTHING = { kind: 'nothing', why: 'shape' } as const

export function publicIn(event: PublicEvent): Heard {
  const { type, object } = event
  if (type === 'wall_post_new') return postIn(event)
  const [, name, happened] =
    /^(wall_reply|photo_comment|video_comment|board_post)_(new|edit|restore|delete)$/.exec(type) ?? []
  if (!name) return { kind: 'nothing', why: type.slice(0, 40) }
  const kind = kinds[['wall_reply', 'photo_comment', 'video_comment', 'board_post'].indexOf(name)]!
  const read = (happened === 'delete' ? gone : comment).safeParse(object)
  if (!read.success) return NOTHING
  const thread = threadOf(kind, read.data, event)
  return thread ? commentIn(read.data, thread, happened as Happened, event) : NOTHING
}

type Gone = z.output<typeof gone>
type Comment = z.output<typeof comment>

function commentIn(one: Gone | Comment, thread: Thread, happened: Happened, event: PublicEvent): Heard {
  const key = `${thread.on}.${thread.comment}`
  const again = `${key}.${happened}.${event.event_id?.slice(0, 64) ?? digestOf(event.object)}`
  if (!('from_id' in one)) return { kind: 'uncommented', key: again, thread }
  const at = new Date(one.date * 1000).toISOString()
  const { text, attachments: all = [], reply_to_comment: replied } = one
  if (isOwn(one.from_id, event))
    return replied === undefined || happened !== 'new'
      ? { kind: 'nothing', why: 'own' }
      : { kind: 'replied', key: `${key}.own`, thread: { on: thread.on, comment: String(replied) }, at }
  return {
    kind: 'commented',
    key: happened === 'new' ? key : again,
    person: String(one.from_id),
    thread,
    at,
    text,
    pictures: picturesIn(all),
    others: othersIn(all),
    ...(happened !== 'new' && { edited: true as const }),
  }
}

/** What the community puts up is what people comment; what somebody suggests is theirs, and nobody can comment it before it is published. */
function postIn(event: PublicEvent): Heard {
  const { data } = post.safeParse(event.object)
  if (!data) return NOTHING
  const { id, owner_id: owner, text, geo, attachments: all = [] } = data
  const on = `wall${owner}_${id}`
  if (data.post_type !== 'suggest')
    return isOwn(data.from_id, event)
      ? { kind: 'posted', key: `posted.${on}`, on, text, at: new Date(data.date * 1000).toISOString() }
      : { kind: 'nothing', why: 'post' }
  if (isOwn(data.from_id, event)) return { kind: 'nothing', why: 'own' }
  return {
    kind: 'commented',
    key: `${on}.suggested`,
    person: String(data.from_id),
    thread: { on, comment: String(id), link: `https://vk.com/${on}`, byHand: true },
    at: new Date(data.date * 1000).toISOString(),
    text,
    pictures: picturesIn(all),
    others: othersIn(all),
    ...locationIn(geo?.coordinates),
  }
}

/** "43.31 45.69" */
function locationIn(coordinates = ''): { location?: { lat: number; lon: number } } {
  const [lat, lon] = coordinates.split(' ').map(Number)
  return lat && lon ? { location: { lat, lon } } : {}
}

/** Undefined where it is not said what a comment is under. */
function threadOf(kind: Kind, one: Gone | Comment, { group_id: group }: PublicEvent): Thread | undefined {
  const named = {
    wall: [one.owner_id ?? one.post_owner_id, one.post_id],
    photo: [one.photo_owner_id ?? one.owner_id, one.photo_id ?? one.pid],
    video: [one.video_owner_id ?? one.owner_id, one.video_id],
    // The published shape of a discussion's comment does not name the discussion, and what comes does.
    topic: [one.topic_owner_id, one.topic_id],
  }[kind]
  const [owner = group === undefined ? undefined : -group, under = kind === 'topic' ? 0 : undefined] = named
  if (owner === undefined || under === undefined) return undefined
  const on = `${kind}${owner}_${under}`
  const first = 'from_id' in one ? one.parents_stack?.[0] : undefined
  const link = {
    wall: `https://vk.com/${on}?reply=${one.id}${first ? `&thread=${first}` : ''}`,
    photo: `https://vk.com/${on}`,
    video: `https://vk.com/${on}`,
    topic: under ? `https://vk.com/${on}?post=${one.id}` : `https://vk.com/board${-owner}`,
  }[kind]
  return { on, comment: String(one.id), link, ...(kind !== 'wall' && { byHand: true as const }) }
}

function isOwn(from: number, { group_id: group }: PublicEvent): boolean {
  return group !== undefined && from === -group
}

/** In place of a number, where an event has none: what happens again looks the same. */
function digestOf(object: unknown): string {
  return createHash('sha256').update(JSON.stringify(object)).digest('base64url').slice(0, 16)
}
