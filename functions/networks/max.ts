// MAX: the dialog with a bot (dev.max.ru, November 2026) and answers in it. Updates have no number of their own; `seq` is larger than JSON can
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
  recipient: z.object({ chat_id: z.optional(z.nullable(z.number())), chat_type: z.string() }),
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
      if (!id || chat === undefined || user === undefined || chat < 0) return { kind: 'nothing', why: 'chat' }
      return { kind: 'deleted', key: `removed.${id}`, person: String(user), chat: String(chat) }
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

function heardIn(one: z.output<typeof message>, editedAt: number | undefined): Heard {
  const { sender, recipient, timestamp, link, body: own } = one
  if (!sender || sender.is_bot) return { kind: 'nothing', why: 'own' }
  const chat = recipient.chat_id
  if (recipient.chat_type !== 'dialog' || typeof chat !== 'number') return { kind: 'nothing', why: 'chat' }
  // Of what is passed on the files lie in the linked message; of what is answered they are the other side's.
  const passed = link?.type === 'forward' ? link.message : undefined
  const all = [...(own.attachments ?? []), ...(passed?.attachments ?? [])]
  const place = all.find(({ type }) => type === 'location')
  return {
    kind: 'said',
    key: `${own.mid}${editedAt === undefined ? '' : `.${editedAt}`}`,
    person: String(sender.user_id),
    chat: String(chat),
    at: new Date(timestamp).toISOString(),
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
    ...(editedAt !== undefined && { edited: true as const }),
    ...(passed && { forwarded: true as const }),
  }
}

function pictureIn({ type, payload }: z.output<typeof attachment>): PictureRef[] {
  return type === 'image' && payload?.url ? [{ url: payload.url }] : []
}

async function say(secret: ChannelSecret, { chat, text }: Said): Promise<Uttered> {
  const answered = await callMax(secret, 'POST', `/messages?chat_id=${encodeURIComponent(chat)}`, {
    text,
    notify: true,
  })
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  if (answered.outcome !== 'answered') return { outcome: 'unknown', why: answered.outcome }
  const { status, value } = answered
  const { message: sent, code } = (value ?? {}) as { message?: { body?: { mid?: unknown } }; code?: unknown }
  if (status === 200) return { outcome: 'sent', id: String(sent?.body?.mid ?? '') }
  const why = `${status} ${typeof code === 'string' && /^[\w.]{1,60}$/.test(code) ? code : ''}`.trim()
  if (status === 401) return { outcome: 'token', why }
  // What the network was overrun by may have been carried out before (500, 504); "too many" and "not now" were not.
  if (status === 429 || status === 503) return { outcome: 'later', why }
  if (status >= 500) return { outcome: 'unknown', why }
  return { outcome: 'refused', of: status === 403 || status === 404 ? 'person' : 'text', why }
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
