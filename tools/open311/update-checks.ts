// What an endpoint must do with mySociety's updates, read and posted. Part of the checks.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type Endpoint, type Item, post, readAs } from './client.ts'
import { type Check, check, iso, made, mine, MINUTE, receivedAt } from './requests.ts'

const UPDATES = 'servicerequestupdates'

/** An update of a new request, without words. */
async function said(at: Endpoint): Promise<Record<string, string>> {
  const now = { updated_datetime: new Date(await receivedAt(at, await made(at))).toISOString() }
  return { api_key: at.key, service_request_id: await made(at), update_id: randomUUID(), status: 'OPEN', ...now }
}

/** @returns the number that the endpoint gives it */
async function readPosted(at: Endpoint, update: Readonly<Record<string, string>>): Promise<string> {
  const reply = await post(at, update, `${UPDATES}.json`)
  assert.equal(reply.status, 200, reply.text)
  const answer = JSON.parse(reply.text) as Item[]
  assert.equal(answer.length, 1)
  return String(answer[0]!['update_id'])
}

export const updateChecks: readonly Check[] = [
  check('updates: what happened to a request, in a time, never as fixed', async (at) => {
    const id = await made(at)
    const received = await receivedAt(at, id)
    const query = `?${mine(at)}&start_date=${iso(received - MINUTE)}&end_date=${iso(received + 60 * MINUTE)}`
    for (let tries = 0; tries < 50; tries += 1) {
      const updates = (await readAs(at, 'json', 'servicerequestupdates', query)) as Item[]
      const own = updates.filter((one) => one['service_request_id'] === id)
      if (own.length === 0) continue
      assert.equal(own[0]!['status'], 'open')
      assert.equal(new Set(updates.map((one) => one['update_id'])).size, updates.length)
      assert(updates.every((one) => one['status'] !== 'fixed'))
      return
    }
    assert.fail('the request has no update')
  }),
  check('updates that are posted: one for an update_id, however often it comes, in both formats', async (at) => {
    const update = { ...(await said(at)), description: `Still dark: ${randomUUID()}` }
    const once = await readPosted(at, update)
    assert.deepEqual(await readPosted(at, update), once)
    const reply = await post(at, update, `${UPDATES}.xml`)
    assert.match(reply.text, new RegExp(`<request_update><update_id>${once}</update_id></request_update>`))
    assert.notEqual(await readPosted(at, { ...update, update_id: randomUUID() }), once)
  }),
  check('updates that are posted: a wrong status or none, no number, no time: 400 naming all', async (at) => {
    const bad = { ...(await said(at)), update_id: '', status: 'FIXT', updated_datetime: 'yesterday' }
    const reply = await post(at, bad, `${UPDATES}.json`)
    assert.deepEqual([reply.status, (JSON.parse(reply.text) as Item[]).length], [400, 3], reply.text)
    for (const name of ['update_id', 'status', 'updated_datetime']) assert.match(reply.text, new RegExp(name))
  }),
  check('updates that are posted: no right key is 403, a request that is not there 404', async (at) => {
    const update = { ...(await said(at)), description: 'Still dark.' }
    assert.equal((await post(at, { ...update, api_key: 'otk_wrong' }, `${UPDATES}.json`)).status, 403)
    assert.equal((await post(at, { ...update, service_request_id: 'none-such' }, `${UPDATES}.json`)).status, 404)
  }),
]
