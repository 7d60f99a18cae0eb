// The bots' APIs of MAX (dev.max.ru) and Telegram (Bot API), as far as receivers and messages need them. A message that comes again is another one: they
// know none by a name. Called by serve.ts.
import { midOf } from './comment-updates.ts'
import { GROUP } from './walls.ts'
import type { NetworkName, World } from './world.ts'

interface Answer {
  readonly status: number
  readonly body: unknown
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly token: string
  readonly value: Readonly<Record<string, unknown>>
  /** ms. */
  readonly now: number
}

/** @returns undefined where the network does not answer */
export function answerMax(world: World, { method, path, query, token, value, now }: Asked): Answer | undefined {
  const refuse = (status: number, code: string): Answer => ({ status, body: { code, message: code } })
  if (!token) return refuse(401, 'verify.token')
  if (path === '/subscriptions') {
    if (method === 'GET') {
      const subscriptions = world.receivers('max', token).map(({ url }) => ({ url, time: now, update_types: null }))
      return { status: 200, body: { subscriptions } }
    }
    if (method === 'POST')
      world.register({ network: 'max', account: token, url: String(value['url']), secret: String(value['secret']) })
    else world.unregister('max', token)
    return { status: 200, body: { success: true } }
  }
  const [, post] = /^\/messages\/([^/]+)\/comments$/.exec(path) ?? []
  if ((path !== '/messages' && post === undefined) || method !== 'POST') return refuse(404, 'not.found')
  const trouble = world.trouble('max')
  if (trouble === 'too many') return refuse(429, 'too.many.requests')
  if (trouble === 'refused') return refuse(403, 'chat.denied')
  if (trouble === 'shut') return refuse(401, 'verify.token')
  const id =
    post === undefined
      ? say(world, 'max', Number(query.get('chat_id')), String(value['text']), now)
      : answerComment(world, 'max', decodeURIComponent(post), replied(value['link']), String(value['text']), now)
  if (id === undefined) return refuse(404, post === undefined ? 'chat.not.found' : 'message.not.found')
  return trouble === 'silent' ? undefined : { status: 200, body: { message: { body: { mid: `mid.${id}` } } } }
}

/** @param path of the method, or below "file" */
export function answerTelegram(world: World, { path, token, value, now }: Asked): Answer | undefined {
  const done = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } })
  const refuse = (status: number, description: string, more: object = {}): Answer => ({
    status,
    body: { ok: false, error_code: status, description, ...more },
  })
  switch (path) {
    case 'setWebhook': {
      const [url, secret] = [String(value['url']), String(value['secret_token'])]
      world.register({ network: 'telegram', account: token, url, secret })
      return done(true)
    }
    case 'deleteWebhook':
      world.unregister('telegram', token)
      return done(true)
    case 'getWebhookInfo':
      return done({ url: world.receivers('telegram', token)[0]?.url ?? '', pending_update_count: 0 })
    case 'getFile':
      return done({ file_id: value['file_id'], file_path: `photos/${String(value['file_id'])}` })
    case 'sendMessage': {
      const trouble = world.trouble('telegram')
      if (trouble === 'too many') return refuse(429, 'Too Many Requests', { parameters: { retry_after: 2_282 } })
      if (trouble === 'refused') return refuse(403, 'Forbidden: bot was blocked by the user')
      if (trouble === 'shut') return refuse(401, 'Unauthorized')
      const chat = Number(value['chat_id'])
      const to = (value['reply_parameters'] as { message_id?: number } | undefined)?.message_id
      const id =
        chat === GROUP
          ? answerComment(world, 'telegram', undefined, to, String(value['text']), now)
          : say(world, 'telegram', chat, String(value['text']), now)
      if (id === undefined) return refuse(400, 'Bad Request: chat not found')
      return trouble === 'silent' ? undefined : done({ message_id: id })
    }
    default:
      return refuse(404, 'Not Found')
  }
}

/** The comment that is replied to, by MAX's `link`. */
function replied(link: unknown): number | undefined {
  const { mid } = (link ?? {}) as { mid?: string }
  return mid === undefined ? undefined : Number(mid.replace(/^mid\./, ''))
}

/** @param post where the network names it; else it is where the comment is */
function answerComment(
  world: World,
  network: NetworkName,
  post: string | undefined,
  to: number | undefined,
  text: string,
  at: number,
): number | undefined {
  const under = world.walls.all.find((one) => one.network === network && midOf(one.id) === post)
  const wall = post === undefined ? world.walls.remarkBy(network, to ?? 0)?.wall : under
  return wall && world.walls.answer(world, wall, to, text, at)
}

function say(world: World, network: NetworkName, chat: number, text: string, at: number): number | undefined {
  const talk = world.talkByChat(network, chat)
  const id = talk && world.nextId()
  if (talk && id !== undefined) talk.lines.push({ id, from: 'account', text, at })
  return id
}
