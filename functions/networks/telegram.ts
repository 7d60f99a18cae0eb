// Telegram: the dialog with a bot (Bot API 10.1), comments under a channel's posts, and answers. Addresses hold the token, so they are made for one request and never kept or
// named. Called through networks.ts.
import * as z from 'zod/mini'
import { askJson } from './ask.ts'
import { baseOf } from './bases.ts'
import type { ChannelSecret, Commented, Heard, Network, Other, PictureRef, Said, Uttered } from './network.ts'
import { isSame } from './same.ts'

const file = z.object({ file_id: z.string(), file_size: z.optional(z.number()) })
const sender = z.catch(z.optional(z.object({ id: z.int() })), undefined)
/** What a comment replies to: the channel's post as it came to the group, or another comment. */
const repliedTo = z.object({
  media_group_id: z.catch(z.optional(z.string()), undefined),
  message_id: z.optional(z.int()),
  is_automatic_forward: z.optional(z.boolean()),
  sender_chat: sender,
  text: z.optional(z.string()),
  caption: z.optional(z.string()),
})
const message = z.object({
  message_id: z.int(),
  from: z.optional(z.object({ id: z.int(), is_bot: z.optional(z.boolean()) })),
  chat: z.object({ id: z.int(), type: z.string(), username: z.catch(z.optional(z.string()), undefined) }),
  sender_chat: sender,
  message_thread_id: z.optional(z.int()),
  is_automatic_forward: z.optional(z.boolean()),
  is_topic_message: z.optional(z.boolean()),
  reply_to_message: z.catch(z.optional(repliedTo), undefined),
  date: z.int(),
  edit_date: z.optional(z.int()),
  text: z.optional(z.string()),
  caption: z.optional(z.string()),
  photo: z.catch(z.optional(z.array(file)), undefined),
  document: z.catch(z.optional(z.object({ ...file.shape, mime_type: z.optional(z.string()) })), undefined),
  location: z.catch(z.optional(z.object({ latitude: z.number(), longitude: z.number() })), undefined),
  media_group_id: z.optional(z.string()),
  forward_origin: z.optional(z.unknown()),
})
/** The post that is passed on to its channel's group, as the channel has it. */
const channelOrigin = z.object({ type: z.literal('channel'), chat: z.object({ id: z.int() }), message_id: z.int() })
const update = z.object({
  ...{ message: z.optional(z.unknown()), edited_message: z.optional(z.unknown()) },
  channel_post: z.optional(z.unknown()),
})

/** Parts of a message by the kind that we call them; `location` comes with `venue`, too. */
const others: Readonly<Record<string, Other>> = {
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  video_note: 'video',
  animation: 'video',
  sticker: 'sticker',
  contact: 'contact',
  poll: 'poll',
}
/** What says something of the chat and nothing by anybody. */
const OF_THE_CHAT = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
]

export const telegram: Network = {
  mostText: 4_096,
  knowsAgain: false,
  isGenuine: ({ headers }, { secret }) => isSame(headers['x-telegram-bot-api-secret-token'], secret),
  hear,
  say,
  addressOf,
}

function hear(raw: unknown): Heard {
  const read = update.safeParse(raw)
  if (!read.success) return { kind: 'nothing', why: 'shape' }
  const { message: written, edited_message: edited, channel_post: post } = read.data
  const whole = written ?? edited ?? post
  if (whole === undefined) return { kind: 'nothing', why: 'no message' }
  const { data } = message.safeParse(whole)
  return data
    ? heardIn(data, whole as Record<string, unknown>, edited !== undefined)
    : { kind: 'nothing', why: 'shape' }
}

type Message = z.output<typeof message>

function heardIn(one: Message, whole: Record<string, unknown>, edited: boolean): Heard {
  const { from, chat } = one
  if (chat.type === 'channel') return postedIn(one, chat.id, one.message_id)
  if (chat.type !== 'private') return commentIn(one, whole, edited)
  if (!from || from.is_bot) return { kind: 'nothing', why: 'own' }
  if (OF_THE_CHAT.some((name) => name in whole)) return { kind: 'nothing', why: 'of the chat' }
  const who = { person: String(from.id), chat: String(chat.id) }
  const key = `${chat.id}.${one.message_id}`
  const content = contentOf(one, whole)
  const [isStart, ref] = /^\/start(?:\s+([\w-]{1,64}))?(?:\s|$)/.exec(content.text) ?? []
  if (isStart !== undefined) return { kind: 'opened', key, ...who, ...(ref && { ref }) }
  const { others: known } = content
  return {
    kind: 'said',
    key: edited ? `${key}.${one.edit_date ?? one.date}` : key,
    ...who,
    ...content,
    others: isEmpty(content) ? ['unknown'] : known,
    ...(edited && { edited: true as const }),
    ...(one.forward_origin !== undefined && { forwarded: true as const }),
  }
}

/** A comment under a channel's post is a message in the thread that the post has in the channel's group. */
function commentIn(one: Message, whole: Record<string, unknown>, edited: boolean): Heard {
  const { from, sender_chat: as, chat, message_thread_id: threadId, reply_to_message: replied } = one
  if (one.is_automatic_forward) {
    const { data: origin } = channelOrigin.safeParse(one.forward_origin)
    return origin && !edited ? postedIn(one, origin.chat.id, origin.message_id) : { kind: 'nothing', why: 'own' }
  }
  const isUnderPost = replied?.is_automatic_forward === true || (threadId !== undefined && !one.is_topic_message)
  if (chat.type !== 'supergroup' || !isUnderPost) return { kind: 'nothing', why: 'chat' }
  // Whoever writes as the group, or as the channel itself, is the page; a person who writes as a channel of theirs has a bot's name beside it.
  const page = [chat.id, ...(replied?.is_automatic_forward && replied.sender_chat ? [replied.sender_chat.id] : [])]
  if (as ? page.includes(as.id) : !from || from.is_bot) {
    const answered = replied?.is_automatic_forward ? undefined : replied?.message_id
    if (answered === undefined || edited || !as) return { kind: 'nothing', why: 'own' }
    const on = { on: String(chat.id), comment: String(answered), ...albumOf(replied) }
    return { kind: 'replied', key: `${chat.id}.${one.message_id}.own`, thread: on, at: instantOf(one.date) }
  }
  const content = contentOf(one, whole)
  if (isEmpty(content)) return { kind: 'nothing', why: 'of the chat' }
  const key = `${chat.id}.${one.message_id}`
  const post = replied?.is_automatic_forward ? (replied.text ?? replied.caption) : undefined
  const place = chat.username ?? `c/${String(chat.id).replace(/^-100/, '')}`
  const thread = threadId ?? replied?.message_id
  return {
    kind: 'commented',
    key: edited ? `${key}.${one.edit_date ?? one.date}` : key,
    person: String(as?.id ?? from!.id),
    thread: {
      on: String(chat.id),
      comment: String(one.message_id),
      ...(thread !== undefined && { post: String(thread) }),
      ...albumOf(one),
      link: `https://t.me/${place}/${one.message_id}${thread === undefined ? '' : `?thread=${thread}`}`,
    },
    ...content,
    ...(edited && { edited: true as const, editedAt: instantOf(one.edit_date ?? one.date) }),
    ...(post && { post }),
  }
}

/** The same post comes from the channel, where the bot is in it, and from its group. */
function postedIn(one: Message, channel: number, id: number): Heard {
  const on = `${channel}.${id}`
  return { kind: 'posted', key: `posted.${on}`, on, text: one.text ?? one.caption ?? '', at: instantOf(one.date) }
}

type Content = Pick<Commented, 'at' | 'text' | 'pictures' | 'others' | 'location' | 'album'>

function contentOf(one: Message, whole: Record<string, unknown>): Content {
  const { document } = one
  const picture = document?.mime_type?.startsWith('image/') ? document : one.photo?.at(-1)
  const kinds = Object.keys(others).filter((name) => name in whole && !(name === 'animation' && picture))
  const known = [
    ...(document && document !== picture && !('animation' in whole) ? ['document' as const] : []),
    ...kinds.map((name) => others[name]!),
  ]
  return {
    at: instantOf(one.date),
    text: one.text ?? one.caption ?? '',
    pictures: picture ? [refOf(picture)] : [],
    others: [...new Set(known)],
    ...(one.location && { location: { lat: one.location.latitude, lon: one.location.longitude } }),
    ...albumOf(one),
  }
}

function albumOf(one: { readonly media_group_id?: string | undefined } | undefined): { album?: string } {
  return one?.media_group_id ? { album: one.media_group_id } : {}
}

function isEmpty({ text, pictures, others: kinds, location }: Content): boolean {
  return text === '' && pictures.length === 0 && kinds.length === 0 && !location
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

function refOf({ file_id: fileId, file_size: bytes }: z.output<typeof file>): PictureRef {
  return { fileId, ...(bytes !== undefined && { bytes }) }
}

async function say({ token }: ChannelSecret, { chat, text }: Said): Promise<Uttered> {
  const said = await sendTelegram(token, { chat_id: chat, text })
  if (said.outcome !== 'not taken') return said
  const { status, description, why } = said
  const isOfThePerson = status === 403 || /chat not found|user is deactivated/i.test(description)
  return { outcome: 'refused', of: isOfThePerson ? 'person' : 'text', why }
}

/** Telegram takes the message never: whoever sent it knows what that is the fault of. */
interface NotTaken {
  readonly outcome: 'not taken'
  readonly status: number
  readonly why: string
  readonly description: string
  /** A group that became a larger one has another number. */
  readonly movedTo?: number | undefined
}

/** Sends a message, to a dialog or below a comment. */
export async function sendTelegram(
  token: string,
  message: object,
): Promise<Exclude<Uttered, { outcome: 'refused' }> | NotTaken> {
  // Without parse_mode every sign arrives as it is.
  const value = { ...message, link_preview_options: { is_disabled: true } }
  const answered = await callTelegram(token, 'sendMessage', value)
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  if (answered.outcome !== 'answered') return { outcome: 'unknown', why: answered.outcome }
  const {
    ok,
    result,
    parameters,
    description = '',
  } = (answered.value ?? {}) as {
    ok?: boolean
    result?: { message_id?: number }
    parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    description?: string
  }
  if (ok) return { outcome: 'sent', id: String(result?.message_id ?? '') }
  const { status } = answered
  const why = `HTTP ${status}`
  if (status === 429)
    return { outcome: 'later', why, ...(parameters?.retry_after && { seconds: parameters.retry_after }) }
  if (status === 401 || status === 404) return { outcome: 'token', why }
  if (status >= 500) return { outcome: 'unknown', why }
  return { outcome: 'not taken', status, why, description, movedTo: parameters?.migrate_to_chat_id }
}

async function addressOf({ token }: ChannelSecret, picture: PictureRef): Promise<string | undefined> {
  if ('url' in picture) return picture.url
  const answered = await callTelegram(token, 'getFile', { file_id: picture.fileId })
  const status = answered.outcome === 'answered' ? answered.status : 0
  // Too large, or not there any more (Bot API, getFile).
  if (status === 400) return undefined
  if (answered.outcome !== 'answered' || status !== 200)
    throw new Error(`Telegram does not say where a file is: ${status || answered.outcome}.`)
  const { result } = (answered.value ?? {}) as { result?: { file_path?: unknown } }
  const path = result?.file_path
  return typeof path === 'string' ? `${baseOf('telegram')}/file/bot${token}/${path}` : undefined
}

/** Asks a method of the Bot API. */
export function callTelegram(token: string, method: string, value: unknown) {
  return askJson({ url: `${baseOf('telegram')}/bot${token}/${method}`, method: 'POST', value })
}
