// What a command writes is dated by the region it writes to; and where it reaches none, it says in one line what to do.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reachRegion, reachTable } from '../../tools/region-table.ts'

const home = mkdtempSync(join(tmpdir(), 'region-table-'))
const asked: (string | undefined)[] = []
let ahead = 0
let table: Server
let endpoint: string

/** A table without a year and without a case, by whose clock it is some time later than here. */
beforeAll(async () => {
  table = createServer((request, response) => {
    asked.push(request.headers['x-amz-target']?.toString().split('.')[1])
    response.setHeader('Date', new Date(Date.now() + ahead).toUTCString())
    response.setHeader('Content-Type', 'application/x-amz-json-1.0')
    response.end('{"Items":[],"Count":0}')
  })
  await new Promise<void>((ready) => table.listen(0, '127.0.0.1', ready))
  endpoint = `http://127.0.0.1:${(table.address() as AddressInfo).port}`
})
afterAll(() => {
  table.close()
  rmSync(home, { recursive: true })
})

/** Nothing listens there. */
const nobody = 'http://127.0.0.1:9'
const SECOND = 1000

function run(tool: string, args: readonly string[], at = endpoint) {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_DYNAMODB: at,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  }
  return new Promise<{ status: unknown; stderr: string }>((done) => {
    execFile(process.execPath, [resolve(`tools/${tool}.ts`), ...args], { cwd: home, env }, (error, _, stderr) =>
      done({ status: error?.code ?? 0, stderr }),
    )
  })
}

/** A calendar that could be put. */
const file = join(home, 'calendar.json')
writeFileSync(file, readFileSync('regions/calendars/ru.json'))

describe('the time of a deployed region', () => {
  it('is that of its table, to the second, not of this machine', async () => {
    ahead = 40 * SECOND
    reachTable(endpoint)
    const before = Date.now()
    const { tableName, at } = await reachRegion('95', 'Cases')
    expect(tableName).toBe('Cases')
    expect(Date.parse(at) - before).toBeGreaterThan(38 * SECOND)
    expect(at).toMatch(/:\d\d\.000Z$/)
  })

  it.each([
    ['calendar', 185, 'behind', [file]],
    ['calendar', -185, 'ahead of', [file]],
    ['reschedule', -90, 'ahead of', []],
    ['reschedule', 90, 'behind', ['--apply', '--by', 'duty', '--reason', 'Указ']],
  ])('%s writes nothing when they are %d seconds apart', async (tool, seconds, how, more) => {
    ahead = seconds * SECOND
    asked.length = 0
    const { status, stderr } = await run(tool, ['--region', '95', '--table', 'Cases', ...more])
    expect(status).toBe(2)
    const said = /^The clock of this machine is (\d+) seconds (.+) that of the table: set it right\./.exec(stderr)
    expect(Math.abs(Number(said?.[1]) - Math.abs(seconds))).toBeLessThanOrEqual(5)
    expect(said?.[2]).toBe(how)
    expect(asked).toEqual(['Query'])
  })
})

describe('a region that cannot be reached', () => {
  const key = ['--url', nobody, '--key', 'k', '--from', '2026-03-01', '--to', '2026-03-02']

  it.each([
    ['calendar', ['--region', '87', file], /^Region 87 does not run here: start it with npm start -- --region 87/],
    ['reschedule', ['--region', '87'], /^Region 87 does not run here: start it/],
    ['reschedule', ['--region', '95'], /^Region 95 does not run here: start it/],
    ['calendar', ['--region', '87', '--table', 'Cases'], /^The table Cases cannot be reached: .*ECONNREFUSED.*Look at/],
    ['keys', ['--region', '87', '--integrator', 'portal', '--table', 'Cases'], /^The table Cases cannot be reached/],
    ['statistics', key, /^No region answers at http:\/\/127\.0\.0\.1:9: /],
  ])('%s %j says in one line what to do', async (tool, args, said) => {
    mkdirSync(join(home, '.otklik', '95'), { recursive: true })
    const stopped = { tableName: 'Cases', endpoint: nobody }
    writeFileSync(join(home, '.otklik', '95', 'running.json'), JSON.stringify(stopped))
    const { status, stderr } = await run(tool, args, nobody)
    expect(stderr).toMatch(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
  })
})
