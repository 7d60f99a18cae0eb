// Reads a record of the stream: which event of which case, whether a timer is to be armed, whether something is to be counted.
// Called by the handler.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import type { EventType } from '../case/events.ts'
import type { Glance } from '../case/reactions.ts'
import { unpack } from '../store/packed.ts'

const image = z.object({
  pk: z.string().check(z.startsWith('C#')),
  sk: z.string().check(z.startsWith('E#')),
  arm: z.optional(z.string()),
  counts: z.optional(z.boolean()),
  test: z.optional(z.literal(true)),
  restored: z.optional(z.string()),
  event: z.object({
    type: z.string(),
    moderated: z.optional(z.boolean()),
    children: z.optional(z.array(z.string())),
    to: z.optional(z.string()),
  }),
})

export interface EventInserted extends Glance {
  readonly arm?: string
  /** npm run restore put it there: it happened long before, and the sweep looks after its case. */
  readonly isRestored?: boolean
  /** Of a test case. */
  readonly isTest?: boolean
}

/** @throws when the record is not an inserted event: the mapping's filter lets nothing else through. */
export function eventInserted(record: DynamoDBRecord): EventInserted {
  const item = unmarshall((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>)
  const { pk, sk, arm, counts, test, restored, event } = z.parse(image, {
    ...item,
    event: unpack(bytesIn(item['event'])),
  })
  const { type, moderated, children, to } = event
  return {
    caseId: pk.slice(2),
    seq: Number(sk.slice(2)),
    type: type as EventType,
    ...(moderated !== undefined && { moderated }),
    ...(children && { children }),
    ...(to && { to }),
    ...(arm && { arm }),
    ...(counts && { counts }),
    ...(restored && { isRestored: true }),
    ...(test && { isTest: true }),
  }
}

/** A stream's record has bytes as letters. */
function bytesIn(stored: unknown): unknown {
  return typeof stored === 'string' ? Buffer.from(stored, 'base64') : stored
}
