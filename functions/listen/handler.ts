// The door of social networks: looks whether a request is from the network that the channel is of, keeps what we use of it and queues its name, and
// replies at once, with no word of anybody. Called by the networks, at /hooks/{channel}.
import { byMethod } from '../edge/by-method.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { http, type Reply, type Request } from '../edge/http.ts'
import { count, log } from '../edge/log.ts'
import { Problem } from '../edge/problem.ts'
import type { ChannelSettings } from '../../regions/schema.ts'
import type { ChannelSecret, Heard, Network } from '../networks/network.ts'
import { networks } from '../networks/networks.ts'
import { secretOf } from '../networks/secrets.ts'
import { sendAll } from '../queues/send.ts'
import { keepHeard } from '../store/keep-heard.ts'

/** What a network sends has a few kilobytes (bytes). */
const MOST_BYTES = 300 * 1024
/** How long pictures of an album wait for the one that has its words (s). */
const ALBUM_SECONDS = 10
/** All that VK takes for “it came”; the others read no reply. A word of a citizen in it could be a command to VK. */
const CAME: Reply = { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'ok' }

export const handler = http(byMethod({ POST: listen }))

async function listen(request: Request): Promise<Reply> {
  const { channel, network, secret, body } = await genuine(request)
  const heard = network.hear(body)
  if (heard.kind === 'confirmation') return confirm(secret)
  const why = unheard(heard, channel)
  if (heard.kind === 'nothing' || why) {
    log('nothing heard', { channel: channel.id, why })
    return CAME
  }
  await keepHeard({ tableName: environment('TABLE_NAME'), channel: channel.id, key: heard.key, at: request.at }, heard)
  const message = { v: 1, channel: channel.id, heard: heard.key }
  const failed = await sendAll(environment('HEARD_QUEUE_URL'), [message], waitsFor(heard))
  // The network sends it again, and it is kept already.
  if (failed.length > 0) throw new Problem(503, 'busy', request.requestId, [], { 'Retry-After': '5' })
  return CAME
}

interface Genuine {
  readonly channel: ChannelSettings
  readonly network: Network
  readonly secret: ChannelSecret
  readonly body: unknown
}

/** @throws Problem 403 for whoever is not the network: of a channel that we do not have, with another secret, of another community */
async function genuine({ params, headers, body: text, at }: Request): Promise<Genuine> {
  const channel = deployedRegion().channels.find(({ id }) => id === params['channel'])
  if (!channel) throw new Problem(404, 'no-such-route', 'There is no such channel.')
  const secret = await secretOf(environment('STACK'), channel.id, at)
  const network = networks[channel.network]
  if (Buffer.byteLength(text) > MOST_BYTES) throw new Problem(413, 'too-large', 'The body is too large.')
  const body = parse(text)
  if (secret && network.isGenuine({ headers, body }, secret, channel.account)) return { channel, network, secret, body }
  count('NetworkForged', 1, deployedRegion(), { channel: channel.id, known: secret !== undefined })
  throw new Problem(403, 'not-the-network', 'The secret is not that of the channel.')
}

function confirm({ confirmation }: ChannelSecret): Reply {
  if (!confirmation) throw new Problem(403, 'not-the-network', 'The channel has no word to confirm by.')
  return { ...CAME, body: confirmation }
}

/** Why it is nothing for us: what is public comes only where the region's file asks for it. */
function unheard(heard: Heard, { comments }: ChannelSettings): string | undefined {
  if (heard.kind === 'nothing') return heard.why
  const isPublic = ['commented', 'uncommented', 'posted', 'replied'].includes(heard.kind)
  return isPublic && !comments ? 'comments are off' : undefined
}

/** Pictures of an album come beside each other, and one of them has the words. */
function waitsFor(heard: Heard): number {
  return heard.kind === 'said' && heard.album !== undefined && heard.text === '' ? ALBUM_SECONDS : 0
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
