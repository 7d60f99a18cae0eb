// VK's methods that a community's token may call (VKCOM/vk-api-schema), as far as receivers and messages need them, and two that take a service token. Called by serve.ts.
import { commentsOfVk, wallOfVk } from './vk-wall.ts'
import type { World } from './world.ts'

const CONFIRMATION = 'c0nf1rm'

type Form = Readonly<Record<string, string>>
type Answer =
  { readonly response: unknown } | { readonly error: { readonly error_code: number; readonly error_msg: string } }

const error = (error_code: number, error_msg: string): Answer => ({ error: { error_code, error_msg } })

/** @returns undefined where the network does not answer */
export async function answerVk(
  world: World,
  method: string,
  form: Form,
  { now, base }: { readonly now: number; readonly base: string },
): Promise<Answer | undefined> {
  const group = form['group_id'] ?? ''
  if (!form['access_token']) return error(5, 'User authorization failed.')
  switch (method) {
    case 'messages.send':
      return send(world, form, now)
    case 'wall.createComment':
      return answerComment(world, form, now)
    case 'wall.get':
    case 'wall.getComments': {
      // A community's token is refused by the kind of it.
      if (!form['access_token'].endsWith('-service')) return error(27, 'Group authorization failed.')
      const response = method === 'wall.get' ? wallOfVk(world, form) : commentsOfVk(world, form, base)
      return response ? { response } : error(100, 'One of the parameters specified was missing or invalid.')
    }
    case 'groups.getCallbackConfirmationCode':
      return { response: { code: CONFIRMATION } }
    case 'groups.addCallbackServer':
      return addServer(world, group, form)
    case 'groups.setCallbackSettings':
      return { response: 1 }
    case 'groups.getCallbackServers': {
      const items = world
        .receivers('vk', group)
        .map(({ url }) => ({ id: 1, title: 'Otklik', url, status: 'ok', creator_id: 1 }))
      return { response: { count: items.length, items } }
    }
    case 'groups.deleteCallbackServer':
      world.unregister('vk', group)
      return { response: 1 }
    default:
      return error(3, 'Unknown method passed.')
  }
}

/** The server is ours where it knows the word. */
async function addServer(world: World, group: string, { url = '', secret_key: secret = '' }: Form): Promise<Answer> {
  const body = JSON.stringify({
    type: 'confirmation',
    group_id: Number(group),
    event_id: 'confirm',
    v: '5.199',
    secret,
  })
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
  if ((await response?.text()) !== CONFIRMATION) return error(100, 'The server did not confirm.')
  world.register({ network: 'vk', account: group, url, secret })
  return { response: { server_id: 1 } }
}

function send(world: World, form: Form, now: number): Answer | undefined {
  const trouble = world.trouble('vk')
  if (trouble === 'too many') return error(6, 'Too many requests per second.')
  if (trouble === 'refused') return error(901, 'Can not send messages for users without permission.')
  if (trouble === 'shut') return error(5, 'User authorization failed.')
  const { peer_id: peer = '', random_id: random = '', message = '' } = form
  const name = `${peer} ${random}`
  const known = world.known.get(name)
  const talk = world.talkByChat('vk', Number(peer))
  if (!talk) return error(901, 'Can not send messages for users without permission.')
  if (message.length > 9_000) return error(914, 'Message is too long.')
  const id = known ?? world.nextId()
  if (known === undefined) talk.lines.push({ id, from: 'account', text: message, at: now })
  world.known.set(name, id)
  return trouble === 'silent' ? undefined : { response: id }
}

/** `from_group` is the community; what has the same `guid` is the same comment. */
function answerComment(world: World, form: Form, now: number): Answer | undefined {
  const trouble = world.trouble('vk')
  if (trouble === 'too many') return error(6, 'Too many requests per second.')
  if (trouble === 'refused') return error(213, 'Access to status replies denied.')
  if (trouble === 'shut') return error(5, 'User authorization failed.')
  const { owner_id: owner = '', post_id: post = '', from_group: group = '', guid = '', message = '' } = form
  const reply = form['reply_to_comment']
  const wall = world.walls.all.find(
    (one) => one.network === 'vk' && one.place === 'wall' && one.id === Number(post) && owner === `-${one.account}`,
  )
  if (!wall || group !== wall.account) return error(100, 'One of the parameters specified was missing or invalid.')
  const known = guid ? world.walls.known.get(guid) : undefined
  const id = known ?? world.walls.answer(world, wall, reply === undefined ? undefined : Number(reply), message, now)
  if (id === undefined) return error(100, 'reply_to_comment is invalid.')
  if (guid) world.walls.known.set(guid, id)
  return trouble === 'silent' ? undefined : { response: { comment_id: id, parents_stack: [] } }
}
