// Looks once a day at the official page that a channel hears, as far as the channel's token may read it. A community's token may ask VK about the community
// itself (groups.getById), and not for its posts (wall.get takes a user's or a service token: VKCOM/vk-api-schema, wall/methods), so posts are those that
// we were told of. Telegram's bot may ask how many follow the channel; MAX is asked nothing. Called by keep.ts.
import type { ChannelSettings, OfficialPage, Region } from '../../regions/schema.ts'
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import type { ChannelSecret } from '../networks/network.ts'
import { callTelegram } from '../networks/telegram.ts'
import { call as callVk } from '../networks/vk.ts'
import { noteSeen, pageHead, type Seen } from '../store/page-heads.ts'

/** A little less than a day (ms), as the look comes every half hour. */
const FRESH_MS = 23.5 * 3_600_000
/** More links than a page has room for are not kept. */
const MOST_WIDGETS = 4

/** @param at now (ISO, UTC) @throws when the table does not take it */
export async function lookAtPage(
  { pages }: Pick<Region, 'pages'>,
  channel: ChannelSettings,
  secret: ChannelSecret,
  at: string,
): Promise<void> {
  const page = pages.find((one) => one.channel === channel.id)
  if (!page) return
  const tableName = environment('TABLE_NAME')
  const head = await pageHead(tableName, page.id)
  if (head?.checkedAt && Date.parse(at) - Date.parse(head.checkedAt) < FRESH_MS) return
  const seen = await ask(page, channel, secret)
  // In half an hour it is asked again.
  if (seen === 'silent') return log('page not looked at', { page: page.id })
  await noteSeen(tableName, page.id, at, seen)
  log('page looked at', { page: page.id, refused: seen.refused === true })
}

function ask(page: OfficialPage, { network, account }: ChannelSettings, secret: ChannelSecret) {
  switch (network) {
    case 'vk':
      return askVk(secret, account)
    case 'telegram':
      return askTelegram(secret, page.address)
    case 'max':
      return Promise.resolve<Seen>({})
  }
}

interface Community {
  readonly members_count?: unknown
  readonly description?: unknown
  readonly status?: unknown
  readonly site?: unknown
  readonly contacts?: unknown
  readonly links?: unknown
  readonly menu?: unknown
}

async function askVk({ token }: ChannelSecret, account: string): Promise<Seen | 'silent'> {
  const fields = 'members_count,description,status,site,contacts,links,menu'
  const answered = await callVk(token, 'groups.getById', { group_id: account, fields })
  if (answered.outcome !== 'answered' || answered.status !== 200) return 'silent'
  const { response, error } = (answered.value ?? {}) as {
    response?: { groups?: readonly Community[] }
    error?: { error_code?: number }
  }
  const [community] = response?.groups ?? []
  if (!community) return error && ![1, 6, 9, 10, 29].includes(error.error_code ?? 0) ? { refused: true } : 'silent'
  const { members_count: members, contacts, menu, links, description, status, site } = community
  return {
    ...(typeof members === 'number' && { subscribers: members }),
    widgets: widgetsIn(JSON.stringify([menu, links, description, status, site])),
    contacts: Array.isArray(contacts) && contacts.length > 0,
  }
}

/** Wherever on the page they stand. */
function widgetsIn(text: string): string[] {
  const found = text.match(/https:\/\/pos\.gosuslugi\.ru\/[^\s"'<>\\]*/g) ?? []
  return [...new Set(found)].slice(0, MOST_WIDGETS)
}

/** A public channel is asked for by its name; one of an invitation has none. */
async function askTelegram({ token }: ChannelSecret, address: string): Promise<Seen | 'silent'> {
  const [, name] = /^\/(\w+)\/?$/.exec(new URL(address).pathname) ?? []
  if (!name) return {}
  const answered = await callTelegram(token, 'getChatMemberCount', { chat_id: `@${name}` })
  if (answered.outcome !== 'answered' || answered.status >= 500 || answered.status === 429) return 'silent'
  const { result } = (answered.value ?? {}) as { result?: unknown }
  if (answered.status !== 200 || typeof result !== 'number') return { refused: true }
  return { subscribers: result }
}
