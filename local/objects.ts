// Buckets of whole objects, which tell the bus of what comes in and lose what is past its days, where they are declared so. Called by
// object-requests.ts, the housekeeping and the stream's failures.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from './clock.ts'
import type { BusEvent } from './event-bus.ts'

const DAY_MS = 86_400_000

/** What is gone so many days after it came. */
interface Expiration {
  readonly prefix: string
  readonly days: number
}

export interface BucketSettings {
  /** Whether it tells the default bus. */
  readonly tells: boolean
  readonly expirations: readonly Expiration[]
}

export class Objects {
  readonly #state: DatabaseSync
  readonly #clock: Clock
  readonly #buckets = new Map<string, BucketSettings>()
  readonly #tell: (event: BusEvent) => void

  constructor(state: DatabaseSync, clock: Clock, tell: (event: BusEvent) => void) {
    this.#state = state
    this.#clock = clock
    this.#tell = tell
  }

  addBucket(name: string, settings: BucketSettings): void {
    this.#buckets.set(name, settings)
  }

  has(bucket: string): boolean {
    return this.#buckets.has(bucket)
  }

  put(bucket: string, key: string, body: Buffer, type = 'application/octet-stream'): string {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`
    this.#state
      .prepare('INSERT OR REPLACE INTO objects (bucket, key, body, type, etag, modified) VALUES (?, ?, ?, ?, ?, ?)')
      .run(bucket, key, body, type, etag, this.#clock.now())
    if (this.#buckets.get(bucket)?.tells)
      this.#tell({
        source: 'aws.s3',
        'detail-type': 'Object Created',
        detail: { version: '0', bucket: { name: bucket }, object: { key, size: body.length } },
      })
    return etag
  }

  get(bucket: string, key: string) {
    const row = this.#state.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key)
    return (
      row && {
        body: Buffer.from(row['body'] as Uint8Array),
        type: String(row['type']),
        etag: String(row['etag']),
        modified: Number(row['modified']),
      }
    )
  }

  remove(bucket: string, key: string): void {
    this.#state.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key)
  }

  /** Deletes what is past its days. */
  expire(): void {
    for (const [bucket, { expirations }] of this.#buckets)
      for (const { prefix, days } of expirations)
        this.#state
          .prepare('DELETE FROM objects WHERE bucket = ? AND substr(key, 1, length(?)) = ? AND modified < ?')
          .run(bucket, prefix, prefix, this.#clock.now() - days * DAY_MS)
  }

  list(bucket: string, prefix: string) {
    return this.#state
      .prepare(
        'SELECT key, length(body) AS size, etag, modified FROM objects WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT 1000',
      )
      .all(bucket, prefix, prefix)
  }
}
