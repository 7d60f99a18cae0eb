// Telegram: the dialog with a bot (Bot API 10.1) and answers in it. Addresses hold the token, so they are made for one request and never kept or
// named. Called through networks.ts.
import * as z from 'zod/mini'
import { askJson } from './ask.ts'
import { baseOf } from './bases.ts'
import type { ChannelSecret, Heard, Network, Other, PictureRef, Said, Uttered } from './network.ts'
import { isSame } from './same.ts'

const file = z.object({ file_id: z.string(), file_size: z.optional(z.number()) })
const message = z.object({
  message_id: z.int(),
  from: z.optional(z.object({ id: z.int(), is_bot: z.optional(z.boolean()) })),
  chat: z.object({ id: z.int(), type: z.string() }),
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
const update = z.object({ message: z.optional(z.unknown()), edited_message: z.optional(z.unknown()) })

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
  const { message: written, edited_message: edited } = read.data
  const whole = written ?? edited
  if (whole === undefined) return { kind: 'nothing', why: 'no message' }
  const { data } = message.safeParse(whole)
  return data
    ? heardIn(data, whole as Record<string, unknown>, edited !== undefined)
    : { kind: 'nothing', why: 'shape' }
}

function heardIn(one: z.output<typeof message>, whole: Record<string, unknown>, edited: boolean): Heard {
  const { from, chat, document } = one
  if (!from || from.is_bot) return { kind: 'nothing', why: 'own' }
  if (chat.type !== 'private') return { kind: 'nothing', why: 'chat' }
  if (OF_THE_CHAT.some((name) => name in whole)) return { kind: 'nothing', why: 'of the chat' }
  const who = { person: String(from.id), chat: String(chat.id) }
  const key = `${chat.id}.${one.message_id}`
  const text = one.text ?? one.caption ?? ''
  const [isStart, ref] = /^\/start(?:\s+([\w-]{1,64}))?(?:\s|$)/.exec(text) ?? []
  if (isStart !== undefined) return { kind: 'opened', key, ...who, ...(ref && { ref }) }
  const picture = document?.mime_type?.startsWith('image/') ? document : one.photo?.at(-1)
  const kinds = Object.keys(others).filter((name) => name in whole && !(name === 'animation' && picture))
  const known = [
    ...(document && document !== picture && !('animation' in whole) ? ['document' as const] : []),
    ...kinds.map((name) => others[name]!),
  ]
  const isEmpty = text === '' && !picture && !one.location && known.length === 0
  return {
    kind: 'said',
    key: edited ? `${key}.${one.edit_date ?? one.date}` : key,
    ...who,
    at: new Date(one.date * 1000).toISOString(),
    text,
    pictures: picture ? [refOf(picture)] : [],
    others: [...new Set(isEmpty ? (['unknown'] as const) : known)],
    ...(one.location && { location: { lat: one.location.latitude, lon: one.location.longitude } }),
    ...(one.media_group_id && { album: one.media_group_id }),
    ...(edited && { edited: true as const }),
    ...(one.forward_origin !== undefined && { forwarded: true as const }),
  }
}

function refOf({ file_id: fileId, file_size: bytes }: z.output<typeof file>): PictureRef {
  return { fileId, ...(bytes !== undefined && { bytes }) }
}

async function say({ token }: ChannelSecret, { chat, text }: Said): Promise<Uttered> {
  // Without parse_mode every sign arrives as it is.
  const value = { chat_id: chat, text, link_preview_options: { is_disabled: true } }
  const answered = await callTelegram(token, 'sendMessage', value)
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  if (answered.outcome !== 'answered') return { outcome: 'unknown', why: answered.outcome }
  const { ok, result, parameters } = (answered.value ?? {}) as {
    ok?: boolean
    result?: { message_id?: number }
    parameters?: { retry_after?: number }
  }
  if (ok) return { outcome: 'sent', id: String(result?.message_id ?? '') }
  const { status } = answered
  const why = `HTTP ${status}`
  if (status === 429)
    return { outcome: 'later', why, ...(parameters?.retry_after && { seconds: parameters.retry_after }) }
  if (status === 401 || status === 404) return { outcome: 'token', why }
  if (status >= 500) return { outcome: 'unknown', why }
  const { description = '' } = answered.value as { description?: string }
  const isOfThePerson = status === 403 || /chat not found|user is deactivated/i.test(description)
  return { outcome: 'refused', of: isOfThePerson ? 'person' : 'text', why }
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
