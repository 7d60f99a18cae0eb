// Does every hour of engine or real time what no caller waits for: messages, objects and items past their time are deleted. Started by
// engine.ts.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Clock } from './clock.ts'
import type { Objects } from './objects.ts'
import type { Queues } from './queues.ts'
import { expireItems } from './time-to-live.ts'

const EVERY_MS = 3_600_000

interface Kept {
  readonly queues: Queues
  readonly objects: Objects
  readonly tables: readonly { readonly name: string; readonly ttl?: string }[]
  readonly dynamo: DynamoDBClient
  readonly clock: Clock
  readonly report: (error: unknown) => void
}

export function startHousekeeping({ queues, objects, tables, dynamo, clock, report }: Kept) {
  let doneAt = clock.now()
  const keep = async () => {
    doneAt = clock.now()
    queues.expire()
    objects.expire()
    for (const { name, ttl } of tables) if (ttl) await expireItems(dynamo, name, ttl, clock.now())
  }
  const timer = setInterval(() => void keep().catch(report), EVERY_MS)
  return {
    /** After engine time was moved. @param apartMs how long after the last time, where an hour is too often */
    async catchUp(apartMs: number) {
      if (clock.now() - doneAt >= Math.max(EVERY_MS, apartMs)) await keep()
    },
    stop: () => clearInterval(timer),
  }
}
