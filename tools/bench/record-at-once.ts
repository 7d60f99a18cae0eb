// Counts what `record` asks of the table for ten messages and their assignments: told one by one, and ten at once, as the queue does in a flood.
// Called by tests/bench/cost.test.ts.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import type { Region } from '../../regions/schema.ts'
import { keys } from '../../functions/store/table.ts'
import type { LocalRegion } from '../local-region.ts'
import type { Capacity } from './capacity-proxy.ts'

const MESSAGES = 10

/** What ten messages cost. */
export interface Recorded {
  readonly tableRequests: number
  readonly readUnits: number
  readonly writeUnits: number
}

/** By how many events were told at once: of ten messages with two events each. */
export async function recordAtOnce(
  local: LocalRegion,
  region: Region,
  total: Capacity,
): Promise<Readonly<Record<string, Recorded>>> {
  const ids: string[] = []
  for (let index = 0; index < MESSAGES; index += 1) ids.push(await post(local, region, index))
  await local.engine.idle()
  const told: Record<string, Recorded> = {}
  // All messages have come when the first is assigned, as where many wait.
  const waiting = [1, 2].flatMap((seq) => ids.map((caseId) => ({ caseId, seq })))
  for (const [how, size] of [
    ['one by one', 1],
    ['ten at once', 10],
  ] as const) {
    await forget(local, ids)
    const { requests, readUnits, writeUnits } = total
    for (let start = 0; start < waiting.length; start += size) await tell(local, waiting.slice(start, start + size))
    told[how] = {
      tableRequests: total.requests - requests,
      readUnits: total.readUnits - readUnits,
      writeUnits: total.writeUnits - writeUnits,
    }
  }
  return told
}

async function post({ engine, key }: LocalRegion, region: Region, index: number): Promise<string> {
  const topic = region.topics.find((one) => !one.important && !one.season)!.id
  const { municipality } = region.organisations.find((one) => one.municipality !== undefined)!
  const reply = await fetch(`${engine.apiUrl}/v1/messages`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `record-at-once-${index}`,
    },
    body: JSON.stringify({ text: `Не горит фонарь у дома ${index}.`, topic, municipality }),
  })
  return ((await reply.json()) as { id: string }).id
}

/** As if nobody had told of these cases. What they added to the counters stays there. */
async function forget({ document, tableName }: LocalRegion, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    for (const Key of [keys.counted(id, 1), keys.counted(id, 2), keys.fed(id)])
      await document.send(new DeleteCommand({ TableName: tableName, Key }))
}

/** @throws Error when something was not put on record */
async function tell({ engine }: LocalRegion, events: readonly { caseId: string; seq: number }[]): Promise<void> {
  const Records = events.map((one, index) => ({ messageId: `m${index}`, body: JSON.stringify({ v: 1, ...one }) }))
  const { batchItemFailures } = (await engine.function('Record').invoke({ Records })) as {
    batchItemFailures: readonly unknown[]
  }
  if (batchItemFailures.length > 0) throw new Error(`Not put on record: ${batchItemFailures.length}.`)
}
