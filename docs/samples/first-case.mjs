// Posts a message and follows its case until somebody is responsible. URL and KEY are taken from the environment.
import { setTimeout as pause } from 'node:timers/promises'

const { URL: base, KEY } = process.env

/** Sends a request, and the same again where there was no reply, or one that says so. */
async function call(path, init = {}) {
  const headers = { Authorization: `Bearer ${KEY}`, 'Accept-Language': 'en', ...init.headers }
  for (let seconds = 1, tries = 1; ; seconds *= 2, tries += 1) {
    const request = { ...init, headers, signal: AbortSignal.timeout(30_000) }
    const reply = await fetch(base + path, request).catch((error) => error)
    if (reply instanceof Response && reply.status !== 429 && reply.status < 500) {
      const body = await reply.json()
      if (reply.ok) return body
      throw new Error(`${reply.status} ${body.code}: ${body.detail} ${JSON.stringify(body.errors ?? [])}`)
    }
    if (tries === 6) throw new Error('The region does not answer.', { cause: reply })
    const after = reply instanceof Response ? Number(reply.headers.get('retry-after')) : 0
    await pause(Math.max(after, seconds) * 1000)
  }
}

const message = {
  text: 'В Грозном на улице Садовой яма на дороге.',
  author: { email: 'citizen@example.org' },
}
const { id } = await call('/v1/messages', {
  method: 'POST',
  // The key is kept beside the message: a repetition with it does nothing twice.
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
  body: JSON.stringify(message),
})

let status = 'routing'
for (let looks = 0; status === 'routing' && looks < 10; looks += 1) {
  if (looks > 0) await pause(2_000)
  status = (await call(`/v1/cases/${id}`)).status
}
console.log(id, status)
