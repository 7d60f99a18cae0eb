// The form while very many write: what was typed stays, work is asked for, and a message that brings it is taken.
import { beforeEach, expect, it, vi } from 'vitest'
import { CROWDED_HEADER, isProven } from '../../functions/edge/proof.ts'
import { submitMessage } from '../../functions/intake/submit.ts'
import type { Region } from '../../regions/schema.ts'
import { catchLog, httpEvent, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

const region: Region = { ...littleRegion(), languages: ['ru', 'en'] }
vi.mock('../../functions/edge/environment.ts', () => ({
  deployedRegion: () => region,
  environment: (name: string) => name,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/intake/submit.ts', () => ({ submitMessage: vi.fn() }))
const { handler } = await import('../../functions/report/handler.tsx')

const nonce = 'ABCDEFGH12345678'
const typed = { text: 'Не горит <фонарь> & «лампа».', email: 'citizen@example.org', municipality: 'north', topic: '' }
const send = (headers: Record<string, string>, more: Record<string, string> = {}) =>
  handler(
    httpEvent({
      httpMethod: 'POST',
      ...{ path: '/report', resource: '/report' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ nonce, ...typed, ...more }).toString(),
    }),
    lambdaContext(),
  )
const crowded = { [CROWDED_HEADER]: 'crowded-address' }

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  logged = catchLog()
  vi.mocked(submitMessage)
    .mockReset()
    .mockResolvedValue({ outcome: 'created', caseId: '99-260302-00001', state: {} as never, trackSecret: 'SECRET' })
})

async function solve(): Promise<Record<string, string>> {
  const made = new Date().toISOString()
  for (let number = 0; ; number += 1)
    if (await isProven({ nonce, at: made, number: String(number) }, made))
      return { 'proof-at': made, proof: String(number) }
}

it('the same words within the hour are told from others by a tick: the form says what was sent, and keeps what was typed', async () => {
  vi.mocked(submitMessage).mockResolvedValue({ outcome: 'sent before', caseId: '99-260302-00001' } as never)
  const { statusCode, body } = await send({})
  expect(statusCode).toBe(409)
  expect(body).toMatch(/<a href="#again">Вы уже отправили это: 99-260302-00001\./)
  expect(body).toContain('<input type="checkbox" id="again" name="again" value="yes"/>')
  expect(body).toContain('Не горит &lt;фонарь&gt; &amp; «лампа».')
  await send({}, { again: 'yes' })
  const asked = vi.mocked(submitMessage).mock.calls.map(([one]) => (one as { onceAnHour?: boolean }).onceAnHour)
  expect(asked).toEqual([true, false])
})

it('nothing is asked of anybody while people write as they do', async () => {
  const { statusCode } = await send({})
  expect(statusCode).toBe(303)
})

it('a message without work stays in the form, whole, and is not taken; the page says what to do', async () => {
  const { statusCode, headers, body } = await send(crowded)
  expect([statusCode, headers!['Retry-After']]).toEqual([429, '300'])
  expect(body).toContain('Не горит &lt;фонарь&gt; &amp; «лампа».')
  expect(body).toContain('value="citizen@example.org"')
  expect(body).toMatch(/<option value="north" selected/)
  expect(body).toContain('Попробуйте нажать «Отправить» внизу через 5 минут')
  expect(body).toContain(region.phone)
  expect(body).toMatch(/name="proof-at" value="\d{4}-/)
  expect(body).toContain('<title>Ошибка: ')
  expect(vi.mocked(submitMessage)).not.toHaveBeenCalled()
  expect(JSON.stringify(logged())).not.toMatch(/фонарь|citizen@/)
})

it('a message that brings its work is taken like any other', async () => {
  expect((await send(crowded, await solve())).statusCode).toBe(303)
  const { idempotencyKey, message } = vi.mocked(submitMessage).mock.calls[0]![0]
  expect([idempotencyKey, message.text]).toEqual([nonce, typed.text])
})

it('a mistake in the form is told with the next work, so that one press is enough once it is mended', async () => {
  const { statusCode, body } = await send(crowded, { ...(await solve()), text: '' })
  expect(statusCode).toBe(422)
  expect(body).toMatch(/name="proof-at" value="\d{4}-/)
  expect((await send({}, { text: '' })).body).not.toContain('name="proof"')
})

it('work of another form, or of long ago, is asked for anew', async () => {
  const work = await solve()
  const long = { ...work, 'proof-at': '2026-01-01T00:00:00.000Z' }
  const other = { ...work, proof: `${work['proof']}x` }
  for (const more of [long, other]) expect((await send(crowded, more)).statusCode).toBe(429)
})
