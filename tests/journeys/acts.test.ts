// An integrator speaks for a citizen who uses no page of ours: replies, adds, rates, sends back, takes back; each once for its
// Idempotency-Key.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    integrators: region.integrators.map((one) => ({ ...one, relaysQuestions: true })),
  }))
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const topic = () => work.region.topics.find((one) => !one.season && !one.important)!.id
let sent = 0
const act = async (id: string, name: string, body: unknown, key = `act-${(sent += 1)}`) => {
  const reply = await fetch(`${work.engine.apiUrl}/v1/cases/${id}/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${work.key}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })
  return {
    status: reply.status,
    replayed: reply.headers.get('idempotent-replayed'),
    body: (await reply.json()) as object,
  }
}
const code = ({ status, body }: Awaited<ReturnType<typeof act>>) => [status, (body as { code?: string }).code]
const pointers = ({ body }: Awaited<ReturnType<typeof act>>) =>
  (body as { errors: { pointer: string; code: string }[] }).errors.map((one) => `${one.pointer} ${one.code}`)
const page = async (email: string, id: string, purpose: '/a/' | '/r/') => {
  await work.engine.idle()
  const mails = (await work.mails(email)).filter(({ subject }) => subject.includes(id))
  return open(linkIn(mails.at(-1)!.text, purpose, work.engine.apiUrl))
}
const caller = { email: 'caller@example.org' }
const submit = async (author?: object) => {
  const message = { text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy', ...(author && { author }) }
  const { id } = (await (await work.post(message)).json()) as { id: string }
  await work.engine.idle()
  return id
}
const answered = async (id: string, text: string) => {
  const form = { action: 'answer', kind: 'done', answer: text }
  await send(await page(office().responder.email, id, '/a/'), 'name="answer"', form)
  const moderator = work.desk(id).moderators[0]!
  await send(await page(moderator.email, id, '/r/'), 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
  await work.engine.idle()
}

describe('an integrator', () => {
  it('says where it really is: the case goes there, and whoever has it reads so', async () => {
    const id = await submit(caller)
    const other = work.region.municipalities.find((one) => one.id !== 'groznyy')!
    const words = { text: 'Это в другом районе.', municipality: other.id }
    const wrong = await act(id, 'messages', { ...words, municipality: 'nowhere' })
    expect([wrong.status, pointers(wrong)]).toEqual([422, ['/municipality unknown']])
    const both = await act(id, 'messages', { ...words, questionAt: '2026-03-01T07:00:00.000Z' })
    expect([both.status, pointers(both)]).toEqual([422, ['/municipality choice']])
    expect((await act(id, 'messages', words, 'place')).status).toBe(200)
    expect((await act(id, 'messages', words, 'place')).replayed).toBe('true')
    const { municipality, history } = (await work.get(id)) as unknown as {
      municipality: string
      history: { type: string }[]
    }
    expect([municipality, history.filter(({ type }) => type === 'added').length]).toEqual([other.id, 1])
    const { html } = await page(office().responder.email, id, '/a/')
    expect(html).toContain(`Верное место: ${other.name['ru']}.`)
  })

  it.each([
    ['by mail', caller, 'Один вопрос. Пока житель отвечает'],
    ['by nobody else', undefined, 'Его передаст жителю система'],
  ])('reads what the citizen is asked %s, and replies to that question alone', async (_, author, hint) => {
    const id = await submit(author)
    const ask = { action: 'ask', question: 'У какого дома?' }
    const asking = await page(office().responder.email, id, '/a/')
    expect(asking.html).toContain(hint)
    await send(asking, 'name="question"', ask)
    const { question } = (await work.get(id)) as unknown as { question: { askedAt: string } }
    expect(question).toEqual({
      ...{ askedAt: expect.any(String) as string, text: 'У какого дома?', onSilence: 'close' },
      due: expect.stringMatching(/^2026-03-/) as string,
    })
    expect(code(await act(id, 'messages', { text: 'У пятого.' }))).toEqual([409, 'not-now'])
    const another = { text: 'У пятого.', questionAt: '2026-03-01T07:00:00.000Z' }
    expect(code(await act(id, 'messages', another))).toEqual([409, 'superseded'])
    expect(code(await act(id, 'messages', { text: '' }))).toEqual([422, 'invalid'])
    const reply = { text: 'У пятого.', questionAt: question.askedAt }
    expect(await act(id, 'messages', reply, `reply-${author ? 'mail' : 'relay'}`)).toEqual({
      ...{ status: 200, replayed: null, body: { id, status: 'in_progress' } },
    })
    expect((await act(id, 'messages', reply, `reply-${author ? 'mail' : 'relay'}`)).replayed).toBe('true')
    expect(
      code(await act(id, 'messages', { ...reply, text: 'У седьмого.' }, `reply-${author ? 'mail' : 'relay'}`)),
    ).toEqual([422, 'idempotency-mismatch'])
    expect(code(await act(id, 'messages', reply))).toEqual([409, 'superseded'])
    const { html } = await page(office().responder.email, id, '/a/')
    expect(html.match(/У пятого\./g)).toHaveLength(1)
  })

  it('adds words, rates, sends back to work and takes back', async () => {
    const id = await submit(caller)
    expect((await act(id, 'messages', { text: 'Фонарь у школы.' })).status).toBe(200)
    expect(code(await act(id, 'rate', { solved: true }))).toEqual([409, 'not-now'])
    await answered(id, 'Здравствуйте! Фонарь починили 2 марта.')
    expect((await act(id, 'rate', { solved: false, score: 2, comment: 'Не горит.' }, 'rate')).status).toBe(200)
    expect((await act(id, 'rate', { solved: false, score: 2, comment: 'Не горит.' }, 'rate')).replayed).toBe('true')
    expect(code(await act(id, 'rate', { solved: true }))).toEqual([409, 'already-rated'])
    expect(code(await act(id, 'reopen', { reason: 'Всё ещё темно.', round: 1 }))).toEqual([409, 'superseded'])
    expect((await act(id, 'reopen', { reason: 'Всё ещё темно.', round: 0 })).body).toMatchObject({ status: 'assigned' })
    expect((await work.lastMail(office().responder.email)).text).toContain('Всё ещё темно.')
    expect((await act(id, 'withdraw', {})).body).toEqual({ id, status: 'closed' })
    expect(code(await act(id, 'withdraw', {}))).toEqual([409, 'not-now'])
    expect((await work.get(id)).history.filter(({ by }) => by === 'integrator').map(({ type }) => type)).toEqual([
      ...['received', 'added', 'rated', 'reopened', 'closed'],
    ])
  })

  it('acts on no case of others, and not without a key for repeating', async () => {
    const id = await submit(caller)
    expect(code(await act('95-260302-00000', 'withdraw', {}))).toEqual([404, 'case-unknown'])
    expect(code(await act(id, 'withdraw', {}, ' '))).toEqual([400, 'idempotency-key'])
    expect(code(await act(id, 'withdraw', { really: true }))).toEqual([422, 'invalid'])
    expect((await work.get(id)).status).toBe('assigned')
  })
})

it('F2 of twenty who post at once with one key one makes a case, and all are told of it', async () => {
  const message = { text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy' }
  const replies = await Promise.all(Array.from({ length: 20 }, () => work.post(message, 'twenty')))
  const told = await Promise.all(replies.map(async (one) => [one.status, ((await one.json()) as { id: string }).id]))
  expect(new Set(told.map((one) => one.join(' '))).size).toBe(1)
  expect(told[0]![0]).toBe(201)
  expect(replies.filter(({ headers }) => headers.get('Idempotent-Replayed') === null).length).toBe(1)
})
