// VK: messages to a community (Callback API 5.199; VKCOM/vk-api-schema, callback and messages) and answers to them; what is public lies in
// vk-comments.ts. Of an event only what we use is looked at: the published schema is stricter than what comes. Called through networks.ts.
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { ask, parsed } from './ask.ts'
import { baseOf } from './bases.ts'
import type { Arrived, ChannelSecret, Heard, Network, Said, Uttered } from './network.ts'
import { isSame } from './same.ts'
import { attachments, othersIn, picturesIn } from './vk-attachments.ts'
import { publicIn } from './vk-comments.ts'

export const VERSION = '5.199'
/** Dialogs of several people have numbers above. */
const CHATS = 2_000_000_000

const passedOn = z.object({ text: z.catch(z.optional(z.string()), undefined), attachments })
const message = z.object({
  ...passedOn.shape,
  date: z.number(),
  from_id: z.int(),
  peer_id: z.int(),
  out: z.optional(z.number()),
  conversation_message_id: z.optional(z.int()),
  id: z.optional(z.int()),
  update_time: z.optional(z.number()),
  geo: z.catch(
    z.optional(z.object({ coordinates: z.object({ latitude: z.number(), longitude: z.number() }) })),
    undefined,
  ),
  fwd_messages: z.catch(z.optional(z.array(passedOn)), undefined),
  /** What stands behind "?ref=" in the link by which the dialog was opened. */
  ref: z.catch(z.optional(z.string()), undefined),
  /** Of a button. */
  payload: z.catch(z.optional(z.string()), undefined),
})
const event = z.object({
  type: z.string(),
  group_id: z.optional(z.int()),
  event_id: z.catch(z.optional(z.string()), undefined),
  object: z.optional(z.unknown()),
})
const fresh = z.object({ message })
const allowed = z.object({ user_id: z.int() })

/** Errors by what follows from them (errors.json): asked too often or broken for now; shut; of the person; of the text. */
export const LATER = [1, 6, 9, 10, 29]
const TOKEN = [5, 7, 14, 15, 17, 203]
const OF_THE_PERSON = [18, 900, 901, 902, 936, 950]

export const vk: Network = {
  mostText: 9_000,
  knowsAgain: true,
  isGenuine: ({ body }: Arrived, { secret }: ChannelSecret, account: string) => {
    const { group_id: group, secret: given } = (body ?? {}) as { group_id?: unknown; secret?: unknown }
    return String(group) === account && isSame(given, secret)
  },
  hear,
  say,
  addressOf: (_, picture) => Promise.resolve('url' in picture ? picture.url : undefined),
}

function hear(body: unknown): Heard {
  const read = event.safeParse(body)
  if (!read.success) return { kind: 'nothing', why: 'shape' }
  const { type, object } = read.data
  switch (type) {
    case 'confirmation':
      return { kind: 'confirmation' }
    case 'message_new': {
      const wrapped = fresh.safeParse(object)
      return wrapped.success ? heardIn(wrapped.data.message) : { kind: 'nothing', why: 'shape' }
    }
    case 'message_edit': {
      const edited = message.safeParse(object)
      return edited.success ? heardIn(edited.data, true) : { kind: 'nothing', why: 'shape' }
    }
    case 'message_allow': {
      const { data } = allowed.safeParse(object)
      const who = data && String(data.user_id)
      return who ? { kind: 'opened', key: `allow.${who}`, person: who, chat: who } : { kind: 'nothing', why: 'shape' }
    }
    default:
      return publicIn(read.data)
  }
}

function heardIn(one: z.output<typeof message>, edited = false): Heard {
  if (one.out === 1 || one.from_id < 0) return { kind: 'nothing', why: 'own' }
  if (one.peer_id >= CHATS || one.peer_id < 0) return { kind: 'nothing', why: 'chat' }
  const { text = '', attachments = [], fwd_messages: passed = [], geo } = one
  const isForwarded = passed.length > 0
  const all = [...attachments, ...passed.flatMap((other) => other.attachments ?? [])]
  const place = geo?.coordinates
  const number = one.conversation_message_id ?? one.id ?? one.date
  const who = { person: String(one.from_id), chat: String(one.peer_id), ...(one.ref && { ref: one.ref }) }
  // The button by which a dialog begins sends its own label.
  if (isStart(one.payload)) return { kind: 'opened', key: `${one.peer_id}.${number}`, ...who }
  return {
    kind: 'said',
    key: `${one.peer_id}.${number}${edited ? `.${one.update_time ?? one.date}` : ''}`,
    ...who,
    at: new Date(one.date * 1000).toISOString(),
    text: [text, ...passed.map((other) => other.text ?? '')].filter(Boolean).join('\n\n'),
    pictures: picturesIn(all),
    others: othersIn(all),
    ...(place && { location: { lat: place.latitude, lon: place.longitude } }),
    ...(edited && { edited: true as const }),
    ...(isForwarded && { forwarded: true as const }),
  }
}

function isStart(payload: string | undefined): boolean {
  return payload !== undefined && /^\{\s*"command"\s*:\s*"start"\s*\}$/.test(payload)
}

async function say({ token }: ChannelSecret, { chat, text, name }: Said): Promise<Uttered> {
  const answered = await call(token, 'messages.send', {
    peer_id: chat,
    random_id: String(randomId(name)),
    message: text,
    dont_parse_links: '1',
    disable_mentions: '1',
  })
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  // VK knows it again by its random_id: a second try is no second message.
  if (answered.outcome !== 'answered') return { outcome: 'later', why: answered.outcome }
  const { response, error } = (answered.value ?? {}) as { response?: unknown; error?: { error_code?: number } }
  if (response !== undefined) return { outcome: 'sent', id: String(response) }
  const code = error?.error_code
  const why = code === undefined ? `HTTP ${answered.status}` : `error ${code}`
  if (code === undefined || LATER.includes(code)) return { outcome: 'later', why, ...waitAfter(code) }
  if (TOKEN.includes(code)) return { outcome: 'token', why }
  return { outcome: 'refused', of: OF_THE_PERSON.includes(code) ? 'person' : 'text', why }
}

/** How long VK is left alone after an error (s): it says no time; a flood is over in minutes, a limit of the day later. */
export function waitAfter(code: number | undefined): { readonly seconds?: number } {
  const seconds = code === 9 ? 10 * 60 : code === 29 ? 60 * 60 : undefined
  return seconds === undefined ? {} : { seconds }
}

/** Asks a method; parameters go in the body, so that no address holds the token. */
export async function call(token: string, method: string, parameters: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ ...parameters, access_token: token, v: VERSION }).toString()
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answered = await ask({ url: `${baseOf('vk')}/method/${method}`, method: 'POST', headers, body })
  return answered.outcome === 'answered' ? { ...answered, value: parsed(answered.body) } : answered
}

/** A positive number of 31 bits, the same for the same message. */
export function randomId(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) >>> 1 || 1
}
