// Posts messages at a rate of its own, whatever becomes of them, and notes every reply. In a process of its own, so that what this
// takes is not counted as the region's. Started by flood.ts: node post-flood.ts URL KEY BODY COUNT PER_SECOND FILE
import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { post, type Posted } from './posting.ts'

const [url = '', key = '', body = '', count, perSecond, file = ''] = process.argv.slice(2)
const startedAt = performance.now()
const underWay: Promise<Posted>[] = []
for (let index = 0; index < Number(count); index += 1) {
  const dueAt = startedAt + (index * 1000) / Number(perSecond)
  if (dueAt > performance.now()) await pause(dueAt - performance.now())
  underWay.push(post({ url, key, body }, `flood-${index}`))
}
const sentMs = performance.now() - startedAt
const posted = await Promise.all(underWay)
writeFileSync(file, JSON.stringify({ posted, sentMs, repliedMs: performance.now() - startedAt }))
