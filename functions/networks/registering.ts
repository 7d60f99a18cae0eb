// Makes our address known to a network, so that it calls us, and looks whether it still does. Called by hear, every half hour, and by npm run channel.
import type { NetworkName } from '../../regions/vocabulary.ts'
import { callMax } from './max.ts'
import type { ChannelSecret } from './network.ts'
import { callTelegram } from './telegram.ts'
import { call as callVk, VERSION } from './vk.ts'

/** `failing`: it calls us, and says that we do not answer. `shut`: it does not take the token. `silent`: nobody knows. */
export type Standing = 'called' | 'not called' | 'failing' | 'shut' | 'silent'

interface Registering {
  readonly secret: ChannelSecret
  /** Where we are called. */
  readonly url: string
  readonly account: string
  /** Whether it is to tell us of comments, too. */
  readonly comments: boolean
}

interface Registration {
  /** The word by which VK will know us, to be kept before it asks. @throws Error that says why there is none */
  readonly confirmationOf: (registering: Registering) => Promise<string | undefined>
  /** @param at now (ISO, UTC) */
  readonly look: (registering: Registering, at: string) => Promise<Standing>
  /** Whether it may be done again by itself, where a network has forgotten us. */
  readonly isRepeatable: boolean
  /** @throws Error that says why it was not done, without the token */
  readonly register: (registering: Registering) => Promise<void>
  readonly unregister: (registering: Registering) => Promise<void>
}

/** What we are told of: others would be dropped. */
const MAX_UPDATES = ['message_created', 'message_edited', 'message_removed', 'bot_started']
const MAX_COMMENTS = ['comment_created', 'comment_edited', 'comment_removed']
/** With those of its groups, where the bot may read them. */
const TELEGRAM_UPDATES = ['message', 'edited_message', 'channel_post']
const VK_MESSAGES = ['message_new', 'message_edit', 'message_allow']
const VK_COMMENTS = [
  'wall_post_new',
  ...['wall_reply', 'photo_comment', 'video_comment', 'board_post'].flatMap((name) =>
    ['new', 'edit', 'restore', 'delete'].map((happened) => `${name}_${happened}`),
  ),
]
const VK_TITLE = 'Otklik'

const none = () => Promise.resolve(undefined)

export const registrations: Readonly<Record<NetworkName, Registration>> = {
  vk: { confirmationOf, look: lookAtVk, isRepeatable: false, register: registerAtVk, unregister: unregisterAtVk },
  max: {
    confirmationOf: none,
    look: lookAtMax,
    isRepeatable: true,
    register: async ({ secret, url, comments }) => {
      const value = { url, update_types: updatesOfMax(comments), secret: secret.secret }
      expectDone(await callMax(secret, 'POST', '/subscriptions', value))
    },
    unregister: async ({ secret, url }) => {
      expectDone(await callMax(secret, 'DELETE', `/subscriptions?url=${encodeURIComponent(url)}`))
    },
  },
  telegram: {
    confirmationOf: none,
    look: lookAtTelegram,
    isRepeatable: true,
    register: async ({ secret, url }) => {
      const value = { url, secret_token: secret.secret, allowed_updates: TELEGRAM_UPDATES }
      expectDone(await callTelegram(secret.token, 'setWebhook', value))
    },
    unregister: async ({ secret }) => {
      expectDone(await callTelegram(secret.token, 'deleteWebhook', {}))
    },
  },
}

type Answered = Awaited<ReturnType<typeof callTelegram>>

/** @throws Error naming what the network said, without what it was asked */
function expectDone(answered: Answered): Record<string, unknown> {
  if (answered.outcome !== 'answered') throw new Error(`The network does not answer (${answered.outcome}).`)
  const { status, value } = answered
  const said = (value ?? {}) as Record<string, unknown>
  const error = said['error'] as { error_code?: number; error_msg?: string } | undefined
  if (status === 200 && !error && said['ok'] !== false && said['success'] !== false) return said
  const words = error ? `${error.error_code}: ${error.error_msg}` : String(said['description'] ?? said['message'] ?? '')
  throw new Error(`The network says ${status} ${words}`.trim())
}

function updatesOfMax(comments: boolean): readonly string[] {
  return comments ? [...MAX_UPDATES, ...MAX_COMMENTS] : MAX_UPDATES
}

async function lookAtMax({ secret, url, comments }: Registering): Promise<Standing> {
  const answered = await callMax(secret, 'GET', '/subscriptions')
  if (answered.outcome !== 'answered' || answered.status >= 500 || answered.status === 429) return 'silent'
  if (answered.status !== 200) return 'shut'
  const { subscriptions = [] } = (answered.value ?? {}) as {
    subscriptions?: readonly { url?: string; update_types?: readonly string[] | null }[]
  }
  const ours = subscriptions.find((one) => one.url === url)
  const types = ours?.update_types
  return ours && (!types || updatesOfMax(comments).every((type) => types.includes(type))) ? 'called' : 'not called'
}

/** How long an error of Telegram's counts (s): it tells the last one for ever. */
const RECENT_SECONDS = 30 * 60

async function lookAtTelegram({ secret, url }: Registering, at: string): Promise<Standing> {
  const answered = await callTelegram(secret.token, 'getWebhookInfo', {})
  if (answered.outcome !== 'answered' || answered.status >= 500 || answered.status === 429) return 'silent'
  if (answered.status !== 200) return 'shut'
  const { result = {} } = (answered.value ?? {}) as {
    result?: { url?: string; pending_update_count?: number; last_error_date?: number }
  }
  if (result.url !== url) return 'not called'
  const failedAgo = Date.parse(at) / 1000 - (result.last_error_date ?? 0)
  return failedAgo < RECENT_SECONDS && (result.pending_update_count ?? 0) > 0 ? 'failing' : 'called'
}

interface VkServer {
  readonly id: number
  readonly url: string
  readonly status: string
}

async function vkServers({ secret, account }: Registering): Promise<readonly VkServer[] | 'shut' | 'silent'> {
  const answered = await callVk(secret.token, 'groups.getCallbackServers', { group_id: account })
  if (answered.outcome !== 'answered' || answered.status !== 200) return 'silent'
  const { response, error } = (answered.value ?? {}) as {
    response?: { items?: readonly VkServer[] }
    error?: { error_code?: number }
  }
  if (error) return [1, 6, 9, 10, 29].includes(error.error_code ?? 0) ? 'silent' : 'shut'
  return response?.items ?? []
}

async function lookAtVk(registering: Registering): Promise<Standing> {
  const servers = await vkServers(registering)
  if (servers === 'shut' || servers === 'silent') return servers
  const ours = servers.find(({ url }) => url === registering.url)
  if (!ours) return 'not called'
  return ours.status === 'ok' || ours.status === 'wait' ? 'called' : 'failing'
}

async function confirmationOf({ secret, account }: Registering): Promise<string> {
  const said = expectDone(await callVk(secret.token, 'groups.getCallbackConfirmationCode', { group_id: account }))
  return String((said['response'] as { code?: unknown }).code)
}

async function registerAtVk({ secret, url, account: group_id, comments }: Registering): Promise<void> {
  const server = { group_id, url, title: VK_TITLE, secret_key: secret.secret }
  const added = expectDone(await callVk(secret.token, 'groups.addCallbackServer', server))
  const server_id = String((added['response'] as { server_id?: unknown }).server_id)
  const events = [...VK_MESSAGES, ...(comments ? VK_COMMENTS : [])].map((name) => [name, '1'] as const)
  const settings = { group_id, server_id, api_version: VERSION, ...Object.fromEntries(events) }
  expectDone(await callVk(secret.token, 'groups.setCallbackSettings', settings))
}

async function unregisterAtVk(registering: Registering): Promise<void> {
  const { secret, url, account: group_id } = registering
  const servers = await vkServers(registering)
  if (servers === 'shut' || servers === 'silent') throw new Error(`The network is ${servers}.`)
  for (const server of servers.filter((one) => one.url === url))
    expectDone(await callVk(secret.token, 'groups.deleteCallbackServer', { group_id, server_id: String(server.id) }))
}
