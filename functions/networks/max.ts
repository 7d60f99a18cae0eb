// MAX: the dialog with a bot (dev.max.ru, November 2026), comments under a channel's posts, words in groups, and answers. Updates have no number of their own; `seq` is larger than JSON can
// hold exactly and is never read. Called through networks.ts.
import * as z from 'zod/mini'
import { askJson } from './ask.ts'
import { baseOf } from './bases.ts'
import type { ChannelSecret, Heard, Network, Other, PictureRef, Said, Uttered } from './network.ts'
import { isSame } from './same.ts'

/** What cannot be read of a message does not lose the rest of it. */
const attachment = z.catch(
  z.object({
    type: z.string(),
    payload: z.catch(z.optional(z.object({ url: z.optional(z.string()) })), undefined),
    latitude: z.optional(z.number()),
    longitude: z.optional(z.number()),
  }),
  { type: 'unknown' },
)
/** What is null is not there. */
const body = z.object({
  mid: z.string(),
  text: z.optional(z.nullable(z.string())),
  attachments: z.catch(z.optional(z.nullable(z.array(attachment))), undefined),
})
const message = z.object({
  sender: z.optional(z.object({ user_id: z.number(), is_bot: z.optional(z.boolean()) })),
  recipient: z.object({
    chat_id: z.optional(z.nullable(z.number())),
    chat_type: z.string(),
    post_id: z.catch(z.optional(z.nullable(z.string())), undefined),
  }),
  url: z.catch(z.optional(z.nullable(z.string())), undefined),
  timestamp: z.number(),
  link: z.catch(z.optional(z.nullable(z.object({ type: z.string(), message: z.optional(body) }))), undefined),
  body,
})
const update = z.object({
  update_type: z.string(),
  timestamp: z._default(z.number(), 0),
  message: z.optional(z.unknown()),
  message_id: z.optional(z.string()),
  chat_id: z.optional(z.number()),
  user_id: z.optional(z.number()),
  /** Of `bot_started`: what stands behind "?start=". */
  payload: z.catch(z.optional(z.nullable(z.string())), undefined),
  post_id: z.optional(z.string()),
  user: z.optional(z.object({ user_id: z.number() })),
})

const others: Readonly<Record<string, Other>> = {
  file: 'document',
  audio: 'voice',
  video: 'video',
  sticker: 'sticker',
  contact: 'contact',
  share: 'link',
}

export const max: Network = {
  mostText: 4_000,
  knowsAgain: false,
  isGenuine: ({ headers }, { secret }) => isSame(headers['x-max-bot-api-secret'], secret),
  hear,
  say,
  addressOf: (_, picture) => Promise.resolve('url' in picture ? picture.url : undefined),
}

function hear(raw: unknown): Heard {
  const read = update.safeParse(raw)
  if (!read.success) return { kind: 'nothing', why: 'shape' }
  const { update_type: type, timestamp, message_id: id, chat_id: chat, user_id: user } = read.data
  switch (type) {
    case 'message_created':
    case 'message_edited': {
      const { data } = message.safeParse(read.data.message)
      return data ? heardIn(data, type === 'message_edited' ? timestamp : undefined) : { kind: 'nothing', why: 'shape' }
    }
    case 'message_removed':
      if (id && chat !== undefined && chat < 0) return removed(String(chat), id)
      if (!id || chat === undefined || user === undefined) return { kind: 'nothing', why: 'chat' }
      return { kind: 'deleted', key: `removed.${id}`, person: String(user), chat: String(chat) }
    case 'comment_created':
    case 'comment_edited': {
      const { data } = message.safeParse(read.data.message)
      return data
        ? commentIn(data, type === 'comment_edited' ? timestamp : undefined)
        : { kind: 'nothing', why: 'shape' }
    }
    case 'comment_removed': {
      const on = read.data.post_id ?? (chat === undefined ? undefined : String(chat))
      return id && on ? removed(on, id) : { kind: 'nothing', why: 'shape' }
    }
    case 'bot_started': {
      const who = read.data.user?.user_id
      if (who === undefined || chat === undefined) return { kind: 'nothing', why: 'shape' }
      const { payload: ref } = read.data
      return {
        ...{ kind: 'opened', key: `started.${chat}.${timestamp}`, person: String(who), chat: String(chat) },
        ...(ref && { ref }),
      }
    }
    default:
      return { kind: 'nothing', why: type.slice(0, 40) }
  }
}

type Message = z.output<typeof message>

function heardIn(one: Message, editedAt: number | undefined): Heard {
  const { sender, recipient, body: own } = one
  const { chat_id: chat, chat_type: type } = recipient
  if (type === 'channel')
    return { kind: 'posted', key: `posted.${own.mid}`, on: own.mid, text: own.text ?? '', at: instantOf(one.timestamp) }
  if (!sender || sender.is_bot) return { kind: 'nothing', why: 'own' }
  if (type === 'chat') return commentIn(one, editedAt)
  if (type !== 'dialog' || typeof chat !== 'number') return { kind: 'nothing', why: 'chat' }
  return {
    kind: 'said',
    key: `${own.mid}${editedAt === undefined ? '' : `.${editedAt}`}`,
    person: String(sender.user_id),
    chat: String(chat),
    ...contentOf(one),
    ...(editedAt !== undefined && { edited: true as const }),
    ...(one.link?.type === 'forward' && one.link.message && { forwarded: true as const }),
  }
}

/** A comment under a channel's post, or a word in a group. Of a comment the network may not say who wrote it. */
function commentIn(one: Message, editedAt: number | undefined): Heard {
  const { sender, recipient, body: own, url, link } = one
  const on = recipient.post_id ?? (typeof recipient.chat_id === 'number' ? String(recipient.chat_id) : undefined)
  if (!on) return { kind: 'nothing', why: 'shape' }
  const replied = link?.type === 'reply' ? link.message?.mid : undefined
  if (sender?.is_bot)
    return replied === undefined || editedAt !== undefined
      ? { kind: 'nothing', why: 'own' }
      : { kind: 'replied', key: `${on}.${own.mid}.own`, thread: { on, comment: replied }, at: instantOf(one.timestamp) }
  const content = contentOf(one)
  const isEmpty = content.text === '' && content.pictures.length + content.others.length === 0 && !content.location
  return {
    kind: 'commented',
    key: `${on}.${own.mid}${editedAt === undefined ? '' : `.${editedAt}`}`,
    ...(sender && { person: String(sender.user_id) }),
    thread: { on, comment: own.mid, ...(url?.startsWith('https://') && { link: url }) },
    ...content,
    ...(isEmpty && { others: ['unknown'] as const }),
    ...(editedAt !== undefined && { edited: true as const, editedAt: instantOf(editedAt) }),
  }
}

function removed(on: string, comment: string): Heard {
  return { kind: 'uncommented', key: `removed.${on}.${comment}`, thread: { on, comment } }
}

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function contentOf({ timestamp, link, body: own }: Message) {
  // Of what is passed on the files lie in the linked message; of what is answered they are the other side's.
  const passed = link?.type === 'forward' ? link.message : undefined
  const all = [...(own.attachments ?? []), ...(passed?.attachments ?? [])]
  const place = all.find(({ type }) => type === 'location')
  return {
    at: instantOf(timestamp),
    text: [own.text ?? '', passed?.text ?? ''].filter(Boolean).join('\n\n'),
    pictures: all.flatMap(pictureIn),
    others: [
      ...new Set(
        all
          .filter(({ type }) => !['image', 'location', 'inline_keyboard'].includes(type))
          .map(({ type }) => others[type] ?? 'unknown'),
      ),
    ],
    ...(place?.latitude !== undefined &&
      place.longitude !== undefined && { location: { lat: place.latitude, lon: place.longitude } }),
  }
}

function pictureIn({ type, payload }: z.output<typeof attachment>): PictureRef[] {
  return type === 'image' && payload?.url ? [{ url: payload.url }] : []
}

async function say(secret: ChannelSecret, { chat, text, isPerson }: Said): Promise<Uttered> {
  const to = isPerson ? 'user_id' : 'chat_id'
  const said = await sendMax(secret, `/messages?${to}=${encodeURIComponent(chat)}`, { text, notify: true })
  if (said.outcome !== 'not taken') return said
  const { status, why } = said
  return { outcome: 'refused', of: status === 403 || status === 404 ? 'person' : 'text', why }
}

/** MAX takes the message never: whoever sent it knows what that is the fault of. */
interface NotTaken {
  readonly outcome: 'not taken'
  readonly status: number
  readonly why: string
  /** What MAX calls it; empty where it says nothing. */
  readonly code: string
}

/** Sends a message, to a dialog or below a comment. */
export async function sendMax(
  secret: ChannelSecret,
  path: string,
  message: object,
): Promise<Exclude<Uttered, { outcome: 'refused' }> | NotTaken> {
  const answered = await callMax(secret, 'POST', path, message)
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  if (answered.outcome !== 'answered') return { outcome: 'unknown', why: answered.outcome }
  const { status, value } = answered
  const { message: sent, code: named } = (value ?? {}) as { message?: { body?: { mid?: unknown } }; code?: unknown }
  if (status === 200) return { outcome: 'sent', id: String(sent?.body?.mid ?? '') }
  const code = typeof named === 'string' && /^[\w.]{1,60}$/.test(named) ? named : ''
  const why = `${status} ${code}`.trim()
  if (status === 401) return { outcome: 'token', why }
  // What the network was overrun by may have been carried out before (500, 504); "too many" and "not now" were not.
  if (status === 429 || status === 503) return { outcome: 'later', why }
  if (status >= 500) return { outcome: 'unknown', why }
  return { outcome: 'not taken', status, why, code }
}

/** Asks the API: the token stands in a header of its own form, without “Bearer”. */
export function callMax(
  { token, authority }: ChannelSecret,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  value?: unknown,
) {
  return askJson({ url: `${baseOf('max')}${path}`, method, headers: { Authorization: token }, authority, value })
}
