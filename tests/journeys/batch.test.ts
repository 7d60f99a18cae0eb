// A call centre brings a day's messages at once, over HTTP: each becomes a case that goes its way, what is wrong is told by its place in
// the batch, and sending all of it again does nothing twice.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BatchReply } from '../../functions/contract/replies/batch.ts'
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
  const replies = await Promise.all([post({ messages }), post({ messages }), post({ messages })])
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  const all = await Promise.all(replies.map(resultsOf))
  const ids = all[0]!.map(({ accepted }) => accepted!.id)
  expect(new Set(ids).size).toBe(MOST)
  for (const results of all) expect(results.map(({ accepted }) => accepted!.id)).toEqual(ids)
  expect(all.flat().filter(({ replayed }) => !replayed)).toHaveLength(MOST)
  for (const id of [ids[0]!, ids.at(-1)!]) expect((await work.get(id)).status).toBe('assigned')
  const feed = await fetch(`${work.engine.apiUrl}/v1/events`, { headers: { Authorization: `Bearer ${work.key}` } })
  const { events } = (await feed.json()) as { events: { type: string; caseId: string }[] }
  const received = events.filter(({ type }) => type === 'received').map(({ caseId }) => caseId)
  expect(received.toSorted()).toEqual(ids.toSorted())
  const alone = await work.post(messages[3]!.message, 'call-3')
  expect([alone.status, alone.headers.get('Idempotent-Replayed')]).toEqual([201, 'true'])
  expect(((await alone.json()) as { id: string }).id).toBe(ids[3])
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

it('is refused whole without a key, by another method and where it is no batch', async () => {
  const nobody = await post({ messages: [] }, { Authorization: 'Bearer otk_wrong' })
  const [asked, empty] = [await post(undefined, {}, 'GET'), await post({ messages: [] })]
  expect([nobody.status, asked.status, asked.headers.get('Allow'), empty.status]).toEqual([401, 405, 'POST', 422])
  expect([...seen].filter((one) => one.includes('/batch')).length).toBeGreaterThan(2)
})
