// What each network tells its receivers when somebody writes: the fields of its documents that matter, in its own form. Called by person.ts.
import type { Line, NetworkName, Receiver, Talk } from './world.ts'

export interface Happening {
  readonly what: 'said' | 'edited' | 'deleted' | 'opened'
  readonly talk: Talk
  readonly line: Line
  readonly chat: number
  /** Now (ms). */
  readonly now: number
  readonly pictureUrl?: string
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly album?: string
}

/** The request that tells it; undefined where the network tells nothing of the kind. */
export function updateOf(
  receiver: Receiver,
  happening: Happening,
): { body: string; headers: Record<string, string> } | undefined {
  const body = bodies[receiver.network](receiver, happening)
  if (!body) return undefined
  return requestOf(receiver, body)
}

export function requestOf(receiver: Receiver, body: object): { body: string; headers: Record<string, string> } {
  // JSON of ours holds no number as large as MAX's `seq`, and theirs does.
  return { body: JSON.stringify(body).replace('"<seq>"', '116327994376978687'), headers: headersOf(receiver) }
}

function headersOf({ network, secret }: Receiver): Record<string, string> {
  if (network === 'max') return { 'X-Max-Bot-Api-Secret': secret }
  return network === 'telegram' ? { 'X-Telegram-Bot-Api-Secret-Token': secret } : {}
}

const bodies: Readonly<Record<NetworkName, (receiver: Receiver, happening: Happening) => object | undefined>> = {
  vk: ofVk,
  max: ofMax,
  telegram: ofTelegram,
}

function ofVk({ account, secret }: Receiver, { what, talk, line, chat, now, pictureUrl, location }: Happening) {
  const wrap = (type: string, object: object) => ({
    ...{ type, object, group_id: Number(account), event_id: `${type}-${line.id}-${now}`, v: '5.199', secret },
  })
  // A link tells nothing by itself: what it said comes with what is written.
  if (what === 'deleted' || (what === 'opened' && talk.ref)) return undefined
  if (what === 'opened') return wrap('message_allow', { user_id: talk.person, key: '' })
  const size = { type: 'base', url: pictureUrl, width: 1280, height: 960 }
  const message = {
    ...{
      id: line.id,
      date: Math.floor(line.at / 1000),
      from_id: talk.person,
      peer_id: chat,
      out: 0,
      version: 10_000 + line.id,
    },
    ...{ text: line.text, conversation_message_id: line.id, fwd_messages: [], random_id: 0, important: false },
    attachments: pictureUrl ? [{ type: 'photo', photo: { id: line.id, owner_id: talk.person, sizes: [size] } }] : [],
    ...(location && { geo: { type: 'point', coordinates: { latitude: location.lat, longitude: location.lon } } }),
    ...(what === 'edited' && { update_time: Math.floor(now / 1000) }),
    ...(talk.ref && { ref: talk.ref, ref_source: 'qr' }),
  }
  const client_info = { button_actions: ['text'], keyboard: true, inline_keyboard: true, carousel: true, lang_id: 0 }
  return what === 'edited' ? wrap('message_edit', message) : wrap('message_new', { message, client_info })
}

function ofMax(_: Receiver, { what, talk, line, chat, now, pictureUrl, location }: Happening) {
  const user = { user_id: talk.person, first_name: talk.name, is_bot: false, last_activity_time: now }
  if (what === 'opened')
    return { update_type: 'bot_started', timestamp: now, chat_id: chat, user, payload: talk.ref || null }
  const mid = `mid.${line.id}`
  if (what === 'deleted')
    return { update_type: 'message_removed', timestamp: now, message_id: mid, chat_id: chat, user_id: talk.person }
  const attachments = [
    ...(pictureUrl ? [{ type: 'image', payload: { photo_id: line.id, token: 'picture', url: pictureUrl } }] : []),
    ...(location ? [{ type: 'location', latitude: location.lat, longitude: location.lon }] : []),
  ]
  const message = {
    ...{ sender: user, recipient: { chat_id: chat, chat_type: 'dialog', user_id: 1 }, timestamp: line.at },
    body: { mid, seq: '<seq>', text: line.text, ...(attachments.length > 0 && { attachments }) },
  }
  return {
    update_type: what === 'edited' ? 'message_edited' : 'message_created',
    timestamp: now,
    message,
    user_locale: 'ru',
  }
}

function ofTelegram(_: Receiver, { what, talk, line, chat, now, pictureUrl, location, album }: Happening) {
  // It tells of no deletion (Bot API).
  if (what === 'deleted') return undefined
  const text = what === 'opened' ? `/start ${talk.ref ?? ''}`.trim() : line.text
  const file = (size: number) => ({
    file_id: `${line.picture}`,
    file_unique_id: `${line.id}`,
    width: size,
    height: size,
    file_size: 1_000,
  })
  const words = pictureUrl ? { ...(text && { caption: text }) } : { ...(text && { text }) }
  const message = {
    ...{ message_id: line.id, from: { id: talk.person, is_bot: false, first_name: talk.name, language_code: 'ru' } },
    ...{ chat: { id: chat, type: 'private', first_name: talk.name }, date: Math.floor(line.at / 1000) },
    ...words,
    ...(pictureUrl && { photo: [file(90), file(1280)] }),
    ...(location && { location: { latitude: location.lat, longitude: location.lon } }),
    ...(album && { media_group_id: album }),
    ...(what === 'edited' && { edit_date: Math.floor(now / 1000) }),
  }
  return {
    update_id: 500_000 + line.id * 10 + (what === 'edited' ? 1 : 0),
    [what === 'edited' ? 'edited_message' : 'message']: message,
  }
}
