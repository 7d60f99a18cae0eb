// Answers a comment where it stands, in public: below a post of a VK community (wall.createComment), in the thread of a Telegram group (sendMessage with
// reply_parameters), below a post of a MAX channel or in a group there. Called by notify's courier of public answers.
import { createHash } from 'node:crypto'
import type { NetworkName } from '../../regions/vocabulary.ts'
import { sendMax } from './max.ts'
import type { ChannelSecret, Thread, Uttered } from './network.ts'
import { sendTelegram } from './telegram.ts'
import { call, LATER, waitAfter } from './vk.ts'

interface Answering {
  readonly thread: Thread
  /** Of the channel: the number of a VK community. */
  readonly account: string
  readonly text: string
  /** Names this text among all: the same for every try. */
  readonly name: string
}

interface Answers {
  readonly answer: (secret: ChannelSecret, answering: Answering) => Promise<Uttered>
  /** The longest that one comment takes (UTF-16 units); VK does not say, and shows more than this behind a click. */
  readonly mostText: number
  /** Whether a comment that comes again is known by its name. */
  readonly knowsAgain: boolean
}

export const answers: Readonly<Record<NetworkName, Answers>> = {
  vk: { answer: inVk, mostText: 4_000, knowsAgain: true },
  max: { answer: inMax, mostText: 4_000, knowsAgain: false },
  telegram: { answer: inTelegram, mostText: 4_096, knowsAgain: false },
}

/** Of the token whatever it is used for (errors.json): not let in, captcha, to be confirmed, no access to the community. */
const TOKEN = [5, 14, 17, 27, 28, 203]
/** Of the text: a wrong one, an address that is not allowed, too long. */
const TEXT = [100, 222, 914]

async function inVk({ token }: ChannelSecret, { thread, account, text, name }: Answering): Promise<Uttered> {
  const [, owner, post] = /^wall(-?\d+)_(\d+)$/.exec(thread.on) ?? []
  if (!owner || !post) return { outcome: 'refused', of: 'place', why: 'by hand alone' }
  const answered = await call(token, 'wall.createComment', {
    ...{ owner_id: owner, post_id: post, reply_to_comment: thread.comment, from_group: account, message: text },
    guid: createHash('sha256').update(name).digest('hex').slice(0, 32),
  })
  if (answered.outcome === 'unreached') return { outcome: 'later', why: 'unreached' }
  // VK knows it again by its guid: a second try is no second comment.
  if (answered.outcome !== 'answered') return { outcome: 'later', why: answered.outcome }
  const { response, error } = (answered.value ?? {}) as {
    response?: { comment_id?: unknown }
    error?: { error_code?: number; error_msg?: string }
  }
  if (response !== undefined) return { outcome: 'sent', id: String(response.comment_id ?? '') }
  const code = error?.error_code
  const why = code === undefined ? `HTTP ${answered.status}` : `error ${code}`
  if (code === undefined || LATER.includes(code)) return { outcome: 'later', why, ...waitAfter(code) }
  if (TOKEN.includes(code)) return { outcome: 'token', why }
  // A comment that is gone is a wrong parameter to VK, which names it.
  const isGone = code === 100 && /reply_to_comment|post_id|owner_id/.test(error?.error_msg ?? '')
  return { outcome: 'refused', of: TEXT.includes(code) && !isGone ? 'text' : 'place', why }
}

async function inTelegram({ token }: ChannelSecret, { thread, text }: Answering): Promise<Uttered> {
  const answer = { text, reply_parameters: { message_id: Number(thread.comment) } }
  const first = await sendTelegram(token, { chat_id: thread.on, ...answer })
  // What was sent to the old number of a group was refused.
  const isMoved = first.outcome === 'not taken' && first.movedTo
  const said = isMoved ? await sendTelegram(token, { chat_id: isMoved, ...answer }) : first
  if (said.outcome !== 'not taken') return said
  const { status, description, why } = said
  const isOfText = status === 400 && /too long|text is empty|can't parse/i.test(description)
  return { outcome: 'refused', of: isOfText ? 'text' : 'place', why }
}

async function inMax(secret: ChannelSecret, { thread, text }: Answering): Promise<Uttered> {
  const isGroup = /^-?\d+$/.test(thread.on)
  const on = encodeURIComponent(thread.on)
  const path = isGroup ? `/messages?chat_id=${on}` : `/messages/${on}/comments`
  const said = await sendMax(secret, path, { text, link: { type: 'reply', mid: thread.comment } })
  if (said.outcome !== 'not taken') return said
  const { status, code, why } = said
  return { outcome: 'refused', of: status === 400 && !/comment|post|message/.test(code) ? 'text' : 'place', why }
}
