// What people say of a request on FixMyStreet, posted to us by mySociety's extension: it becomes an act on the case, once.
import { randomBytes } from 'node:crypto'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { type Item, post, readAs } from '../../tools/open311/client.ts'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const at = () => ({ url: `${work.engine.apiUrl}/open311/v2`, key: work.key })
const made = async (more: Record<string, string> = {}) => {
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const place = { lat: '43.31783', long: '45.69494', address_string: 'Грозный' }
  const description = `Не горит фонарь у дома ${Math.random()}.`
  const reply = await post(at(), { api_key: work.key, service_code: topic, ...place, description, ...more })
  await work.engine.idle()
  return String((JSON.parse(reply.text) as Item[])[0]!['service_request_id'])
}
const update = async (id: string, fields: Record<string, string>, format = 'json') => {
  const all = { api_key: work.key, service_request_id: id, update_id: '1', status: 'OPEN', ...fields }
  const now = { updated_datetime: new Date(work.engine.now()).toISOString() }
  const reply = await post(at(), { ...now, ...all }, `servicerequestupdates.${format}`)
  await work.engine.idle()
  return { status: reply.status, text: reply.text, said: format === 'json' ? (JSON.parse(reply.text) as Item[]) : [] }
}
const of = async (id: string) => {
  const { status, outcome, history, rating } = await work.get(id)
  return { status, outcome, rating, types: history.map(({ type }) => type) }
}
const wordsOf = async (id: string) => {
  const found = await work.document.send(
    new QueryCommand({
      TableName: work.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': `C#${id}`, ':sk': 'P#' },
    }),
  )
  return (found.Items ?? []).map(({ text }) => String(text)).filter((text) => !text.startsWith('Не горит'))
}
const page = async (email: string, id: string, purpose: '/a/' | '/r/') => {
  const mails = (await work.mails(email)).filter(({ subject }) => subject.includes(id))
  return open(linkIn(mails.at(-1)!.text, purpose, work.engine.apiUrl))
}
const responder = () =>
  work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!.responder.email
const answered = async () => {
  const id = await made()
  const form = { action: 'answer', kind: 'done', answer: 'Фонарь заменён.' }
  await send(await page(responder(), id, '/a/'), 'name="answer"', form)
  const moderator = work.desk(id).moderators[0]!.email
  await send(await page(moderator, id, '/r/'), 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
  await work.engine.advance(60_000)
  return id
}

it('words become words of the case, once for an update_id, with links of photos and a status that is not ours to take', async () => {
  const id = await made()
  const first = await update(id, { description: 'Всё ещё темно.', media_url: 'https://photos.example.org/1.jpeg' })
  expect(first).toMatchObject({ status: 200, said: [{ update_id: `${id}.3` }] })
  expect((await update(id, { description: 'Другие слова.' })).said).toEqual(first.said)
  expect((await update(id, { description: 'Другие слова.' }, 'xml')).text).toContain(
    `<service_request_updates><request_update><update_id>${id}.3</update_id></request_update></service_request_updates>`,
  )
  await update(id, { update_id: '2', status: 'DUPLICATE', description: 'Об этом уже писали.' })
  expect((await of(id)).types).toEqual(['received', 'assigned', 'added', 'added'])
  expect((await wordsOf(id)).toSorted()).toEqual([
    'Всё ещё темно.\nhttps://photos.example.org/1.jpeg',
    'Об этом уже писали.\nОтметка в системе, откуда это прислано: DUPLICATE.',
  ])
})

it('OPEN after the answer sends the case back to work, OPEN that was said before it does not', async () => {
  const id = await answered()
  const early = await update(id, { updated_datetime: '2026-03-02T06:00:00Z', description: 'Темно.' })
  expect([early.status, early.text]).toEqual([400, expect.stringContaining('updated_datetime')])
  expect((await of(id)).status).toBe('resolved')
  const late = await update(id, { description: 'Снова темно.' })
  const { status, types } = await of(id)
  expect([status, late.said]).toEqual(['assigned', [{ update_id: `${id}.${types.indexOf('reopened') + 1}` }]])
  const updates = (await readAs(at(), 'json', 'servicerequestupdates', `?api_key=${work.key}`)) as Item[]
  expect(updates.map((one) => one['update_id'])).toContain(late.said[0]!['update_id'])
})

it('FIXED is the rating of an answer, and words where there is none yet', async () => {
  const open = await made()
  await update(open, { status: 'fixed' })
  expect([(await of(open)).types.at(-1), await wordsOf(open)]).toEqual(['added', ['Автор отметил: решено.']])
  const id = await answered()
  expect((await update(id, { status: 'FIXED', description: 'Спасибо!' })).status).toBe(200)
  expect(await of(id)).toMatchObject({ status: 'closed', outcome: 'solved', rating: { solved: true } })
  const again = await update(id, { update_id: '2', status: 'FIXED' })
  expect([again.status, again.text]).toEqual([400, expect.stringContaining('rated')])
})

it('is the reply to a question while one is open', async () => {
  const id = await made({ email: 'citizen@example.org' })
  await send(await page(responder(), id, '/a/'), 'name="question"', { action: 'ask', question: 'У какого дома?' })
  expect((await of(id)).status).toBe('clarification')
  expect((await update(id, { description: 'У пятого.' })).status).toBe(200)
  expect(await of(id)).toMatchObject({ status: 'in_progress' })
  expect((await page(responder(), id, '/a/')).html).toContain('У пятого.')
})

it('twenty at once with one update_id are one', async () => {
  const id = await made()
  const all = await Promise.all(Array.from({ length: 20 }, () => update(id, { description: 'Темно.' })))
  expect(new Set(all.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect((await of(id)).types).toEqual(['received', 'assigned', 'added'])
})

it('says everything that is wrong, knows only requests of the key, and changes nothing then', async () => {
  const id = await made()
  const wrong = await update(id, { update_id: '', status: 'FXED', updated_datetime: 'today', description: '' })
  expect([wrong.status, wrong.said.map(({ description }) => String(description).split(':')[0])]).toEqual([
    400,
    ['update_id', 'status', 'updated_datetime'],
  ])
  expect((await update('95-260302-00000', { description: 'Темно.' })).status).toBe(404)
  const stranger = newIntegratorKey({ integrator: 'another', scopes: ['messages:write'] }, randomBytes)
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: stranger.item }))
  expect((await update(id, { api_key: stranger.key, description: 'Темно.' })).status).toBe(404)
  expect((await update(id, { api_key: 'otk_wrong', description: 'Темно.' })).status).toBe(403)
  expect((await of(id)).types).toEqual(['received', 'assigned'])
})

it('C7 plays what FixMyStreet asks, from the services to its own update, in XML alone', async () => {
  const endpoint = at()
  const services = (await readAs(endpoint, 'xml', 'services')) as Item[]
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  expect(services.map((one) => one['service_code'])).toContain(topic)
  expect(await readAs(endpoint, 'xml', `services/${topic}`)).toMatchObject({ service_code: topic })
  const form = new URLSearchParams({
    ...{ api_key: work.key, service_code: topic, lat: '43.31783', long: '45.69494', deviceid: 'FixMyStreet' },
    ...{ description: 'A lamp is dark.\n\nIt has been so for a week.', email: 'fms@example.org', first_name: 'Анна' },
    ...{ last_name: 'Петрова', phone: '+7 928 000-11-22', 'attribute[easting]': '1', 'attribute[northing]': '2' },
  })
  for (const number of [1, 2]) form.append('media_url', `https://fms.example.org/photo/${number}.jpeg`)
  form.append('attribute[colour]', 'red')
  form.append('attribute[colour]', 'blue')
  const posted = await post(endpoint, form, 'requests.xml')
  const id = /<service_request_id>([^<]+)<\/service_request_id>/.exec(posted.text)![1]!
  await work.engine.idle()
  const mine = `?api_key=${work.key}`
  const [request] = (await readAs(endpoint, 'xml', 'requests', `${mine}&service_request_id=${id}`)) as Item[]
  expect(request).toMatchObject({ service_request_id: id, status: 'open' })
  const updates = async () =>
    ((await readAs(endpoint, 'xml', 'servicerequestupdates', mine)) as Item[]).filter(
      (one) => one['service_request_id'] === id,
    )
  expect((await updates()).map(({ status }) => status)).toEqual(['open', 'investigating'])
  const said = { title: 'MS', last_name: 'Петрова', fixmystreet_id: '77', public_anonymity_required: 'TRUE' }
  const sent = await update(id, { ...said, update_id: '991', description: 'Всё ещё темно.' }, 'xml')
  expect([sent.status, sent.text]).toEqual([200, expect.stringContaining(`<update_id>${id}.3</update_id>`)])
  expect(await wordsOf(id)).toContain('Всё ещё темно.')
  expect((await updates()).length).toBe(2)
})
