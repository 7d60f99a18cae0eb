// Fills a region's table with cases that have run their course, through the store's own append: each has the history of one
// that was lived, under a number of its own. What lies there is kept, and a later run goes on from it. Started by growth.ts:
// node fill.ts FOLDER REGION COUNT
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseEvent } from '../../functions/case/events.ts'
import { loadRegion } from '../../regions/load.ts'
import { inParallel } from '../in-parallel.ts'
import { type LocalRegion, startLocalRegion } from '../local-region.ts'
import { reachTable } from '../region-table.ts'
import { progress } from '../replay/progress.ts'
import { liveAll } from './life.ts'

const START_AT = '2026-02-02T07:00:00Z'
const CHUNK = 500
const HANDS = 16
const DAY = 86_400_000

const [folder = '', code = '', wanted] = process.argv.slice(2)
const count = Number(wanted)
const region = loadRegion(code)
mkdirSync(folder, { recursive: true })
const doneFile = join(folder, 'filled')
const done = existsSync(doneFile) ? Number(readFileSync(doneFile, 'utf8')) : 0
if (done < count) await fill()

async function fill(): Promise<void> {
  const local = await startLocalRegion({ region: code, dataDir: folder, startAt: START_AT, standing: true })
  reachTable(local.engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB']!)
  const { append } = await import('../../functions/store/append.ts')
  const { newCase } = await import('../../functions/store/load.ts')
  const events = await livedHistory(local)
  // Nobody is to be told of what is only there to be much.
  local.engine.function('Dispatch').invoke = () => Promise.resolve({ batchItemFailures: [] })
  const bar = progress('cases', count - done)
  for (let from = done; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count)
    const indexes = Array.from({ length: to - from }, (_, at) => from + at)
    await inParallel(indexes, HANDS, async (index) => {
      const stored = { ...newCase(numberOf(index)), settled: events.length }
      await append(local.tableName, { stored, events, textDays: region.retention.personalDataDays })
      bar.step()
    })
    writeFileSync(doneFile, String(to))
  }
  bar.stop()
  await local.engine.idle()
  await local.engine.stop()
}

/** A case's number: a hundred thousand of them a day of January. */
function numberOf(index: number): string {
  const day = 1 + Math.floor(index / 100_000)
  return `${code}-2601${String(day).padStart(2, '0')}-${String(index % 100_000).padStart(5, '0')}`
}

/** What happens in one life until its clocks have run out; lived the first time. */
async function livedHistory(local: LocalRegion): Promise<readonly CaseEvent[]> {
  const file = join(folder, 'history.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as CaseEvent[]
  const { loadCaseFile } = await import('../../functions/store/load.ts')
  await liveAll(local, region, [0], 'at once')
  await local.engine.advance(28 * DAY)
  const { Items = [] } = await local.document.send(
    new ScanCommand({
      TableName: local.tableName,
      FilterExpression: 'sk = :snapshot AND begins_with(pk, :case)',
      ExpressionAttributeValues: { ':snapshot': 'S', ':case': 'C#' },
    }),
  )
  const caseId = String(Items[0]!['pk']).slice(2)
  const { events } = (await loadCaseFile(local.tableName, caseId, new Date(local.engine.now()).toISOString()))!
  writeFileSync(file, JSON.stringify(events))
  return events
}
