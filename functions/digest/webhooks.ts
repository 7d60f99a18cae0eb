// Queues the webhooks whose next try has come, and the mails about stopped ones that did not go: what waits longer than a queue can
// hold, or was lost on its way. Each is marked as on its way, so that a later run leaves it alone for a while. Called by the handler.
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { markOnItsWay } from '../store/gathered.ts'
import { dueDeliveries } from '../store/due.ts'
import type { Key } from '../store/table.ts'

const AT_ONCE = 10

/** @param hasTime whether more may be queued in this run: the next goes on */
export async function queueDueWebhooks(queueUrl: string, at: string, hasTime: () => boolean): Promise<void> {
  let queued = 0
  let some: Key[] = []
  const flush = async () => {
    queued += await queue(queueUrl, some, at)
    some = []
  }
  for await (const key of dueDeliveries(environment('TABLE_NAME'), at)) {
    if (!hasTime()) break
    some.push(key)
    if (some.length === AT_ONCE) await flush()
  }
  await flush()
  if (queued > 0) log('webhooks queued', { queued })
}

async function queue(queueUrl: string, all: readonly Key[], at: string): Promise<number> {
  const marked = await Promise.all(all.map((key) => markOnItsWay(environment('TABLE_NAME'), key, at)))
  const own = all.filter((_, index) => marked[index])
  const named = own.map(({ pk, sk }) => {
    const [kind, instant, event] = sk.split('#')
    return { kind, endpoint: pk.slice(2), instant, event }
  })
  const posts = named.filter(({ kind }) => kind === 'D')
  const mails = named.filter(({ kind }) => kind === 'M')
  const refused = [
    ...(await sendAll(
      queueUrl,
      posts.map(({ endpoint, instant, event }) => ({ v: 1, endpoint, event, at: instant })),
    )),
    ...(await sendAll(
      environment('NOTICES_QUEUE_URL'),
      mails.map(({ endpoint, instant }) => ({ v: 1, endpoint, since: instant })),
    )),
  ]
  return own.length - refused.length
}
