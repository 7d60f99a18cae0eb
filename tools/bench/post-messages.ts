// Posts messages to a region, in a process of its own, so that what this takes is not counted as the region's. Started by
// message-cpu.ts: node post-messages.ts URL KEY COUNT HANDS BODY
import { randomUUID } from 'node:crypto'
import { inParallel } from '../in-parallel.ts'

const [url = '', key = '', count, hands, body = ''] = process.argv.slice(2)
await inParallel(Array.from({ length: Number(count) }), Number(hands), async () => {
  const reply = await fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body,
  })
  if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`)
  await reply.arrayBuffer()
})
