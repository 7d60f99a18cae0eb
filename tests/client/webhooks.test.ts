// Whether a webhook is from the region: what our own signer and the public library sign is taken, and nothing else.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { newWebhookSecret, signedHeaders } from '../../functions/webhooks/signature.ts'
import { verifyWebhook, WebhookRefused } from '../../tools/client/webhooks.ts'

const at = '2026-11-23T07:00:00.000Z'
const now = () => Date.parse(at)
const [secret, next] = [newWebhookSecret(randomBytes), newWebhookSecret(randomBytes)]
const event = { type: 'assigned', timestamp: at, data: { id: '95-261123-7K4QF.2', text: 'ə 👋 </script>\u2028' } }
const body = JSON.stringify(event)
const headers = signedHeaders([{ secret }], '95-261123-7K4QF.2', at, body)

it('H6 what the region signs is taken over the raw bytes, in every form in which programs have headers', async () => {
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]))
  for (const given of [headers, upper, new Headers(headers)])
    for (const raw of [body, Buffer.from(body)])
      expect(await verifyWebhook(secret, { headers: given, body: raw }, now)).toEqual(event)
})

it('is one with the public library', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (data) => {
      const text = JSON.stringify({ data })
      const signed = {
        ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': String(now() / 1_000) },
        'webhook-signature': new Webhook(secret).sign('msg_1', new Date(at), text),
      }
      expect(await verifyWebhook(secret, { headers: signed, body: text }, now)).toEqual(JSON.parse(text))
    }),
  )
})

it('H8 while a secret is replaced either is enough, on both sides', async () => {
  const both = signedHeaders([{ secret, until: '2026-11-24T07:00:00.000Z' }, { secret: next }], 'e', at, body)
  for (const held of [secret, next, [next], [newWebhookSecret(randomBytes), secret]])
    expect(await verifyWebhook(held, { headers: both, body }, now)).toEqual(event)
})

it('H7 nothing else is: another secret, a changed byte, an old or future time, no signature', async () => {
  const refused = (given: object, raw: string, held = secret, time = now) =>
    expect(verifyWebhook(held, { headers: given as Record<string, string>, body: raw }, time)).rejects.toThrow(
      WebhookRefused,
    )
  await refused(headers, body, next)
  for (const off of [-301_000, 301_000]) await refused(headers, body, secret, () => now() + off)
  for (const name of Object.keys(headers)) await refused({ ...headers, [name]: undefined }, body)
  for (const forged of ['v1,', 'v1,AAAA', 'v2,AAAA', headers['webhook-signature'].replace('v1,', 'v1a,'), 'v1,@@'])
    await refused({ ...headers, 'webhook-signature': forged }, body)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: body.length - 1 }), async (place) => {
      const changed = `${body.slice(0, place)}${body[place] === 'x' ? 'y' : 'x'}${body.slice(place + 1)}`
      await refused(headers, changed)
    }),
  )
  await expect(verifyWebhook('secret', { headers, body }, now)).rejects.toThrow('begins with whsec_')
})
