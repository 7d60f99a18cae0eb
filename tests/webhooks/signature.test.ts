// What is signed here verifies with the public library of Standard Webhooks, over the bytes that are sent: whatever is in them, while a
// secret is replaced, and hours after the event (H6, H7, H8).
import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newWebhookSecret, signedHeaders } from '../../functions/webhooks/signature.ts'

const at = '2026-03-02T07:00:00.000Z'
const old = newWebhookSecret(randomBytes)
const next = newWebhookSecret(randomBytes)
beforeEach(() => void vi.useFakeTimers({ now: Date.parse(at), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const verifies = (secret: string, body: string, headers: Record<string, string>) => {
  try {
    new Webhook(secret).verify(Buffer.from(body), headers)
    return true
  } catch {
    return false
  }
}

it('H6: verifies whatever is in the body, and no other body', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('ə', '😀', '</script>', '\u2028', 'Ё', '\\u0000'))
  fc.assert(
    fc.property(text, fc.double({ noNaN: true }), (externalId, number) => {
      const body = JSON.stringify({ type: 'answered', data: { externalId, number, one: 1.0 } })
      const headers = signedHeaders([{ secret: next }], '95-260302-7K4QF.3', at, body)
      expect(verifies(next, body, headers)).toBe(true)
      expect(verifies(next, `${body} `, headers)).toBe(false)
      expect(verifies(next, body, { ...headers, 'webhook-id': '95-260302-7K4QF.4' })).toBe(false)
    }),
    { numRuns: 50 },
  )
})

it('H7: has the same id at every try, and a timestamp and signature of its own', () => {
  const first = signedHeaders([{ secret: next }], '95-260302-7K4QF.3', at, '{}')
  const after = '2026-03-02T10:00:00.000Z'
  vi.setSystemTime(Date.parse(after))
  const again = signedHeaders([{ secret: next }], '95-260302-7K4QF.3', after, '{}')
  expect([verifies(next, '{}', first), verifies(next, '{}', again)]).toEqual([false, true])
  expect(again['webhook-id']).toBe(first['webhook-id'])
  expect(again['webhook-timestamp']).toBe('1772445600')
})

it('H8: signs by both secrets for a day, then by the new one alone', () => {
  const secrets = [{ secret: next }, { secret: old, until: '2026-03-03T07:00:00.000Z' }]
  const within = signedHeaders(secrets, 'x.1', at, '{}')
  expect(within['webhook-signature'].split(' ')).toHaveLength(2)
  expect([verifies(old, '{}', within), verifies(next, '{}', within)]).toEqual([true, true])
  vi.setSystemTime(Date.parse('2026-03-03T07:00:00.000Z'))
  const later = signedHeaders(secrets, 'x.1', '2026-03-03T07:00:00.000Z', '{}')
  expect([verifies(old, '{}', later), verifies(next, '{}', later)]).toEqual([false, true])
  expect(next).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
})
