// Workers that one engine leaves to the next: the code stays loaded, and everything else is the next engine's own.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, startEngine } from '../../local/engine.ts'
import { WarmWorkers } from '../../local/warm-workers.ts'
import { assemblyOf } from './small-stack.ts'

/** Counts the events since it was loaded and the items of its table, to which it adds one; never answers to /things/hang. */
const code = `
import { DynamoDBClient, PutItemCommand, ScanCommand } from ${JSON.stringify(import.meta.resolve('@aws-sdk/client-dynamodb'))}
const table = new DynamoDBClient({})
let events = 0
export const handler = async ({ path, httpMethod }) => {
  if (!httpMethod) return { batchItemFailures: [] }
  if (path.endsWith('hang')) return new Promise(() => {})
  events += 1
  console.log('event ' + events)
  const TableName = process.env.TABLE
  await table.send(new PutItemCommand({ TableName, Item: { pk: { S: 'event ' + events } } }))
  const { Count: items } = await table.send(new ScanCommand({ TableName }))
  return { statusCode: 200, body: JSON.stringify({ events, items, at: new Date().toISOString() }) }
}
`
const warm = new WarmWorkers()
const home = mkdtempSync(join(tmpdir(), 'warm-workers-'))
let assembly: string

beforeAll(() => {
  assembly = assemblyOf()
  writeFileSync(join(assembly, 'asset', 'index.mjs'), code)
})
afterAll(() => {
  for (const folder of [home, assembly]) rmSync(folder, { recursive: true, force: true })
})

/** Runs an engine with data of its own, from an instant on, and gives what its log says in the end. */
async function run(startAt: string, work: (engine: Engine) => Promise<void>): Promise<string> {
  const dataDir = mkdtempSync(join(home, 'data-'))
  const engine = await startEngine({ assembly, stack: 'Small', dataDir, startAt, standing: true, warm })
  await work(engine)
  await engine.stop()
  return readdirSync(join(dataDir, 'logs'))
    .map((file) => readFileSync(join(dataDir, 'logs', file), 'utf8'))
    .join('')
}
const ask = async (engine: Engine) => (await fetch(`${engine.apiUrl}/things/1`)).json()

it('have their code loaded, and the time, the table and the log of the engine that has them now', async () => {
  const first = await run('2026-03-02T06:00:00.000Z', async (engine) => {
    expect(await ask(engine)).toEqual({ events: 1, items: 1, at: '2026-03-02T06:00:00.000Z' })
    expect(await ask(engine)).toEqual({ events: 2, items: 2, at: '2026-03-02T06:00:00.000Z' })
  })
  const second = await run('2026-01-01T00:00:00.000Z', async (engine) => {
    expect(await ask(engine)).toEqual({ events: 3, items: 1, at: '2026-01-01T00:00:00.000Z' })
    await engine.advance(60_000)
    expect(await ask(engine)).toEqual({ events: 4, items: 2, at: '2026-01-01T00:01:00.000Z' })
  })
  expect([first, second]).toEqual(['event 1\nevent 2\n', 'event 3\nevent 4\n'])
})

it('are not kept when they had something to do, or were killed', async () => {
  await run('2026-03-02T06:00:00.000Z', async (engine) => {
    const cut = fetch(`${engine.apiUrl}/things/hang`).catch(() => 'cut')
    while (engine.function('Function').running === 0) await new Promise(setImmediate)
    void cut
  })
  await run('2026-03-02T06:00:00.000Z', async (engine) => {
    expect(await ask(engine)).toMatchObject({ events: 1 })
    await engine.function('Function').kill()
    expect(await ask(engine)).toMatchObject({ events: 1 })
  })
})

it('know a table by its name: no two engines have one of the same', async () => {
  const names: string[] = []
  for (const startAt of ['2026-03-02T06:00:00.000Z', '2026-03-02T06:00:00.000Z'])
    await run(startAt, async (engine) => {
      names.push(engine.outputs['TableName']!)
      await ask(engine)
    })
  expect(new Set(names).size).toBe(2)
})
