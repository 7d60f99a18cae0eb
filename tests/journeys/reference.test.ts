// What a new integrator has: the document and the page that a region serves, the programs on it, which are really run; and the fuzzer,
// which reads the document that is served. More of it: npm run fuzz.
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fuzz } from '../../tools/fuzz/fuzz.ts'
import { fuzzOpen311 } from '../../tools/fuzz/open311.ts'
import { EXAMPLE_SERVER } from '../../tools/openapi/document.ts'
import { problems } from '../../tools/openapi/problems.ts'
import { seen } from './documented-fetch.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const get = (path: string, headers = {}, method = 'GET') => fetch(work.engine.apiUrl + path, { headers, method })
const committed = readFileSync('docs/openapi.json', 'utf8')

describe('a region serves, without a key,', () => {
  it('its document, which is the committed one with its own address, again only where it changed', async () => {
    const reply = await get('/v1/openapi.json')
    expect(await reply.json()).toEqual(JSON.parse(committed.replaceAll(EXAMPLE_SERVER, work.engine.apiUrl)))
    const tag = reply.headers.get('etag')!
    const again = await get('/v1/openapi.json', { 'If-None-Match': tag })
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([
      304,
      '',
      'public, max-age=300',
    ])
    expect((await get('/v1/openapi.json', {}, 'POST')).status).toBe(405)
  })

  it('a page that has all of it, needs nothing from elsewhere and runs nothing', async () => {
    const reply = await get('/v1')
    const page = await reply.text()
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|@import|url\(/)
    const addresses = [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address!)
    expect(addresses.filter((address) => !/^#|^v1\/openapi\.json$/.test(address))).toEqual([])
    const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
    expect(addresses.filter((address) => address.startsWith('#') && !ids.has(address.slice(1)))).toEqual([])
    expect(page).not.toContain(EXAMPLE_SERVER)
    const { paths, components } = JSON.parse(committed) as {
      paths: Record<string, Record<string, object>>
      components: { schemas: Record<string, { properties?: object }>; headers: object }
    }
    const named = [
      ...Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
      ...Object.values(components.schemas).flatMap(({ properties = {} }) => Object.keys(properties)),
      ...Object.keys(components.headers),
      ...Object.keys(problems),
    ]
    expect(named.filter((name) => !page.includes(`<code>${name}</code>`))).toEqual([])
    // Uncompressed; 26 KB as it travels.
    expect(Buffer.byteLength(page)).toBeLessThan(140_000)
  })
})

describe('the programs on the page', () => {
  const programs = [
    ['sh', 'first-case.sh'],
    [process.execPath, 'first-case.mjs'],
    ['python3', 'first-case.py'],
    ['php', 'first-case.php'],
  ] as const
  for (const [interpreter, program] of programs) {
    const isThere = spawnSync(interpreter, [interpreter === 'sh' ? '-c' : '--version', 'curl --version']).status === 0
    if (!isThere) console.warn(`\n!!! No ${interpreter} here: docs/samples/${program} is NOT run.\n`)
    it.skipIf(!isThere)(`${program} brings a message to whoever is responsible`, async () => {
      const env = { PATH: process.env['PATH'], URL: work.engine.apiUrl, KEY: work.key }
      const { stdout } = await promisify(execFile)(interpreter, [`docs/samples/${program}`], { env })
      const [, id, status] = /^(\S+) (\S+)\n$/.exec(stdout) ?? []
      expect([status, (await work.get(id!)).status]).toEqual(['assigned', 'assigned'])
    })
  }
})

it('the sample of the client runs as it stands, and repeats nothing when it is run again', async () => {
  const [, sample] = /```js sample\n([^]+?)```/.exec(readFileSync('tools/client/README.md', 'utf8'))!
  const file = join(work.dataDir, 'sample.mjs')
  const client = pathToFileURL('tools/client/client.ts').href
  writeFileSync(file, sample!.replace("'otklik-client'", `'${client}'`))
  const env = { PATH: process.env['PATH'], OTKLIK_URL: work.engine.apiUrl, OTKLIK_KEY: work.key }
  const run = async () => (await promisify(execFile)(process.execPath, [file], { env })).stdout.split('\n')
  const first = await run()
  const [id, row] = [first[0]!, first[1]!.replace('row-1 ', '')]
  expect(first[2]).toBe('row-2 Check the fields named in errors.')
  await work.engine.idle()
  const again = await run()
  expect(again.slice(0, 3)).toEqual(first.slice(0, 3))
  for (const one of [id, row]) {
    expect(again.filter((line) => line.startsWith(`${one} `))).toHaveLength(1)
    expect(again.filter((line) => line === `received ${one}`)).toHaveLength(1)
  }
})

/** So few requests are of every kind by chance only: these are. npm run fuzz asks others each time. */
const SEED = 3

it('whatever is asked, no reply is a fault or not as documented', async () => {
  const tally = await fuzz(work.engine.apiUrl, work.key, 150, SEED)
  expect(Object.keys(tally)).toEqual(expect.arrayContaining(['200', '404', '422']))
})

it('whatever is posted to Open311, no reply is a fault, and each is as was asked', async () => {
  const tally = await fuzzOpen311(work.engine.apiUrl, work.key, 120, SEED)
  const both = ['requests 200', 'requests 400', 'servicerequestupdates 200', 'servicerequestupdates 400']
  expect(Object.keys(tally)).toEqual(expect.arrayContaining(both))
})

it('what journeys ask is held against the document too', () => {
  expect([...seen]).toEqual(
    expect.arrayContaining(['GET /v1/openapi.json 200', 'GET /v1/cases/{id} 200', 'POST /v1/openapi.json 405']),
  )
})
