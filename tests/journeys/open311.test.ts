// Open311 as its clients meet it: the rules of the specification over HTTP, and what anybody sees of a case that lives on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../tools/open311/checks.ts'
import { type Item, listOf, post, readAs, refused } from '../../tools/open311/client.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
let work: RegionAtWork
let topic: string
const at = () => ({ url: `${work.engine.apiUrl}/open311/v2`, key: work.key })
beforeAll(async () => {
  const shown = { topics: ['*'], requests: true, atLeast: 5, embeddedBy: [] }
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({ ...region, public: shown }))
  topic = work.region.topics.find((one) => !one.important && !one.season)!.id
}, 60_000)
afterAll(() => work.end())

describe('GeoReport v2 (G1 to G5; G6 in open311-updates)', () => {
  it.each(checks.map(({ rule, run }) => [rule, run] as const))('%s', (_, run) => run(at()))
})

const send = async (change: Record<string, string> = {}) => {
  const fields = {
    api_key: work.key,
    service_code: topic,
    lat: '43.31783',
    long: '45.69494',
    address_string: 'Грозный',
  }
  const reply = await post(at(), { ...fields, description: `Не горит фонарь у дома ${Math.random()}.`, ...change })
  await work.engine.idle()
  return String((JSON.parse(reply.text) as Item[])[0]!['service_request_id'])
}

describe('anybody', () => {
  it('B6 sees what somebody is responsible for: its topic, place to 100 m and date, without a word of its author', async () => {
    const id = await send({ email: 'citizen@example.org', first_name: 'Анна' })
    const [request] = await listOf(at(), `requests/${id}`)
    expect(request).toMatchObject({
      ...{ service_request_id: id, status: 'open', service_code: topic, description: null, address: null },
      ...{ lat: 43.318, long: 45.695, requested_datetime: '2026-03-02T07:00:00.000Z', media_url: null },
    })
    expect(String(request!['agency_responsible']).length).toBeGreaterThan(3)
    expect(JSON.stringify(request)).not.toMatch(/фонарь|Анна|citizen/)
    expect((await listOf(at(), 'requests')).map((one) => one['service_request_id'])).toContain(id)
  })

  it('G4 sees a request closed once it is over, with the instant of its end, and never as fixed', async () => {
    const id = await send()
    await work.engine.advance(DAY)
    await fetch(`${work.engine.apiUrl}/v1/cases/${id}/withdraw`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${work.key}`,
        'Idempotency-Key': `w-${id}`,
        'Content-Type': 'application/json',
      },
      body: '{}',
    })
    await work.engine.idle()
    const [request] = await listOf(at(), `requests/${id}`)
    expect(request).toMatchObject({
      status: 'closed',
      updated_datetime: '2026-03-03T07:00:00.000Z',
      expected_datetime: null,
    })
    const ids = async (query: string) => (await listOf(at(), 'requests', query)).map((one) => one['service_request_id'])
    expect([(await ids('?status=closed')).includes(id), (await ids('?status=open')).includes(id)]).toEqual([
      true,
      false,
    ])
    const updates = (await readAs(
      at(),
      'xml',
      'servicerequestupdates',
      '?start_date=2026-03-02&end_date=2026-03-03',
    )) as Item[]
    expect(updates.filter((one) => one['service_request_id'] === id).map((one) => one['status'])).toEqual([
      'open',
      'investigating',
      'closed',
    ])
  })

  it('G7 sees nothing of an appeal, of what nobody routed, of a topic that is not open', async () => {
    const made = await work.post({ text: 'Прошу принять меры.', topic, municipality: 'groznyy', regime: 'statutory' })
    const { id } = (await made.json()) as { id: string }
    await work.engine.idle()
    await refused(at(), 404, `requests/${id}`)
    expect(await listOf(at(), 'requests', `?service_request_id=${id}`)).toEqual([])
  })
})

it('a region that opens no requests shows none, and takes them all the same', async () => {
  const closed = await regionAtWork('2026-03-02T07:00:00Z')
  try {
    const endpoint = { url: `${closed.engine.apiUrl}/open311/v2`, key: closed.key }
    const fields = {
      api_key: closed.key,
      service_code: topic,
      address_string: 'Грозный',
      description: 'Не горит фонарь.',
    }
    const [made] = JSON.parse((await post(endpoint, fields)).text) as Item[]
    await closed.engine.idle()
    expect(await listOf(endpoint, 'requests')).toEqual([])
    const own = await listOf(endpoint, 'requests', `?api_key=${closed.key}`)
    expect(own.map((one) => one['service_request_id'])).toEqual([made!['service_request_id']])
    expect(own[0]!['expected_datetime']).not.toBeNull()
  } finally {
    await closed.end()
  }
}, 60_000)
