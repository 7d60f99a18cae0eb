// Posts what is due to one endpoint, one after another, as long as it takes them. At most two lanes lead to an endpoint, and all that
// failed lately share a single one, so that however many receivers hang, others are reached. Called by the handler for each endpoint
// of a batch, beside the others.
import type { Random } from '../case/ids.ts'
import { later } from '../case/clocks/waking.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log } from '../edge/log.ts'
import type { Now } from '../edge/now.ts'
import { sendAll } from '../queues/send.ts'
import {
  claimDelivery,
  type Delivery,
  type DeliveryName,
  endDelivery,
  holdDelivery,
  putBack,
  putOff,
} from '../store/deliveries.ts'
import {
  type Endpoint,
  giveBackLane,
  type Lane,
  loadEndpoint,
  noteFailure,
  noteSuccess,
  PROBES,
  stopEndpoint,
  type StopMail,
  takeLane,
} from '../store/endpoints.ts'
import { isLong, queueFor } from '../webhooks/queue.ts'
import { signedHeaders } from '../webhooks/signature.ts'
import { chance, MOST_TRIES, retryAfterMs, waitAfter } from '../webhooks/waits.ts'
import type { Post, Posted } from './post.ts'

export interface Effects {
  readonly now: Now
  readonly random: Random
  readonly post: (post: Post) => Promise<Posted>
  /** Whether another post, with what belongs to it, can still be ended in this run. */
  readonly hasTime: () => boolean
}

/** How long a lane is held at most (ms): no run takes longer. */
const LANE_MS = 90_000
/** How soon one looks again where the lanes are taken (ms): of an endpoint that fares well, of one that failed lately. */
const BUSY_MS = 5_000
const PROBED_MS = 60_000
const GONE = 410

/** Posts what is due of these. @throws when the table or a queue fails: all of them may be given again */
export async function deliverTo(id: string, names: readonly DeliveryName[], effects: Effects): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const at = effects.now()
  const endpoint = await loadEndpoint(tableName, id)
  if (endpoint?.state !== 'active') return hold(names, effects)
  if (endpoint.quietUntil && endpoint.quietUntil > at) return putAllOff(names, endpoint.quietUntil, effects)
  const lane = await freeLane(endpoint, at)
  if (!lane) {
    const waitMs = endpoint.failures > 0 ? PROBED_MS : BUSY_MS
    return putAllOff(names, later(at, Math.round(waitMs * (1 + chance(effects.random)))), effects)
  }
  try {
    await postInTurn(endpoint, inTurn(endpoint, names, effects.random), effects)
  } finally {
    await giveBackLane(tableName, lane)
  }
}

async function freeLane({ id, failures }: Endpoint, at: string): Promise<Lane | undefined> {
  const until = later(at, LANE_MS)
  const lanes: Lane[] =
    failures > 0
      ? [{ of: PROBES, name: 'lane0', until }]
      : [
          { of: id, name: 'lane0', until },
          { of: id, name: 'lane1', until },
        ]
  for (const lane of lanes) if (await takeLane(environment('TABLE_NAME'), lane, at)) return lane
  return undefined
}

/** As they happened; of an endpoint that failed lately in any order, so that one event that it never takes does not stand before the others each time. */
function inTurn({ failures }: Endpoint, names: readonly DeliveryName[], random: Random): readonly DeliveryName[] {
  if (failures === 0) return names.toSorted((one, other) => one.at.localeCompare(other.at))
  const drawn = names.map((name) => ({ name, place: chance(random) }))
  return drawn.toSorted((one, other) => one.place - other.place).map(({ name }) => name)
}

/** Until one fails: what is left waits until the endpoint is tried again. The endpoint is read before each post: it may be stopped, or have another secret, since. */
async function postInTurn(first: Endpoint, names: readonly DeliveryName[], effects: Effects): Promise<void> {
  for (const [index, name] of names.entries()) {
    const rest = names.slice(index)
    if (!effects.hasTime()) return putAllOff(rest, effects.now(), effects)
    const endpoint = index === 0 ? first : await loadEndpoint(environment('TABLE_NAME'), first.id)
    const after = endpoint?.state === 'active' ? await tryOnce(endpoint, name, effects) : 'stopped'
    if (after === 'stopped') return hold(rest, effects)
    if (typeof after === 'object') return putAllOff(rest.slice(1), after.quietUntil, effects)
  }
}

type After = 'delivered' | 'nothing to do' | 'stopped' | { readonly quietUntil: string }

async function tryOnce(endpoint: Endpoint, name: DeliveryName, effects: Effects): Promise<After> {
  const tableName = environment('TABLE_NAME')
  const at = effects.now()
  const claimed = await claimDelivery(tableName, name, at)
  if (!claimed) return 'nothing to do'
  const { url, secrets } = endpoint
  const { body } = claimed
  const posted = await effects.post({ url, body, headers: signedHeaders(secrets, name.event, at, body) })
  const result = posted.outcome === 'answered' ? posted.status : posted.outcome
  const tookMs = Date.parse(effects.now()) - Date.parse(at)
  log('webhook posted', {
    endpoint: name.endpoint,
    event: name.event,
    type: claimed.type,
    result,
    tookMs,
    attempt: claimed.attempts,
  })
  const tried = { at, result }
  if (typeof result === 'number' && result >= 200 && result < 300) {
    await endDelivery(tableName, name, claimed, tried, 'delivered')
    if (endpoint.failures > 0) await noteSuccess(tableName, endpoint.id)
    return 'delivered'
  }
  if (result === GONE) {
    await endDelivery(tableName, name, claimed, tried, 'held')
    await stop(endpoint, 'gone', effects.now())
    return 'stopped'
  }
  return failed(endpoint, name, claimed, tried, askedWait(posted, effects.now()), effects)
}

/** Only of answers whose meaning it belongs to. */
function askedWait(posted: Posted, at: string): number | undefined {
  return posted.outcome === 'answered' && [429, 503].includes(posted.status)
    ? retryAfterMs(posted.retryAfter, at)
    : undefined
}

async function failed(
  endpoint: Endpoint,
  name: DeliveryName,
  claimed: Delivery,
  tried: Delivery['tries'][number],
  askedMs: number | undefined,
  { now, random }: Effects,
): Promise<After> {
  const tableName = environment('TABLE_NAME')
  const failures = endpoint.failures + 1
  if (claimed.attempts >= MOST_TRIES || failures >= MOST_TRIES) {
    await endDelivery(tableName, name, claimed, tried, 'failed')
    await stop(endpoint, 'failed', now())
    return 'stopped'
  }
  const at = now()
  const share = chance(random)
  const waitMs = waitAfter(claimed.attempts, share, askedMs)
  const nextAt = later(at, waitMs)
  const quietUntil = later(at, waitAfter(failures, share, askedMs))
  await noteFailure(tableName, endpoint, quietUntil)
  await putBack(tableName, name, claimed, tried, nextAt, isLong(waitMs))
  if (!isLong(waitMs)) await queueFor(environment('WEBHOOKS_QUEUE_URL'), name, nextAt, at)
  return { quietUntil }
}

/** Nothing got through, or the receiver is gone: whoever has the endpoint is mailed, once. */
async function stop(endpoint: Endpoint, why: StopMail['why'], at: string): Promise<void> {
  if (!(await stopEndpoint(environment('TABLE_NAME'), endpoint, why, at))) return
  count('WebhookStopped', 1, deployedRegion(), { endpoint: endpoint.id, integrator: endpoint.integrator, why })
  // What the queue does not take now, the digest asks for again.
  await sendAll(environment('NOTICES_QUEUE_URL'), [{ v: 1, endpoint: endpoint.id, since: at }])
}

async function hold(names: readonly DeliveryName[], { now }: Effects): Promise<void> {
  for (const name of names) await holdDelivery(environment('TABLE_NAME'), name, now())
}

async function putAllOff(names: readonly DeliveryName[], until: string, { now }: Effects): Promise<void> {
  const at = now()
  const isByIndex = isLong(Date.parse(until) - Date.parse(at))
  for (const name of names)
    if ((await putOff(environment('TABLE_NAME'), name, until, isByIndex)) && !isByIndex)
      await queueFor(environment('WEBHOOKS_QUEUE_URL'), name, until, at)
}
