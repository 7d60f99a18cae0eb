// Looks on the wall of a VK community for what nobody told us of, and has it taken as if VK had: as the same update, by the same queue. A comment that is found
// twice, or told of later, is one. Called by keep.ts, every half hour, where the channel has a service token.
import { nameIn } from '../case/comment.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log } from '../edge/log.ts'
import { tryEach } from '../edge/try-each.ts'
import type { Heard } from '../networks/network.ts'
import { secretOf } from '../networks/secrets.ts'
import { lookAtWall } from '../networks/vk-wall.ts'
import { sendAll } from '../queues/send.ts'
import { keepHeard } from '../store/keep-heard.ts'
import { notTaken, type NotTaken } from '../store/not-taken.ts'
import type { ChannelSettings } from '../../regions/schema.ts'

/** How far back it looks (ms): a day on which we did not answer, and the night after it. */
const WINDOW_MS = 48 * 3_600_000
/** What was written a moment ago may be on its way (ms). */
const ON_ITS_WAY_MS = 15 * 60_000
/** More are left for the next look. */
const MOST_FOUND = 300
const TURN_MS = 30 * 60_000

/** What a look needs of whoever calls it. */
export interface Looks {
  /** Waits (ms). */
  readonly pause: (ms: number) => Promise<void>
  /** Whether there is time for another request. */
  readonly goesOn: () => boolean
}

/** What may be told: with a name, and a time. */
type Told = Extract<Heard, { kind: 'commented' | 'posted' | 'replied' }>

/** Of all channels, each half hour another first. @param at now (ISO, UTC) @throws when what is missing could not be queued: it is found again at the next look */
export function findMissed(channels: readonly ChannelSettings[], at: string, looks: Looks): Promise<void> {
  const heard = channels.filter(({ network, comments }) => network === 'vk' && comments)
  const first = heard.length && turnOf(at) % heard.length
  return tryEach([...heard.slice(first), ...heard.slice(0, first)], (channel) => findOn(channel, at, looks))
}

function turnOf(at: string): number {
  return Math.floor(Date.parse(at) / TURN_MS)
}

async function findOn({ id, account }: ChannelSettings, at: string, { pause, goesOn }: Looks): Promise<void> {
  const { serviceToken } = (await secretOf(environment('STACK'), id, at)) ?? {}
  if (!serviceToken || !goesOn()) return
  const now = Date.parse(at)
  const wall = await lookAtWall({
    ...{ serviceToken, account, pause, goesOn, turn: turnOf(at) },
    ...{ since: new Date(now - WINDOW_MS).toISOString(), until: new Date(now - ON_ITS_WAY_MS).toISOString() },
  })
  if (wall.outcome === 'refused')
    return count('ChannelLost', 1, deployedRegion(), { channel: id, standing: 'service token', why: wall.why })
  if (wall.outcome === 'later') return log('wall not read', { channel: id, why: wall.why })
  const tableName = environment('TABLE_NAME')
  const told = wall.heard.flatMap((one) => (isTold(one) ? [{ ...commentOf(one), key: one.key, heard: one }] : []))
  const left = (await notTaken({ tableName, channel: id }, told, pause)).toSorted(oldestFirst)
  const taken = left.slice(0, MOST_FOUND)
  for (const { seen } of taken) await keepHeard({ tableName, channel: id, key: seen.key, at }, seen.heard)
  const messages = taken.map(({ seen }) => ({ v: 1, channel: id, heard: seen.key }))
  const failed = await sendAll(environment('HEARD_QUEUE_URL'), messages)
  const missed = taken.filter(({ seen, isKept }) => !isKept && seen.heard.kind === 'commented').length
  const { unread, shut } = wall
  log('wall read', { channel: id, seen: told.length, found: left.length, taken: taken.length, unread, shut })
  if (missed > 0) count('CommentsMissed', missed, deployedRegion(), { channel: id })
  if (failed.length > 0) throw new Error(`The queue did not take what was missed: ${failed.length}.`)
}

function isTold(heard: Heard): heard is Told {
  return heard.kind === 'commented' || heard.kind === 'posted' || heard.kind === 'replied'
}

function commentOf(heard: Told) {
  return heard.kind === 'commented' ? { comment: { on: heard.thread.on, name: nameIn(heard.thread) } } : {}
}

function oldestFirst(one: Found, other: Found): number {
  return one.seen.heard.at < other.seen.heard.at ? -1 : 1
}

type Found = NotTaken<{ readonly key: string; readonly heard: Told }>
