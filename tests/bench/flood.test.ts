// A flood of what a region has no room for: what is refused is told when to come back and has left nothing, what is accepted is there
// once, in the table and in the event feed; and the bench that says so sees when it is not so.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { flood } from '../../tools/bench/flood.ts'
import { differences, type Kept } from '../../tools/bench/flood-account.ts'
import type { Posted } from '../../tools/bench/posting.ts'
import { type LocalRegion, startLocalRegion } from '../../tools/local-region.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'otklik-flood-'))
let local: LocalRegion
beforeAll(async () => {
  local = await startLocalRegion({ region: '95', dataDir, assembly: inject('assembly'), standing: true, atOnce: 3 })
})
afterAll(async () => {
  await local.engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('a region that takes three at once refuses the others of forty with Retry-After, and loses and doubles nothing', async () => {
  const flooded = await flood(local, loadRegion('95'), 40, 1_000)
  expect(flooded.differences).toEqual([])
  const { 201: taken = 0, '503 unavailable': refused = 0, ...others } = flooded.replies
  expect([taken + refused, others]).toEqual([40, {}])
  expect(taken).toBeGreaterThanOrEqual(3)
  expect(refused).toBeGreaterThan(10)
})

describe('the account of a flood', () => {
  const one = (key: string, status: number, more: Partial<Posted> = {}): Posted => ({ key, status, ms: 1, ...more })
  const posted = [
    one('a', 201, { id: 'A' }),
    one('b', 201, { id: 'B' }),
    one('c', 429, { retryAfter: 5 }),
    one('d', 503, { retryAfter: 5 }),
    one('e', 0),
    one('f', 504, { retryAfter: 5 }),
  ]
  const has = (caseOf: Record<string, string>, cases: string[], received: Record<string, number>): Kept => ({
    ...{ caseOf: new Map(Object.entries(caseOf)), cases, received: new Map(Object.entries(received)), routingMs: [] },
  })
  const good = has({ a: 'A', b: 'B', e: 'E' }, ['A', 'B', 'E'], { A: 1, B: 1, E: 1 })

  it('is even where a case was made whose reply was lost', () => expect(differences(posted, good)).toEqual([]))

  it.each<[string, readonly Posted[], Kept, string[]]>([
    [
      'a case that is lost',
      posted,
      has({ a: 'A', b: 'B', e: 'E' }, ['A', 'E'], { A: 1, E: 1 }),
      ['B was accepted and is not there.'],
    ],
    [
      'a case that nobody was told of',
      posted,
      has({ a: 'A', b: 'B', e: 'E' }, ['A', 'B', 'E', 'X'], { A: 1, B: 1, E: 1, X: 1 }),
      ['X is nobody’s.'],
    ],
    [
      'a refusal that left a case',
      posted,
      has({ a: 'A', b: 'B', c: 'C', e: 'E' }, ['A', 'B', 'C', 'E'], { A: 1, B: 1, C: 1, E: 1 }),
      ['c was refused, and left a case.', 'C is nobody’s.'],
    ],
    [
      'one case for two keys',
      [...posted, one('g', 201, { id: 'A' })],
      has({ a: 'A', b: 'B', e: 'E', g: 'A' }, ['A', 'B', 'E'], { A: 1, B: 1, E: 1 }),
      ['Two keys have one case.'],
    ],
    [
      'a case that the feed tells twice, and one of which it does not',
      posted,
      has({ a: 'A', b: 'B', e: 'E' }, ['A', 'B', 'E'], { A: 2, B: 1 }),
      ['A was received 2 times, by the feed.', 'E was received 0 times, by the feed.'],
    ],
    [
      'a fault, and refusals that do not say when to come back',
      [...posted, one('h', 500, { retryAfter: 5 }), one('i', 429)],
      good,
      ['h was answered 500.', 'i was refused without Retry-After.'],
    ],
  ])('sees %s', (_, replies, kept, said) => expect(differences(replies, kept)).toEqual(said))
})
