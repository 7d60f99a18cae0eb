// The stream's way into a function: tries follow each other in engine time, nothing is passed over, one bad record is found.
import { expect, it } from 'vitest'
import type { LocalFunction } from '../../local/functions.ts'
import { type StreamFailure, streamSource } from '../../local/stream-mapping.ts'
import { streamRecord } from '../../local/stream-record.ts'

const MINUTE = 60_000

/** A stream of some records and a function that fails while `fails` says so; engine time begins at 0. */
function played({ records = 1, writtenAt = 0, retries = -1, maxAgeMs = 0, fails }: Played) {
  const arn = 'arn:aws:dynamodb:local:0:table/cases/stream/1'
  const stream = Array.from({ length: records }, (_, at) =>
    streamRecord(arn, 'INSERT', { SequenceNumber: String(at + 1), ApproximateCreationDateTime: writtenAt }),
  )
  const world = {
    now: 0,
    checkpoint: undefined as string | undefined,
    handled: [] as number[],
    calls: 0,
    lost: [] as StreamFailure[],
  }
  const invoke = (event: unknown) => {
    world.calls += 1
    const numbers = (event as { Records: typeof stream }).Records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber))
    if (fails(numbers, world.now)) return Promise.reject(new Error('down'))
    world.handled.push(...numbers)
    return Promise.resolve({ batchItemFailures: [] })
  }
  const mapping = {
    target: { invoke } as unknown as LocalFunction,
    batchSize: 100,
    filters: [],
    reportsFailures: true,
    bisects: true,
    retries,
    maxAgeMs,
    onFailure: (failure: StreamFailure) => void world.lost.push(failure),
  }
  const source = streamSource(
    (after, limit) => Promise.resolve(stream.slice(Number(after ?? 0), Number(after ?? 0) + limit)),
    mapping,
    { read: () => world.checkpoint, write: (at) => (world.checkpoint = at) },
    () => world.now,
  )
  const rest = async () => {
    while (await source.poll());
  }
  return { world, source, rest }
}

interface Played {
  readonly records?: number
  /** By the clock of the table engine (s). */
  readonly writtenAt?: number
  readonly retries?: number
  readonly maxAgeMs?: number
  readonly fails: (numbers: readonly number[], now: number) => boolean
}

it('comes to rest while a function fails, and goes on by itself when time has passed', async () => {
  const { world, source, rest } = played({ records: 3, fails: (_, now) => now < 15 * MINUTE })
  await rest()
  const tries = world.calls
  expect(source.nextAt?.()).toBe(1_000)
  await rest()
  expect(world).toMatchObject({ calls: tries, handled: [], checkpoint: undefined })
  for (let next = source.nextAt?.(); next !== undefined; next = source.nextAt?.()) {
    world.now = next
    await rest()
  }
  expect(world).toMatchObject({ handled: [1, 2, 3], checkpoint: '3', lost: [] })
  expect(world.now).toBeLessThanOrEqual(16 * MINUTE)
  expect(world.calls - tries).toBeLessThan(30)
})

it.each([
  ['at the engine’s time', 0],
  ['a month ahead of it', 30 * 86_400],
  ['a month behind it', -30 * 86_400],
])('keeps what is too old, and only that, and goes on; the table is %s', async (_, writtenAt) => {
  const fails = (them: readonly number[]) => them.includes(42)
  const { world, source, rest } = played({ records: 100, writtenAt, maxAgeMs: 60 * MINUTE, fails })
  await rest()
  while (world.lost.length === 0 && world.now < 120 * MINUTE) {
    world.now = source.nextAt!()!
    await rest()
  }
  const numbers = world.lost.flatMap(({ records }) => records.map(({ dynamodb }) => dynamodb.SequenceNumber))
  expect(numbers).toEqual(['42'])
  expect(world.lost[0]!.condition).toBe('RecordAgeExceeded')
  expect(world.now).toBeGreaterThan(60 * MINUTE)
  expect(world.now).toBeLessThan(62 * MINUTE)
  expect(world.handled).toEqual(Array.from({ length: 100 }, (_, at) => at + 1).filter((number) => number !== 42))
  expect(world.checkpoint).toBe('100')
})

it('keeps what was tried as often as the mapping allows', async () => {
  const { world, rest } = played({ records: 2, retries: 1, fails: (them) => them.includes(1) })
  await rest()
  expect(world.lost).toMatchObject([{ condition: 'RetryAttemptsExhausted', attempts: 2 }])
  expect(world).toMatchObject({ handled: [2], checkpoint: '2' })
})
