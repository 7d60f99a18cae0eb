// Workers that one engine leaves to the next: the code stays loaded, and everything else is the next engine's own.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, startEngine } from '../../local/engine.ts'
import { WarmWorkers } from '../../local/warm-workers.ts'
import { assemblyOf } from './small-stack.ts'

/** Says which region it works for, counts the events since it was loaded and the items of its table, to which it adds one; never answers to /things/hang. */
const code = `
import { readFileSync } from 'node:fs'
import { DynamoDBClient, PutItemCommand, ScanCommand } from ${JSON.stringify(import.meta.resolve('@aws-sdk/client-dynamodb'))}
const table = new DynamoDBClient({})
let events = 0
export const handler = async ({ path, httpMethod }) => {
  if (!httpMethod) return { batchItemFailures: [] }
  if (path.endsWith('hang')) return new Promise(() => {})
  events += 1
  console.log('event ' + events)
  const TableName = process.env.TABLE
  const region = JSON.parse(readFileSync(process.env.LOCAL_REGION_FILE, 'utf8')).code
  await table.send(new PutItemCommand({ TableName, Item: { pk: { S: 'event ' + events } } }))
  const { Count: items } = await table.send(new ScanCommand({ TableName }))
  return { statusCode: 200, body: JSON.stringify({ region, events, items, at: new Date().toISOString() }) }
}
`
const warm = new WarmWorkers()
const home = mkdtempSync(join(tmpdir(), 'warm-workers-'))
let assembly: string

beforeAll(() => {
  assembly = assemblyOf()
  writeFileSync(join(assembly, 'asset', 'index.mjs'), code)
  writeFileSync(join(assembly, 'asset', 'region.json'), '{ "code": "95" }')
})
afterAll(() => {
  for (const folder of [home, assembly]) rmSync(folder, { recursive: true, force: true })
})

/** Runs an engine with data of its own, from an instant on, and gives what its log says in the end. */
async function run(startAt: string, work: (engine: Engine) => Promise<void>, of = assembly): Promise<string> {
  const dataDir = mkdtempSync(join(home, 'data-'))
  const engine = await startEngine({ assembly: of, stack: 'Small', dataDir, startAt, standing: true, warm })
  await work(engine)
  await engine.stop()
  return readdirSync(join(dataDir, 'logs'))
    .map((file) => readFileSync(join(dataDir, 'logs', file), 'utf8'))
    .join('')
}
const ask = async (engine: Engine) => (await fetch(`${engine.apiUrl}/things/1`)).json()

it('have their code loaded, and the time, the table and the log of the engine that has them now', async () => {
  const first = await run('2026-03-02T06:00:00.000Z', async (engine) => {
    expect(await ask(engine)).toEqual({ region: '95', events: 1, items: 1, at: '2026-03-02T06:00:00.000Z' })
    expect(await ask(engine)).toEqual({ region: '95', events: 2, items: 2, at: '2026-03-02T06:00:00.000Z' })
  })
  const second = await run('2026-01-01T00:00:00.000Z', async (engine) => {
    expect(await ask(engine)).toEqual({ region: '95', events: 3, items: 1, at: '2026-01-01T00:00:00.000Z' })
    await engine.advance(60_000)
    expect(await ask(engine)).toEqual({ region: '95', events: 4, items: 2, at: '2026-01-01T00:01:00.000Z' })
  })
  expect([first, second]).toEqual(['event 1\nevent 2\n', 'event 3\nevent 4\n'])
})

it('work for the region of the engine that has them now, and do not serve other code', async () => {
  const neighbour = join(home, 'neighbour')
  cpSync(assembly, neighbour, { recursive: true })
  writeFileSync(join(neighbour, 'asset', 'region.json'), '{ "code": "87" }')
  const before = { events: 0 }
  await run('2026-03-02T06:00:00.000Z', async (engine) => {
    Object.assign(before, await ask(engine))
  })
  const asks = (of: string, expected: object) =>
    run('2026-03-02T06:00:00.000Z', async (engine) => expect(await ask(engine)).toMatchObject(expected), of)
  await asks(neighbour, { region: '87', events: before.events + 1, items: 1 })
  await asks(assembly, { region: '95', events: before.events + 2, items: 1 })
  const other = join(home, 'other')
  cpSync(assembly, other, { recursive: true })
  writeFileSync(join(other, 'asset', 'index.mjs'), `${code}\n// another version`)
  await asks(other, { region: '95', events: 1 })
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
