// Feeds a table's stream to a function: in order, filtered, retried from the first failure, halved to find the record
// that fails, given up to the failure destination. The checkpoint is written after what it covers is handled. Made by
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
/** So many tries of a batch follow each other at once; the next come a second later, then twice as late each, at most so late (ms). */
const QUICK_TRIES = 5
const MOST_PAUSE_MS = 60_000

export interface StreamMapping {
  readonly target: LocalFunction
  readonly batchSize: number
  readonly filters: readonly Readonly<Record<string, unknown>>[]
  readonly reportsFailures: boolean
  readonly bisects: boolean
  /** -1: until the record is too old. */
  readonly retries: number
  /** Counted in engine time from a record's first try: what the table engine says of its age is real time. 0 or less: no limit. */
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

/**
 * @param now engine time (ms): between tries it has to pass, so that a stack can come to rest while a function fails
 * @param changes tells cheaply whether the table was written to; without it the stream itself is asked every time
 */
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
  /** How many records the next batch takes: fewer while one that fails is looked for. */
  let size = mapping.batchSize
  /** Tries of the oldest record so far, and when it is tried again (engine time, ms). */
  let attempts = 0
  let tryAt = 0
  /** When the oldest record failed for the first time (engine time, ms). */
  let failingSince = 0

  const goOn = (after: StreamRecord) => {
    checkpoint.write(after.dynamodb.SequenceNumber)
    size = mapping.batchSize
    attempts = 0
    tryAt = 0
  }
  /** What could not be handled is tried again: half of it, or later, until it has to be given up. */
  const fail = (left: readonly StreamRecord[], last: StreamRecord) => {
    if (mapping.bisects && left.length > 1) {
      size = Math.ceil(left.length / 2)
      return
    }
    if (attempts === 0) failingSince = now()
    attempts += 1
    const tooOld = mapping.maxAgeMs > 0 && now() - failingSince > mapping.maxAgeMs
    if (tooOld || (mapping.retries >= 0 && attempts > mapping.retries)) {
      const condition = tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted'
      mapping.onFailure({ records: left, condition, attempts })
      goOn(last)
    } else if (attempts >= QUICK_TRIES) {
      tryAt = now() + Math.min(MOST_PAUSE_MS, 1000 * 2 ** (attempts - QUICK_TRIES))
    }
  }

  return {
    async poll() {
      if (now() < tryAt) return false
      const at = changes?.()
      if (at !== undefined && at === exhaustedAt) return false
      exhaustedAt = undefined
      const records = await read(checkpoint.read(), size)
      const last = records.at(-1)
      if (!last) {
        emptyLooks += 1
        gatherMs = GATHER_MS
        exhaustedAt = at
        return false
      }
      emptyLooks = 0
      const wanted = records.filter(
        (record) => mapping.filters.length === 0 || mapping.filters.some((filter) => matches(filter, record)),
      )
      const failed = wanted.length === 0 ? undefined : await firstFailure(mapping, wanted)
      const handled = failed === undefined ? last : wanted[failed - 1]
      if (handled) goOn(handled)
      if (failed !== undefined) fail(wanted.slice(failed), last)
      return true
    },
    wait() {
      if (emptyLooks > 0) return pause(changes || emptyLooks < BUSY_LOOKS ? LOOK_MS : IDLE_MS)
      gatherMs = Math.min(gatherMs * 2, MOST_GATHER_MS)
      return pause(gatherMs)
    },
    nextAt: () => (now() < tryAt ? tryAt : undefined),
    ...(changes && { settled: () => now() < tryAt || changes() === exhaustedAt }),
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
