// The canary of a region at work: while all is well it tells nothing and leaves no trace; each thing that stands still is told by its
// name, at the next run, and is told no more when it works again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpack } from '../../functions/store/packed.ts'
import { loadRegion } from '../../regions/load.ts'
import { assemblyOf } from './assembly.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
const EVERY = 5
let work: RegionAtWork
let read = 0

beforeAll(async () => {
  const region = { ...loadRegion('95'), watch: { canary: EVERY } }
  work = await regionAtWork('2026-03-02T20:00:00Z', undefined, true, await assemblyOf(region))
})
afterAll(() => work.end())

/** What the canary's log says since it was read last. */
function said(): Record<string, unknown>[] {
  const file = join(work.dataDir, 'logs', `${work.engine.function('Canary').settings.name}.log`)
  const lines = readFileSync(file, 'utf8').split('\n')
  const fresh = lines.slice(read).filter((line) => line.startsWith('{'))
  read = lines.length - 1
  return fresh.map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** Lets the schedule run so often. @returns the steps that failed, as they were counted. */
async function runs(times: number): Promise<unknown[]> {
  for (let run = 0; run < times; run += 1) await work.engine.advance(EVERY * MINUTE)
  await work.engine.idle()
  return said().flatMap((line) => ('CanaryFailed' in line ? [line['step']] : []))
}

/** Makes a function fail until it is mended. @returns the mending */
function breakDown(part: string): () => void {
  const lambda = work.engine.function(part)
  const invoke = lambda.invoke.bind(lambda)
  lambda.invoke = () => Promise.reject(new Error('down'))
  return () => void (lambda.invoke = invoke)
}

const items = async () => {
  const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
  return Items.map(({ state, ...item }) => ({ ...item, state: unpack(state) })) as {
    pk: string
    sk: string
    text?: string
    state?: { test?: boolean; status: string; outcome?: string }
  }[]
}

describe('the canary', () => {
  it('tells nothing while all is well, by night too', async () => {
    expect(await runs(4)).toEqual([])
    const cases = (await items()).flatMap(({ state }) => (state ? [state] : []))
    expect(cases.map(({ test, status, outcome }) => [test, status, outcome])).toEqual(
      expect.arrayContaining([
        [true, 'closed', 'withdrawn'],
        [true, 'assigned', undefined],
      ]),
    )
    expect(cases.filter(({ status }) => status === 'closed').length).toBe(cases.length - 1)
  })

  it('leaves no figure, no list, no words but those that are on the way, and no key that lasts', async () => {
    const all = await items()
    const of = (pk: string, sk = '') => all.filter((item) => item.pk.startsWith(pk) && item.sk.startsWith(sk))
    expect([of('D#'), of('K#').length, all.filter((item) => 'worklist' in item)]).toEqual([[], 1, []])
    expect([of('C#', 'P#').filter(({ text }) => text).length, of('C#', 'T#').length]).toEqual([1, 0])
    const ends = of('T#').map((item) => (item as unknown as { ttl: number }).ttl)
    expect(Math.max(...ends) * 1000).toBeLessThanOrEqual(work.engine.now() + 24 * 60 * MINUTE)
    const mails = (await (await fetch(`${work.engine.mailboxUrl}/api/mails?limit=1000`)).json()) as { to: string[] }[]
    expect(new Set(mails.flatMap(({ to }) => to))).toEqual(new Set([work.region.mail.testsTo]))
  })

  it.each<[broken: string, part: string, step: string]>([
    ['messages are not routed', 'Route', 'routing'],
    ['events are not dispatched', 'Dispatch', 'routing'],
    ['mails are not sent', 'Notify', 'mail'],
    ['the citizen’s page is down', 'Track', 'end'],
  ])('says where its message got stuck when %s', async (_, part, name) => {
    const mend = breakDown(part)
    const failed = await runs(2)
    mend()
    expect(new Set(failed)).toEqual(new Set([name]))
    // The last one of the bad time may still be told of; then all is well.
    await runs(1)
    expect(await runs(2)).toEqual([])
  })

  it('says so when the door takes no message, and when it cannot be asked', async () => {
    const mend = breakDown('Api')
    expect(await runs(1)).toEqual(['case', 'message'])
    mend()
    await runs(1)
    expect(await runs(2)).toEqual([])
  })
})
