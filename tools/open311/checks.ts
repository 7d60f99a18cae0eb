// What a GeoReport v2 endpoint must do, as a black box: each check names the rule, asks the endpoint over HTTP and throws where it does
// not hold. Called by npm run open311:check, for any endpoint, and by the tests for ours.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { ask, type Item, listOf, post, readBoth, refused } from './client.ts'
import { type Check, check, DAY, good, idsOf, iso, made, mine, MINUTE, receivedAt, wrong } from './requests.ts'
import { updateChecks } from './update-checks.ts'

export const checks: readonly Check[] = [
  check(
    'discovery: both formats say the same, with the specification, a changeset in the past, and text/xml',
    async (at) => {
      const found = (await readBoth(at, 'discovery')) as Item
      const [endpoint] = found['endpoints'] as Item[]
      assert.equal(endpoint!['specification'], 'http://wiki.open311.org/GeoReport_v2')
      assert(Date.parse(String(found['changeset'])) <= Date.now() + 365 * DAY)
      assert((endpoint!['formats'] as string[]).includes('text/xml'))
      assert(['production', 'test'].includes(String(endpoint!['type'])))
    },
  ),
  check('services: a list, also of one, with every member; ids are texts and metadata is true or false', async (at) => {
    for (const service of await listOf(at, 'services')) {
      assert.deepEqual(Object.keys(service).slice(0, 7), [
        'service_code',
        'service_name',
        'description',
        'metadata',
        'type',
        'keywords',
        'group',
      ])
      assert.equal(typeof service['service_code'], 'string')
      assert.equal(typeof service['metadata'], 'boolean')
      assert(['realtime', 'batch', 'blackbox'].includes(String(service['type'])))
    }
  }),
  check('definitions: there are attributes where metadata says so, each with an order of its own', async (at) => {
    for (const { service_code: code, metadata } of (await listOf(at, 'services')).slice(0, 20)) {
      const definition = (await readBoth(at, `services/${String(code)}`)) as Item
      const attributes = definition['attributes'] as Item[]
      assert.equal(definition['service_code'], code)
      assert.equal(attributes.length > 0, metadata)
      assert.equal(new Set(attributes.map(({ order }) => order)).size, attributes.length)
    }
  }),
  check('an unknown service is 404, with words', async (at) => {
    await refused(at, 404, 'services/none-such')
    await wrong(at, { service_code: 'none-such' }, /service_code/, 404)
    await refused(at, 404, 'requests', '?service_code=none-such')
  }),
  check('an unknown jurisdiction is 404; none, or an empty one, is this one', async (at) => {
    await refused(at, 404, 'services', '?jurisdiction_id=elsewhere.example')
    await listOf(at, 'services', '?jurisdiction_id=')
  }),
  check('an address that is none, an unknown extension: 404 in a known format', async (at) => {
    await refused(at, 404, 'servants')
    const reply = await ask(at, 'services.yaml')
    assert.equal(reply.status, 404)
    assert.match(reply.text, /^<\?xml/)
  }),
  check('without an extension Accept decides, and XML where it does not', async (at) => {
    const typeOf = async (accept: string) =>
      (await ask(at, 'services', { headers: { Accept: accept } })).headers.get('Content-Type')
    assert.match((await typeOf('application/json'))!, /^application\/json/)
    assert.match((await typeOf('*/*'))!, /^text\/xml/)
  }),
  check('POST: coordinates alone, an address alone, both', async (at) => {
    await made(at, {})
    await made(at, { lat: undefined, long: undefined, address_string: 'Садовая улица, 5' })
    await made(at, { address_string: 'Садовая улица, 5' })
  }),
  check('POST: one coordinate without the other, none and no address, nonsense: 400 naming them', async (at) => {
    await wrong(at, { long: undefined }, /lat/)
    await wrong(at, { lat: undefined, long: undefined }, /address_string/)
    await wrong(at, { lat: 'north' }, /lat/)
    await wrong(at, { lat: '91' }, /lat/)
  }),
  check('POST: without a service 400 naming it, and everything that is wrong in one reply', async (at) => {
    await wrong(at, { service_code: undefined }, /service_code/)
    const reply = await post(at, await good(at, { service_code: undefined, long: undefined, email: 'nobody' }))
    assert.deepEqual([reply.status, (JSON.parse(reply.text) as Item[]).length], [400, 3], reply.text)
  }),
  check('POST: no key or a wrong one is 403, before anything else is said', async (at) => {
    await wrong(at, { api_key: undefined, service_code: undefined }, /api_key/, 403)
    await wrong(at, { api_key: 'otk_wrong', service_code: 'none-such' }, /api_key/, 403)
  }),
  check('POST: the key may stand in the address', async (at) => {
    const reply = await post(at, await good(at, { api_key: undefined }), `requests.json?${mine(at)}`)
    assert.equal(reply.status, 200, reply.text)
  }),
  check('POST: urlencoded and multipart, XML and JSON, with what FixMyStreet sends beside it', async (at) => {
    const form = new FormData()
    const fields = await good(at, {
      deviceid: 'x',
      'attribute[easting]': '1',
      email: 'citizen@example.org',
      first_name: 'Анна',
    })
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('attribute[colour][]', 'red')
    form.append('attribute[colour][]', 'blue')
    const reply = await post(at, form, 'requests.xml')
    assert.equal(reply.status, 200, reply.text)
    assert.match(reply.text, /<service_requests><request><service_request_id>[^<]+<\/service_request_id>/)
  }),
  check('POST answers with one id and no token', async (at) => {
    const reply = await post(at, await good(at))
    const answer = JSON.parse(reply.text) as Item[]
    assert.equal(answer.length, 1)
    assert(answer[0]!['service_request_id'] !== null && !('token' in answer[0]!))
  }),
  check('a token that nobody was given is 404', async (at) => void (await refused(at, 404, 'tokens/none-such'))),
  check('POST, then GET by id, by list, and by ids with filters that do not fit, which are passed over', async (at) => {
    const [one, other] = [await made(at), await made(at)]
    assert.deepEqual(idsOf(await listOf(at, `requests/${one}`, `?${mine(at)}`)), [one])
    const query = `?${mine(at)}&service_request_id=${one},${other},none&status=closed&start_date=2001-01-01`
    assert.deepEqual(idsOf(await listOf(at, 'requests', query)).toSorted(), [one, other].toSorted())
    assert(idsOf(await listOf(at, 'requests', `?${mine(at)}`)).includes(one))
  }),
  check('a request has every member, its place as numbers', async (at) => {
    const [request] = await listOf(at, `requests/${await made(at)}`, `?${mine(at)}`)
    for (const name of ['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'])
      assert(name in request!, name)
    assert.equal(request!['status'], 'open')
    assert.deepEqual([typeof request!['lat'], typeof request!['long']], ['number', 'number'])
  }),
  check('a request that is not there is 404', async (at) => {
    await refused(at, 404, 'requests/none-such', `?${mine(at)}`)
  }),
  check('start_date and end_date are of the receipt, both inclusive, with any zone, escaped or not', async (at) => {
    const id = await made(at)
    const received = await receivedAt(at, id)
    const has = async (query: string) => idsOf(await listOf(at, 'requests', `?${mine(at)}&${query}`)).includes(id)
    const east = (plus: string) => new Date(received + 2 * 60 * MINUTE).toISOString().replace('Z', `${plus}02:00`)
    assert(await has(`start_date=${iso(received)}&end_date=${iso(received)}`))
    assert(!(await has(`start_date=${iso(received + 1)}`)))
    assert(!(await has(`end_date=${iso(received - 1)}`)))
    assert(await has(`start_date=${east('%2B')}`))
    assert(await has(`start_date=${east(' ')}`))
    assert(await has(`start_date=${new Date(received).toISOString().slice(0, 10)}`))
  }),
  check('an instant without a zone, nonsense, an end before the start, 91 days: 400', async (at) => {
    const named = async (query: string) => refused(at, 400, 'requests', `?${query}`)
    assert.match(await named('start_date=2026-03-02T07:00:00'), /start_date/)
    assert.match(await named('end_date=tomorrow'), /end_date/)
    assert.match(await named('start_date=2026-03-02T00:00:00Z&end_date=2026-03-01T00:00:00Z'), /end_date/)
    assert.match(await named('start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z'), /90/)
  }),
  check('more than a thousand are not paged through: 400, with what to do', async (at) => {
    assert.match(await refused(at, 400, 'requests', '?page=11&page_size=100'), /page/)
  }),
  check('pages: each request once', async (at) => {
    for (let index = 0; index < 3; index += 1) await made(at)
    const whole = idsOf(await listOf(at, 'requests', `?${mine(at)}`))
    const seen: unknown[] = []
    for (let page = 1; seen.length < Math.min(whole.length, 6); page += 1)
      seen.push(...idsOf(await listOf(at, 'requests', `?${mine(at)}&page_size=2&page=${page}`)))
    assert.deepEqual(seen, whole.slice(0, seen.length))
  }),
  check('status: open, closed, both, an unknown one', async (at) => {
    const id = await made(at)
    const has = async (status: string) =>
      idsOf(await listOf(at, 'requests', `?${mine(at)}&status=${status}`)).includes(id)
    assert.deepEqual([await has('open'), await has('closed'), await has('open,closed')], [true, false, true])
    await refused(at, 400, 'requests', '?status=fixed')
  }),
  check('empty parameters are those that are left out', async (at) => {
    await made(at, { email: '', description: '', address_id: '' })
    await listOf(at, 'requests', '?status=&service_code=&start_date=&page=')
  }),
  check('texts: every letter, signs of XML, and what XML cannot hold, in and out', async (at) => {
    const text = `Яма & <лужа> ]]> "ё" 😀 ${randomUUID()}`
    await made(at, { description: `${text}\u0001` })
    assert.match(await refused(at, 404, 'services/%3Cb%3E%26%5D%5D%3E'), /<b>&\]\]>/)
  }),
  check('a description of 4,000 characters is taken, of 4,001 is not', async (at) => {
    const long = `${randomUUID()} `.padEnd(4_000, '😀'.repeat(1)).slice(0, 3_000)
    await made(at, { description: long })
    await wrong(at, { description: `${'ы'.repeat(4_001)}` }, /description/)
  }),
  check('HEAD is GET without a body, OPTIONS and GET may be asked by any page', async (at) => {
    const head = await ask(at, 'services.xml', { method: 'HEAD' })
    assert.deepEqual([head.status, head.text, head.headers.get('Access-Control-Allow-Origin')], [200, '', '*'])
    const options = await ask(at, 'requests.xml', { method: 'OPTIONS' })
    assert.deepEqual([options.status, options.headers.get('Access-Control-Allow-Origin')], [204, '*'])
    const put = await ask(at, 'requests.xml', { method: 'PUT' })
    assert.deepEqual([put.status, put.headers.get('Allow')], [405, 'GET, HEAD, POST'])
  }),
  check('nobody without a key reads what an author wrote, nor who that is', async (at) => {
    const secret = randomUUID()
    const id = await made(at, { description: `A lamp, ${secret}`, first_name: secret, email: `${secret}@example.org` })
    for (const path of ['requests.json', `requests.json?service_request_id=${id}`, `requests/${id}.xml`])
      assert(!(await ask(at, path)).text.includes(secret), path)
  }),
  check(
    'the same request again makes no second one: by client_request_id, by Idempotency-Key, by its words',
    async (at) => {
      const fields = await good(at, { client_request_id: randomUUID() })
      const idIn = ({ text }: { text: string }) => (JSON.parse(text) as Item[])[0]!['service_request_id']
      assert.equal(idIn(await post(at, fields)), idIn(await post(at, fields)))
      const header = { 'Idempotency-Key': randomUUID() }
      const other = await good(at)
      assert.equal(
        idIn(await post(at, other, 'requests.json', header)),
        idIn(await post(at, other, 'requests.json', header)),
      )
      const bare = await good(at)
      assert.equal(idIn(await post(at, bare)), idIn(await post(at, bare)))
    },
  ),
  ...updateChecks,
]
