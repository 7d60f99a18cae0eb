// Measures how many messages a second a region on this machine accepts, beside the table engine's own rate for a
// transaction of the same shape; and how long a responder waits for their mail when nothing else is going on. Called by
// npm run bench.
import { randomBytes, randomUUID } from 'node:crypto'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../local-region.ts'
import { inParallel } from '../in-parallel.ts'
import { quantile } from '../replay/report.ts'

const CONCURRENCY = 16

export interface Rates {
  readonly acceptedPerSecond: number
  readonly transactionsPerSecond: number
  readonly postP50Ms: number
  readonly postP95Ms: number
  readonly mailP50Ms: number
  readonly mailP95Ms: number
}

export async function rates(local: LocalRegion, region: Region, count: number): Promise<Rates> {
  const topic = region.topics.find((one) => !one.season)!.id
  const municipality = region.municipalities[0]!.id
  const post = async () => {
    const started = performance.now()
    const reply = await fetch(`${local.engine.apiUrl}/v1/messages`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${local.key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify({ text: 'Не горит фонарь.', topic, municipality }),
    })
    const { id } = (await reply.json()) as { id: string }
    return { id, ms: performance.now() - started }
  }
  const waits: number[] = []
  for (let index = 0; index < 25; index += 1) {
    await local.engine.idle()
    waits.push(await mailDelay(local, (await post()).id))
  }
  const times: number[] = []
  const accepted = await perSecond(count, async () => void times.push((await post()).ms))
  await local.engine.idle()
  const transactions = await perSecond(count, () => transaction(local))
  const sorted = (values: number[]) => values.sort((a, b) => a - b)
  return {
    acceptedPerSecond: accepted,
    transactionsPerSecond: transactions,
    postP50Ms: Number(quantile(sorted(times), 0.5)),
    postP95Ms: Number(quantile(times, 0.95)),
    mailP50Ms: Number(quantile(sorted(waits), 0.5)),
    mailP95Ms: Number(quantile(waits, 0.95)),
  }
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await inParallel(Array.from({ length: count }), CONCURRENCY, async () => void (await work()))
  return count / ((performance.now() - started) / 1000)
}

/** From the acceptance of a message to the instant its mail to the responder was marked sent (ms of engine time). */
async function mailDelay({ engine, key }: LocalRegion, id: string): Promise<number> {
  for (;;) {
    const reply = await fetch(`${engine.apiUrl}/v1/cases/${id}`, { headers: { Authorization: `Bearer ${key}` } })
    const { receivedAt, notices } = (await reply.json()) as {
      receivedAt: string
      notices: { kind: string; endedAt: string | null }[]
    }
    const sent = notices.find((one) => one.kind === 'work')?.endedAt
    if (sent) return Date.parse(sent) - Date.parse(receivedAt)
  }
}

/** Five new items of the sizes that accepting a message writes. */
function transaction({ document, tableName }: LocalRegion) {
  const pk = `X#${randomBytes(9).toString('hex')}`
  const item = (sk: string, bytes: number) => ({
    Put: {
      TableName: tableName,
      Item: { pk, sk, filler: 'x'.repeat(bytes) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  })
  return document.send(
    new TransactWriteCommand({
      TransactItems: [item('S', 900), item('P', 120), item('I', 100), item('L', 150), item('E', 700)],
    }),
  )
}
