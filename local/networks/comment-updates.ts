// What each network tells its receivers when somebody writes, corrects or deletes a comment, in its own form. Called by comment.ts.
import type { Receiver } from './world.ts'
import { CHANNEL, GROUP, type Remark, type Wall } from './walls.ts'

export interface CommentHappening {
  readonly what: 'said' | 'edited' | 'deleted' | 'restored'
  readonly wall: Wall
  readonly remark: Remark
  /** The comment in whose thread it stands: itself, where it is in none. */
  readonly root: number
  /** Now (ms). */
  readonly now: number
  readonly pictureUrl?: string
  readonly album?: string
}

/** Undefined where the network tells nothing of the kind. */
export function commentUpdate(receiver: Receiver, happening: CommentHappening): object | undefined {
  return { vk: ofVk, max: ofMax, telegram: ofTelegram }[receiver.network](receiver, happening)
}

/** What the page put up; Telegram's comes within the comments. */
export function postUpdate(receiver: Receiver, wall: Wall, now: number): object | undefined {
  const { network, place, id, text } = wall
  if (network === 'telegram' || place !== 'wall') return undefined
  if (network === 'max') {
    const recipient = { chat_id: CHANNEL, chat_type: 'channel' }
    return {
      update_type: 'message_created',
      timestamp: now,
      message: { recipient, timestamp: now, body: { mid: midOf(id), text } },
    }
  }
  return inVk(receiver, 'wall_post_new', postOfVk(wall), `${id}`)
}

const happenings = { said: 'new', edited: 'edit', deleted: 'delete', restored: 'restore' } as const
const kinds = { wall: 'wall_reply', photo: 'photo_comment', video: 'video_comment', topic: 'board_post' } as const

function ofVk(receiver: Receiver, { what, wall, remark, root, now, pictureUrl }: CommentHappening): object | undefined {
  const owner = -Number(receiver.account)
  const event = `${remark.id}-${what}-${now}`
  const said = { ...commentOfVk(remark, root, pictureUrl), from_id: remark.person }
  if (wall.place === 'suggest') {
    if (what !== 'said') return undefined
    return inVk(receiver, 'wall_post_new', { ...said, id: wall.id, owner_id: owner, post_type: 'suggest' }, event)
  }
  const type = `${kinds[wall.place]}_${happenings[what]}`
  const under = {
    wall: { owner_id: owner, post_id: wall.id },
    photo: { owner_id: owner, photo_owner_id: owner, photo_id: wall.id },
    video: { owner_id: owner, video_owner_id: owner, video_id: wall.id },
    topic: { topic_owner_id: owner, topic_id: wall.id },
  }[wall.place]
  const gone = { id: remark.id, user_id: remark.person, deleter_id: remark.person, ...under }
  return inVk(receiver, type, what === 'deleted' ? gone : { ...said, ...under }, event)
}

/** A comment as VK writes it, without what it is under (wall_wall_comment). */
export function commentOfVk(remark: Remark, root: number, pictureUrl?: string) {
  const size = { type: 'base', url: pictureUrl, width: 1280, height: 960 }
  const photo = { id: remark.id, owner_id: remark.person, sizes: [size] }
  return {
    ...{ id: remark.id, date: seconds(remark.at), text: remark.text },
    attachments: pictureUrl ? [{ type: 'photo', photo }] : [],
    ...(remark.to !== undefined && { parents_stack: [root], reply_to_comment: remark.to }),
  }
}

/** A post as VK writes it. */
export function postOfVk({ account, id, at, text }: Wall) {
  const owner = -Number(account)
  return { id, owner_id: owner, from_id: owner, date: seconds(at), text, post_type: 'post', attachments: [] }
}

function inVk({ account, secret }: Receiver, type: string, object: object, event: string): object {
  return { type, object, group_id: Number(account), event_id: event, v: '5.199', secret }
}

function ofMax(_: Receiver, { what, wall, remark, now, pictureUrl }: CommentHappening): object | undefined {
  const [mid, post_id] = [midOf(remark.id), midOf(wall.id)]
  if (what === 'restored') return undefined
  if (what === 'deleted')
    return {
      ...{ update_type: 'comment_removed', timestamp: now, message_id: mid },
      ...{ user_id: remark.person, chat_id: CHANNEL, post_id },
    }
  const sender = { user_id: remark.person, first_name: remark.name, is_bot: false, last_activity_time: now }
  const attachments = pictureUrl
    ? [{ type: 'image', payload: { photo_id: remark.id, token: 't', url: pictureUrl } }]
    : []
  const message = {
    ...{ sender, recipient: { chat_id: CHANNEL, chat_type: 'channel', post_id }, timestamp: remark.at },
    body: { mid, seq: '<seq>', text: remark.text, attachments },
  }
  return { update_type: what === 'edited' ? 'comment_edited' : 'comment_created', timestamp: now, message }
}

function ofTelegram(_: Receiver, { what, wall, remark, now, album }: CommentHappening): object | undefined {
  // It tells of no deletion (Bot API).
  if (what === 'deleted' || what === 'restored') return undefined
  const chat = { id: GROUP, type: 'supergroup', title: 'Обсуждение' }
  const channel = { id: GROUP - 1, type: 'channel', title: 'Страница' }
  const post = {
    ...{ message_id: wall.id, chat, date: seconds(remark.at), is_automatic_forward: true, sender_chat: channel },
    ...{ from: { id: 777_000, is_bot: false, first_name: 'Telegram' }, text: wall.text },
  }
  const file = {
    file_id: `${remark.picture}`,
    file_unique_id: `${remark.id}`,
    width: 1280,
    height: 960,
    file_size: 1_000,
  }
  const message = {
    ...{ message_id: remark.id, from: { id: remark.person, is_bot: false, first_name: remark.name }, chat },
    ...{ date: seconds(remark.at), message_thread_id: wall.id, reply_to_message: post },
    ...(remark.picture ? { photo: [file], ...(remark.text && { caption: remark.text }) } : { text: remark.text }),
    ...(album && { media_group_id: album }),
    ...(what === 'edited' && { edit_date: seconds(now) }),
  }
  const update_id = 700_000 + remark.id * 10 + (what === 'edited' ? 1 : 0)
  return { update_id, [what === 'edited' ? 'edited_message' : 'message']: message }
}

export function midOf(id: number): string {
  return `mid.${id}`
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
