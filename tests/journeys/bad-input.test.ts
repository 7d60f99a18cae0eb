// What is wrong is refused clearly, names its place, and changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send, write } from '../../tools/visitor.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const topic = () => work.region.topics.find((one) => !one.season)!.id
const good = () => ({ text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy' })

interface ProblemBody {
  code: string
  status: number
  title: string
  errors?: { pointer: string; detail: string }[]
}

describe('the API refuses', () => {
  it.each([
    ['malformed JSON', () => '{"text": ', 400, 'malformed-json', undefined],
    ['no text', () => ({ topic: topic() }), 422, 'invalid', '/text'],
    ['60 KB of text', () => ({ text: 'я'.repeat(30_001) }), 422, 'invalid', '/text'],
    ['half an emoji', () => ({ text: 'Яма \ud83d у дома' }), 422, 'invalid', '/text'],
    ['a text nobody sees', () => ({ text: '\u200b\u2800\u200b' }), 422, 'invalid', '/text'],
    ['another encoding', () => '{"text": "\ufffd\ufffd\ufffd"}', 400, 'not-utf8', undefined],
    ['a Cyrillic mailbox', () => ({ ...good(), author: { email: 'иван@пример.рф' } }), 422, 'invalid', '/author/email'],
    ['an unknown topic', () => ({ ...good(), topic: 'no.such' }), 422, 'invalid', '/topic'],
    ['an unknown place', () => ({ ...good(), municipality: 'atlantis' }), 422, 'invalid', '/municipality'],
    ['an unknown field', () => ({ ...good(), txet: 'x' }), 422, 'invalid', '/txet'],
    ['a wrong address', () => ({ ...good(), author: { email: 'nobody' } }), 422, 'invalid', '/author/email'],
    [
      'coordinates off the earth',
      () => ({ ...good(), location: { lat: 95, lon: 0 } }),
      422,
      'invalid',
      '/location/lat',
    ],
  ])('%s', async (_, message, status, code, pointer) => {
    const reply = await work.post(message())
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    const body = (await reply.json()) as ProblemBody
    expect(body).toMatchObject({ code, status })
    expect(body.errors?.[0]?.pointer).toBe(pointer)
  })

  it('no coordinate for being nearer to zero than the table can hold', async () => {
    const reply = await work.post({ ...good(), location: { lat: 43.3, lon: -5e-324 } })
    expect(reply.status).toBe(201)
  })

  it('a wrong key, a missing key and a missing Idempotency-Key', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${work.engine.apiUrl}/v1/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(good()),
      })
    expect((await post({ Authorization: 'Bearer otk_wrong', 'Idempotency-Key': 'x' })).status).toBe(401)
    expect((await post({ 'Idempotency-Key': 'x' })).status).toBe(401)
    expect((await post({ Authorization: `Bearer ${work.key}` })).status).toBe(400)
  })

  it('what is not JSON in UTF-8 by its headers, and tells every reply’s id', async () => {
    const post = (type: string, more: object = {}) =>
      fetch(`${work.engine.apiUrl}/v1/messages`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${work.key}`, 'Idempotency-Key': 'x', 'Content-Type': type, ...more },
        body: JSON.stringify(good()),
      })
    const replies = [
      await post('application/x-www-form-urlencoded'),
      await post('application/json; charset=windows-1251'),
      await post('application/json', { 'Content-Encoding': 'gzip' }),
    ]
    expect(replies.map(({ status }) => status)).toEqual([415, 415, 415])
    for (const reply of replies) {
      expect(((await reply.json()) as { requestId: string }).requestId).toBe(reply.headers.get('request-id'))
      expect(reply.headers.get('content-language')).toBe('ru')
    }
  })

  it('another message under a used Idempotency-Key', async () => {
    await work.post(good(), 'used')
    const reply = await work.post({ ...good(), text: 'Другое.' }, 'used')
    expect(reply.status).toBe(422)
    expect(((await reply.json()) as ProblemBody).code).toBe('idempotency-mismatch')
  })

  it('a method that an address does not know, and one without a body like any other', async () => {
    const ask = (method: string, path: string) => fetch(`${work.engine.apiUrl}${path}`, { method, redirect: 'manual' })
    const wrong = [await ask('GET', '/v1/messages'), await ask('PUT', '/report'), await ask('DELETE', '/v1/statistics')]
    expect(wrong.map(({ status, headers }) => [status, headers.get('allow')])).toEqual([
      [405, 'POST'],
      [405, 'GET, HEAD, POST'],
      [405, 'GET, HEAD'],
    ])
    const head = await ask('HEAD', '/report')
    expect([head.status, head.headers.get('x-robots-tag')]).toEqual([200, 'all'])
    const leading = [await ask('GET', '/'), await ask('GET', '/report/')]
    expect(leading.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [302, `${work.engine.apiUrl}/report`],
      [308, `${work.engine.apiUrl}/report`],
    ])
  })

  it('an unknown route and somebody else’s case number', async () => {
    expect((await fetch(`${work.engine.apiUrl}/v2/nothing`)).status).toBe(404)
    const reply = await fetch(`${work.engine.apiUrl}/v1/cases/95-260302-00000`, {
      headers: { Authorization: `Bearer ${work.key}` },
    })
    expect(reply.status).toBe(404)
  })
})

describe('a link', () => {
  const submit = async () => ((await (await work.post(good())).json()) as { id: string }).id
  const respondLink = async (to: string, caseId: string) =>
    linkIn(
      (await work.mails(to)).filter((mail) => mail.subject.includes(caseId)).at(-1)!.text,
      '/a/',
      work.engine.apiUrl,
    )

  it('that was tampered with leads nowhere, in words', async () => {
    const link = await respondLink(office().responder.email, await submit())
    const page = await open(link.slice(0, -1) + (link.endsWith('0') ? '1' : '0'))
    expect(page.status).toBe(404)
    expect(page.html).toContain('<h1>')
    expect((await open(`${work.engine.apiUrl}/a/%00%ff`)).status).toBe(404)
  })

  it('changes nothing when machines open it', async () => {
    const caseId = await submit()
    const link = await respondLink(office().responder.email, caseId)
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) await fetch(link, { method })
    expect((await work.get(caseId)).status).toBe('assigned')
  })

  it('refuses a form without a choice or a text, and keeps what was typed', async () => {
    const caseId = await submit()
    const page = await open(await respondLink(office().responder.email, caseId))
    const wrong = await send(page, 'name="answer"', { action: 'answer', answer: 'Уже <b>горит</b>.' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Уже &lt;b&gt;горит&lt;/b&gt;.')
    expect((await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: '' })).status).toBe(422)
    expect((await work.get(caseId)).status).toBe('assigned')
  })

  it('acts once when its form is sent twice', async () => {
    const caseId = await submit()
    const page = await open(await respondLink(office().responder.email, caseId))
    await send(page, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    await send(page, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    expect((await work.get(caseId)).history.filter((entry) => entry.type === 'accepted').length).toBe(1)
  })

  it('used after a hand-over explains itself, keeps the text and lets the new responder act', async () => {
    const caseId = await submit()
    const old = await respondLink(office().responder.email, caseId)
    const other = work.region.organisations.find((one) => one.kind === 'regional')!
    const asked = await send(await open(old), 'name="handover-reason"', {
      action: 'handover',
      organisation: other.id,
      'handover-reason': 'Это ваш фонарь.',
    })
    await work.typeCode(asked, office().responder.email)
    const page = await open(old)
    expect(page.html).toContain(other.name['ru'])
    expect(page.html).not.toContain('name="answer"')
    const stale = await fetch(old, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        nonce: '0123456789ABCDEF',
        action: 'answer',
        kind: 'done',
        answer: 'Мой поздний ответ.',
      }),
    })
    expect(stale.status).toBe(200)
    const seen = await open(await respondLink(other.responder.email, caseId))
    expect(seen.html).toContain('Мой поздний ответ')
    expect((await work.get(caseId)).status).toBe('assigned')
  })

  it('that was declined after a hand-over goes back to the giver', async () => {
    const caseId = await submit()
    const other = work.region.organisations.find((one) => one.kind === 'regional')!
    const first = await open(await respondLink(office().responder.email, caseId))
    const given = await send(first, 'name="handover-reason"', {
      action: 'handover',
      organisation: other.id,
      'handover-reason': 'Ваше.',
    })
    await work.typeCode(given, office().responder.email)
    const second = await open(await respondLink(other.responder.email, caseId))
    const back = await send(second, 'name="decline-reason"', { action: 'decline', 'decline-reason': 'Нет, ваше.' })
    await work.typeCode(back, other.responder.email)
    const history = (await work.get(caseId)).history.map((entry) => entry.type)
    expect(history).toEqual(['received', 'assigned', 'handed_over', 'handed_back'])
  })
})

describe('the citizen’s form', () => {
  it('makes one case, shows its page, and refuses an empty text', async () => {
    const form = await open(`${work.engine.apiUrl}/report`)
    expect((await write(form, { text: '' })).status).toBe(422)
    const fields = { text: 'В Грозном на улице яма.', municipality: 'groznyy', email: 'form@example.org' }
    const page = await write(form, fields)
    expect(page.url).toMatch(/\/t\/[a-z0-9]{32}\?done=registered$/)
    expect(page.html).toContain('95-260302-')
    const again = await write(form, fields)
    expect(/95-260302-\w{5}/.exec(again.html)?.[0]).toBe(/95-260302-\w{5}/.exec(page.html)?.[0])
  })
})
