// What a message may name, as integrators read it, and that what is known is not sent again.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${work.engine.apiUrl}/v1/${path}`, { headers: { Authorization: `Bearer ${work.key}`, ...headers } })

it('are the ids that are accepted, with the terms that a case then has', async () => {
  const { topics } = (await (await get('topics')).json()) as { topics: { id: string; terms: object }[] }
  expect(topics.map(({ id }) => id)).toEqual(work.region.topics.map(({ id }) => id))
  const topic = topics.find(({ id }) => work.region.topics.some((one) => one.id === id && !one.season && one.terms))!
  const { municipalities } = (await (await get('municipalities')).json()) as { municipalities: { id: string }[] }
  const municipality = municipalities.find(({ id }) => id === 'groznyy')!.id
  const posted = await work.post({ text: 'Проба.', topic: topic.id, municipality })
  const { id } = (await posted.json()) as { id: string }
  await work.engine.idle()
  const { deadlines } = (await work.get(id)) as unknown as { deadlines: { clock: string; rule: object }[] }
  expect(deadlines.find(({ clock }) => clock === 'finalAnswer')!.rule).toMatchObject(
    (topic.terms as { finalAnswer: object }).finalAnswer,
  )
  const { organisations } = (await (await get('organisations')).json()) as { organisations: { id: string }[] }
  const { organisation } = (await work.get(id)) as unknown as { organisation: { id: string } }
  expect(organisations.map((one) => one.id)).toContain(organisation.id)
})

it('names no person', async () => {
  const text = await (await get('organisations')).text()
  for (const { responder } of work.region.organisations) {
    expect(text).not.toContain(responder.email)
    expect(text).not.toContain(responder.name)
  }
})

it('is not sent again to whoever knows it, and only to whoever has a key', async () => {
  const first = await get('municipalities')
  const tag = first.headers.get('etag')!
  const known = await get('municipalities', { 'If-None-Match': `"x", W/${tag}` })
  expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', tag])
  expect((await get('municipalities', { 'If-None-Match': '"x"' })).status).toBe(200)
  expect((await get('municipalities', { Authorization: 'Bearer otk_nobody', 'If-None-Match': tag })).status).toBe(401)
  const { id } = (await (await work.post({ text: 'Проба.', municipality: 'groznyy' })).json()) as { id: string }
  await work.engine.idle()
  const seen = (await get(`cases/${id}`)).headers.get('etag')!
  expect((await get(`cases/${id}`, { 'If-None-Match': seen })).status).toBe(304)
})
