// What the tests of deliveries stand on: a table with endpoints, a queue by a clock that the test moves, receivers that answer what
// they are told. The schedule of the digest runs every five minutes, as on AWS.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { vi } from 'vitest'
import type { Random } from '../../functions/case/ids.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import type { StopMessage } from '../../functions/contract/queued.ts'
import { deliverBatch } from '../../functions/deliver/handler.ts'
import type { Effects } from '../../functions/deliver/lane.ts'
import type { Post, Posted } from '../../functions/deliver/post.ts'
import { queueDueWebhooks } from '../../functions/digest/webhooks.ts'
import { sendAll } from '../../functions/queues/send.ts'
import type { StopMail } from '../../functions/store/endpoints.ts'
import { claimStopMail, markStopMail } from '../../functions/store/stop-mails.ts'
import { CHECKS_INDEX, DELIVERY, table } from '../../functions/store/table.ts'
import { addEndpoint, type NewEndpoint } from '../../functions/webhooks/endpoints.ts'
import { offersOf, subscriptionsAt } from '../../functions/webhooks/offer.ts'
import type { TestTable } from '../store/a-table.ts'

const START = '2026-03-02T07:00:00.000Z'
const MINUTE = 60_000
const DIGEST_MS = 5 * MINUTE

export interface Seen extends Post {
  readonly host: string
  readonly at: string
  readonly id: string
}

type Receiver = (seen: Seen) => Posted | Promise<Posted>
interface Waiting {
  readonly body: string
  readonly at: string
}

export const answers = (status: number, retryAfter?: string): Posted => ({
  ...{ outcome: 'answered', status, ...(retryAfter && { retryAfter }) },
})

export class PostOffice {
  readonly #table: () => TestTable
  /** Every post that was made, in order. */
  readonly posts: Seen[] = []
  readonly receivers = new Map<string, Receiver>()
  waiting: Waiting[] = []
  readonly mails: StopMail[] = []
  at = START
  random: Random = (count) => new Uint8Array(count)
  #events = 0
  #start = 0
  readonly effects: Effects

  constructor(table: () => TestTable) {
    this.#table = table
    this.effects = {
      now: () => this.at,
      random: (count) => this.random(count),
      hasTime: () => true,
      post: async (post) => {
        const seen = { ...post, host: new URL(post.url).host, at: this.at, id: post.headers['webhook-id']! }
        this.posts.push(seen)
        return (this.receivers.get(seen.host) ?? (() => answers(204)))(seen)
      },
    }
  }

  /** Empties the post office, at a day of its own, so that no list of endpoints is remembered. */
  reset(): void {
    this.#start += 1
    this.at = later(START, this.#start * 400 * 24 * 60 * MINUTE)
    this.waiting = []
    this.posts.length = 0
    this.mails.length = 0
    this.random = (count) => new Uint8Array(count)
    this.receivers.clear()
    vi.mocked(sendAll).mockImplementation(async (queue, messages, delaySeconds = 0) => {
      const at = later(this.at, delaySeconds * 1000)
      for (const message of messages)
        if (queue === 'NOTICES_QUEUE_URL') await this.#mail(message as StopMessage)
        else this.waiting.push({ body: JSON.stringify(message), at })
      return []
    })
  }

  /** As notify does. */
  async #mail({ endpoint, since }: StopMessage): Promise<void> {
    const mail = await claimStopMail(this.tableName, endpoint, since, this.at)
    if (!mail) return
    this.mails.push(mail)
    await markStopMail(this.tableName, endpoint, since, 'sent')
  }

  get tableName(): string {
    return this.#table().tableName
  }

  add(host: string, more: Partial<NewEndpoint> = {}) {
    const wanted = { integrator: host, url: `https://${host}/`, email: 'owner@example.org', all: false, test: false }
    return addEndpoint(this.tableName, { ...wanted, ...more }, this.at, (count) =>
      crypto.getRandomValues(new Uint8Array(count)),
    )
  }

  /** An event of an integrator's case happens and is queued. @returns its id */
  async happens(integrator: string, times = 1): Promise<string[]> {
    const ids: string[] = []
    const subscriptions = await subscriptionsAt(this.tableName, this.at)
    for (let count = 0; count < times; count += 1) {
      const seq = (this.#events += 1)
      const event = {
        caseId: '95-260302-7K4QF',
        seq,
        type: 'answered',
        at: this.at,
        status: 'resolved',
        integrator,
      } as const
      for (const { item, message } of offersOf(subscriptions, [event], this.at)) {
        await this.#table().put(item)
        await sendAll('WEBHOOKS_QUEUE_URL', [message])
      }
      ids.push(`95-260302-7K4QF.${seq}`)
    }
    return ids
  }

  /** Takes up to ten messages that are due and delivers them as one batch. @returns how many failed, undefined when there is none */
  async batch(): Promise<number | undefined> {
    const due = this.waiting.filter(({ at }) => at <= this.at).slice(0, 10)
    if (due.length === 0) return undefined
    this.waiting = this.waiting.filter((one) => !due.includes(one))
    const records = due.map(({ body }, index) => ({ messageId: `m${index}`, body }))
    const { batchItemFailures } = await deliverBatch(records as never, this.effects)
    return batchItemFailures.length
  }

  /** Delivers all that is due now. */
  async work(): Promise<void> {
    while ((await this.batch()) !== undefined);
  }

  /** Lets time pass, message by message and digest by digest. */
  async pass(ms: number): Promise<void> {
    const end = later(this.at, ms)
    for (;;) {
      await this.work()
      const digestAt = await this.#nextDigest()
      const next = [...(digestAt ? [digestAt] : []), ...this.waiting.map(({ at }) => at)].toSorted()[0]
      if (!next || next > end) break
      this.at = next
      if (next === digestAt) await queueDueWebhooks('WEBHOOKS_QUEUE_URL', this.at, () => true)
    }
    this.at = end
    await this.work()
  }

  /** The first run of the digest that finds something. */
  async #nextDigest(): Promise<string | undefined> {
    const query = new QueryCommand({
      ...{ TableName: this.tableName, IndexName: CHECKS_INDEX, KeyConditionExpression: '#check = :delivery', Limit: 1 },
      ...{ ExpressionAttributeNames: { '#check': 'check' }, ExpressionAttributeValues: { ':delivery': DELIVERY } },
    })
    const first = (await table.send(query)).Items?.[0]?.['checkAt'] as string | undefined
    if (!first) return undefined
    const dueMs = Math.max(Date.parse(first), Date.parse(this.at) + 1)
    return new Date(Math.ceil(dueMs / DIGEST_MS) * DIGEST_MS).toISOString()
  }

  /** The posts to a host: which event, and how long after an instant (s). */
  to(host: string, since = START): [id: string, afterSeconds: number][] {
    return this.posts
      .filter((one) => one.host === host)
      .map(({ id, at }) => [id, Math.round((Date.parse(at) - Date.parse(since)) / 1000)])
  }
}
