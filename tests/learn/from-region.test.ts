// npm run train --from-region on a region that runs here: its own cases that ended go in, a model comes out, is put there, and routing knows by it what no
// key word says. Messages, words and people are invented.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { inParallel } from '../../tools/in-parallel.ts'
import { reachTable } from '../../tools/region-table.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { inventMessages } from '../learning/invented-messages.ts'

const START = '2026-06-01T07:00:00Z'
const DAY_MS = 86_400_000
/** What people call the first ten topics, and key words do not know. */
const inventedWords = ['колдобина', 'раскисло', 'громыхает', 'мигалка', 'развалюха', 'хлюпает', 'тарахтит', 'завалило', 'перекосило', 'обмелело'] // prettier-ignore
const [TAUGHT, REJECTED] = [320, 7]

let work: RegionAtWork
let home: string

beforeAll(async () => {
  work = await regionAtWork(START)
  home = mkdtempSync(join(tmpdir(), 'otklik-from-region-'))
  mkdirSync(join(home, '.otklik'))
  symlinkSync(work.dataDir, join(home, '.otklik', '95'))
  await writeEnded()
}, 120_000)
afterAll(async () => {
  await work.end()
  rmSync(home, { recursive: true })
})

/** Cases of the fifty days before, each given to somebody by an operator; the last of them rejected as no complaint. */
async function writeEnded() {
  reachTable(work.engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB']!)
  const { append } = await import('../../functions/store/append.ts')
  const { newCase } = await import('../../functions/store/load.ts')
  const { keys } = await import('../../functions/store/table.ts')
  const topics = work.region.topics.slice(0, inventedWords.length)
  const known = { ...work.region, topics }
  const writers = { ...work.region, topics: topics.map((one, at) => ({ ...one, keywords: [inventedWords[at]!] })) }
  const messages = inventMessages(writers, TAUGHT + REJECTED, 3, known)
  await inParallel([...messages.entries()], 8, async ([at, { text, labels }]) => {
    const id = `95-260501-${String(at).padStart(5, '0')}`
    const instant = new Date(Date.parse(START) - (50 - (49 * at) / messages.length) * DAY_MS).toISOString()
    const by = { role: 'operator', id: 'operator-1' } as const
    const received = { region: '95', messageId: 'M1', channel: 'form', regime: 'message', language: 'ru' } as const
    const events: CaseEvent[] = [
      { type: 'received', at: instant, by: { role: 'citizen' }, ...received, moderated: false, reach: 'none' },
      ...((at < TAUGHT
        ? [
            {
              ...{ type: 'assigned', at: instant, by, organisation: 'transport-ministry', responder: 'x' },
              ...{ topic: labels.topic!, first: true, because: [] },
            },
            { type: 'closed', at: instant, by, outcome: 'no reply' },
          ]
        : [{ type: 'rejected', at: instant, by, reason: 'Не жалоба.' }]) as CaseEvent[]),
    ]
    const author = { name: `Тестослав ${at}`, email: `citizen-${at}@example.org` }
    const items = [{ ...keys.personal(id, 'M1'), messageId: 'M1', text, author }]
    await append(work.tableName, { stored: newCase(id), events, items, textDays: 365 })
  })
}

const run = async (tool: string, ...args: string[]) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(`tools/${tool}.ts`), ...args, '--region', '95'],
    { cwd: home },
  )
  return stdout
}
const train = async (out: string) => {
  const report = await run('train', '--from-region', '--out', out, '--at', START)
  return { report, bytes: readFileSync(join(home, out)) }
}

it('what operators decided is learned, told, and nothing of whoever wrote it', async () => {
  const { report, bytes } = await train('own.model')
  expect(report).toMatch(/^topic: 320 messages, each by a model that had not seen it\n {2}right [6-9]\d\.\d %/m)
  expect(report).toMatch(
    /^320 messages; 7 other cases that ended teach nothing: rejected, merged, erased, unanswered; 0 of 10 labels of topics mean no topic of the region\.$/m,
  )
  const { provenance, index, regionTopics } = readModel(bytes, wordVectors)
  expect(provenance).toMatchObject({
    ...{ region: '95', trainedAt: START, rows: TAUGHT, authors: TAUGHT },
    dates: ['2026-04-12', '2026-05-30'],
  })
  expect([...regionTopics].sort()).toEqual(work.region.topics.slice(0, 10).map(({ id }) => id).sort()) // prettier-ignore
  expect([...index.keys()]).toContain('колдобин')
  for (const told of [report, bytes.toString('utf8')]) expect(told).not.toMatch(/Тестослав|тестослав|citizen-|@example/)
  expect((await train('again.model')).bytes.equals(bytes)).toBe(true)
})

it('put where it came from, it tells what no key word does', async () => {
  await work.engine.idle()
  const learned = async (text: string) => {
    const { id } = (await (await work.post({ text })).json()) as { id: string }
    await work.get(id)
    const { loadEvents } = await import('../../functions/store/history.ts')
    const events = await loadEvents(work.tableName, id)
    const triaged = events.find((event) => event.type === 'triaged')
    return triaged!.because.flatMap(({ step, value }) => (step === 'model' ? [value] : []))[0]
  }
  expect(await learned('Мигалка третий день. Просим принять меры.')).toBeUndefined()
  await run('model', 'put', 'own.model')
  await work.engine.advance(5 * 60_000)
  const topic = work.region.topics[inventedWords.indexOf('мигалка')]!.id
  expect(await learned('Опять мигалка третий день. Просим принять меры.')).toBe(topic)
})
