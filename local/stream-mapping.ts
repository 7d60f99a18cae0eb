// Feeds a table's stream to a function: in order, filtered, retried from the first failure, halved to find the record
// that fails, given up to the failure destination. The checkpoint is written after the batch is handled. Made by
// connections.ts.
import { setTimeout as pause } from 'node:timers/promises'
import { matches } from './event-pattern.ts'
import type { LocalFunction } from './functions.ts'
import { failuresOf, type Source } from './mapping.ts'
import type { ReadStream, StreamRecord } from './stream-record.ts'

/** Between two looks at a stream that has nothing (ms). */
const LOOK_MS = 20
/** The same where every look is a request and nothing has come for a while. */
const IDLE_MS = 60
const BUSY_LOOKS = 100
/** After a batch, twice as long after each that follows it, at most (ms): what comes meanwhile is one more batch, not many. */
const GATHER_MS = 25
const MOST_GATHER_MS = 200
const RETRY_MS = 25

export interface StreamMapping {
  readonly target: LocalFunction
  readonly batchSize: number
  readonly filters: readonly Readonly<Record<string, unknown>>[]
  readonly reportsFailures: boolean
  readonly bisects: boolean
  /** -1: until the record is too old. */
  readonly retries: number
  readonly maxAgeMs: number
  readonly onFailure: (failure: StreamFailure) => void
}

export interface StreamFailure {
  readonly records: readonly StreamRecord[]
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded'
  readonly attempts: number
}

export interface Checkpoint {
  read(): string | undefined
  write(sequenceNumber: string): void
}

/** @param changes tells cheaply whether the table was written to; without it the stream itself is asked every time */
export function streamSource(
  read: ReadStream,
  mapping: StreamMapping,
  checkpoint: Checkpoint,
  now: () => number,
  changes?: () => number,
): Source {
  let emptyLooks = 0
  let gatherMs = GATHER_MS
  /** What `changes` gave before the last look, if that found nothing. */
  let exhaustedAt: number | undefined
  return {
    async poll() {
      const at = changes?.()
      if (at !== undefined && at === exhaustedAt) return false
      exhaustedAt = undefined
      const records = await read(checkpoint.read(), mapping.batchSize)
      if (records.length === 0) {
        emptyLooks += 1
        gatherMs = GATHER_MS
        exhaustedAt = at
        return false
      }
      const wanted = records.filter(
        (record) => mapping.filters.length === 0 || mapping.filters.some((filter) => matches(filter, record)),
      )
      await deliver(mapping, wanted, now)
      checkpoint.write(records.at(-1)!.dynamodb.SequenceNumber)
      emptyLooks = 0
      return true
    },
    wait() {
      if (emptyLooks > 0) return pause(changes || emptyLooks < BUSY_LOOKS ? LOOK_MS : IDLE_MS)
      gatherMs = Math.min(gatherMs * 2, MOST_GATHER_MS)
      return pause(gatherMs)
    },
    ...(changes && { settled: () => changes() === exhaustedAt }),
  }
}

/** Delivers until every record was handled or given up. */
async function deliver(mapping: StreamMapping, records: readonly StreamRecord[], now: () => number): Promise<void> {
  let left = records
  for (let attempts = 1; left.length > 0; attempts += 1) {
    const failed = await firstFailure(mapping, left)
    if (failed === undefined) return
    if (failed > 0) attempts = 1
    left = left.slice(failed)
    const tooOld =
      mapping.maxAgeMs > 0 && now() - left[0]!.dynamodb.ApproximateCreationDateTime * 1000 > mapping.maxAgeMs
    if (mapping.bisects && left.length > 1) {
      const middle = Math.ceil(left.length / 2)
      await deliver(mapping, left.slice(0, middle), now)
      return deliver(mapping, left.slice(middle), now)
    }
    if (tooOld || (mapping.retries >= 0 && attempts > mapping.retries)) {
      return mapping.onFailure({
        records: left,
        condition: tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted',
        attempts,
      })
    }
    await pause(RETRY_MS)
  }
}

/** The index of the first record that was not handled; undefined when all were. */
async function firstFailure(mapping: StreamMapping, records: readonly StreamRecord[]): Promise<number | undefined> {
  try {
    const failed = failuresOf(await mapping.target.invoke({ Records: records }), mapping.reportsFailures)
    if (!failed) return 0
    const indexes = failed.map((id) => records.findIndex((record) => record.dynamodb.SequenceNumber === id))
    if (indexes.length === 0) return undefined
    return Math.max(0, Math.min(...indexes))
  } catch {
    return 0
  }
}
