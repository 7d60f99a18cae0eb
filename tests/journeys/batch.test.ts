// A call centre brings a day's messages at once, over HTTP: each becomes a case that goes its way, what is wrong is told by its place in
// the batch, and sending all of it again does nothing twice.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BatchReply } from '../../functions/contract/replies/batch.ts'
import { tableOf } from '../../tools/incidents/table.ts'
import { clientAt } from '../../tools/region-client.ts'
import { seen } from './documented-fetch.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const MOST = 12
let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
}, 60_000)
afterAll(() => work.end())

const post = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(`${work.engine.apiUrl}/v1/messages/batch`, {
    method,
    headers: { Authorization: `Bearer ${work.key}`, 'Content-Type': 'application/json', ...headers },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
const resultsOf = async (reply: Response) => ((await reply.json()) as BatchReply).results

it('each message is a case of its own, once, however many send the batch at one time', async () => {
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const messages = Array.from({ length: MOST }, (_, index) => ({
    idempotencyKey: `call-${index}`,
    message: { text: `Не горит фонарь у дома ${index}.`, topic, municipality: 'groznyy', externalId: `call ${index}` },
  }))
  const otklik = clientAt(work.engine.apiUrl, work.key)
  // What a busy machine leaves to the next request the client sends again.
  const all = await Promise.all(Array.from({ length: 3 }, () => otklik.postMessages(messages)))
  const ids = all[0]!.map(({ accepted }) => accepted!.id)
  expect(new Set(ids).size).toBe(MOST)
  for (const results of all) expect(results.map(({ accepted }) => accepted!.id)).toEqual(ids)
  expect(all.flat().filter(({ replayed }) => !replayed)).toHaveLength(MOST)
  for (const id of [ids[0]!, ids.at(-1)!]) expect((await work.get(id)).status).toBe('assigned')
  const received: string[] = []
  for await (const { events } of otklik.eventPages())
    received.push(...events.filter(({ type }) => type === 'received').map(({ caseId }) => caseId))
  expect(received.toSorted()).toEqual(ids.toSorted())
  const { id, replayed } = await otklik.postMessage(messages[3]!.message, { idempotencyKey: 'call-3' })
  expect([id, replayed]).toEqual([ids[3], true])
})

it('what is wrong with one message is told in Russian and stops no other', async () => {
  const message = { text: 'Яма на дороге.', municipality: 'groznyy' }
  const reply = await post(
    {
      messages: [
        { idempotencyKey: 'right', message },
        { idempotencyKey: 'wrong', message: { ...message, municipality: 'atlantis', channel: 'pigeon' } },
      ],
    },
    { 'Accept-Language': 'ru' },
  )
  const [right, wrong] = await resultsOf(reply)
  expect([reply.status, right!.status, wrong!.status]).toEqual([200, 201, 422])
  expect(wrong!.problem).toMatchObject({
    title: 'В данных ошибка',
    errors: [
      { pointer: '/message/channel', code: 'choice' },
      { pointer: '/message/municipality', code: 'unknown', detail: 'Такого муниципалитета в регионе нет.' },
    ],
  })
})

it('a control centre’s table comes in by its headings, once whatever file it is in, and goes out with what became of it', async () => {
  const command = async (name: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [
      ...['--disable-warning=ExperimentalWarning', `tools/${name}.ts`, ...args],
      ...['--url', work.engine.apiUrl, '--key', work.key],
    ])
  const { name } = work.region.topics.find((one) => !one.important && !one.season)!
  const place = work.region.municipalities.find(({ id }) => id === 'groznyy')!.name
  const table = `ID инцидента;ФИО;Тема;Район;Текст инцидента\r\n0017;Иванова Анна;${name['ru']};${place['ru']};Не горит фонарь у школы.\r\n`
  for (const file of ['monday.csv', 'tuesday.csv']) {
    const path = join(work.dataDir, file)
    writeFileSync(path, file === 'monday.csv' ? table : `\ufeff${table}0018;;;;Скамейка сломана.\r\n`)
    const journal = join(work.dataDir, `${file}.jsonl`)
    await command('replay', path, '--incidents', '--journal', journal)
  }
  const { stdout } = await command('export', '--format', 'incidents', '--query', 'externalId=0017')
  const { rows } = tableOf(Buffer.from(stdout))
  expect(rows).toMatchObject([
    { 'Внешний номер': '0017', Подкатегория: name['ru'], Муниципалитет: place['ru'], Статус: 'assigned' },
  ])
  expect(stdout).not.toMatch(/Иванова|фонарь/)
  const named = await command('export', '--format', 'csv')
  expect(
    tableOf(Buffer.from(named.stdout)).rows.filter(({ externalId }) => /^001[78]$/.test(externalId!)),
  ).toHaveLength(2)
}, 60_000)

it('is refused whole without a key, by another method and where it is no batch', async () => {
  const nobody = await post({ messages: [] }, { Authorization: 'Bearer otk_wrong' })
  const [asked, empty] = [await post(undefined, {}, 'GET'), await post({ messages: [] })]
  expect([nobody.status, asked.status, asked.headers.get('Allow'), empty.status]).toEqual([401, 405, 'POST', 422])
  expect([...seen].filter((one) => one.includes('/batch')).length).toBeGreaterThan(2)
})
