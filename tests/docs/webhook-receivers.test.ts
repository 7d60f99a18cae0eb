// The receivers that docs/webhooks.md gives to copy: each is started as it stands, takes what we sign, by either secret while one is
// replaced, and refuses everything else.
import { randomBytes } from 'node:crypto'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newWebhookSecret, signedHeaders } from '../../functions/webhooks/signature.ts'

const folder = mkdtempSync(join(tmpdir(), 'receivers-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const one of running) one.kill()
  rmSync(folder, { recursive: true })
})

const text = readFileSync('docs/webhooks.md', 'utf8')
const sampleIn = (language: string) => new RegExp(`\`\`\`${language} receiver\n([^]*?)\`\`\``).exec(text)![1]!
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

const secret = newWebhookSecret(randomBytes)
const old = newWebhookSecret(randomBytes)
const body =
  '{"type":"assigned","data":{"caseId":"95-261123-7K4QF","status":"assigned","externalId":"Ё ə 😀 \u2028 </script>"}}'
const nowPlus = (ms: number) => new Date(Date.now() + ms).toISOString()
const signed = (at = nowPlus(0), by = [{ secret }]) => signedHeaders(by, '95-261123-7K4QF.2', at, body)

describe.each([
  ['js', process.execPath, 'receiver.mjs'],
  ['python', 'python3', 'receiver.py'],
])('the receiver in %s', (language, program, file) => {
  it.skipIf(!isThere(program))('takes what is ours and nothing else', async () => {
    writeFileSync(join(folder, file), sampleIn(language))
    const port = await freePort()
    const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret }
    running.push(spawn(program, [join(folder, file)], { env, stdio: 'ignore' }))
    const send = async (headers: Record<string, string>, sent = body): Promise<number> => {
      const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: sent })
      return status
    }
    await expect.poll(() => send(signed()).catch(() => 0), { timeout: 20_000 }).toBe(204)
    const both = [{ secret: old }, { secret }]
    expect(await send(signed(nowPlus(0), both))).toBe(204)
    expect(await send(signed(nowPlus(0), [{ secret: old }]))).toBe(401)
    expect(await send(signed(), body.replace('assigned', 'closed'))).toBe(401)
    expect(await send({ ...signed(), 'webhook-id': '95-261123-7K4QF.3' })).toBe(401)
    expect(await send(signed(nowPlus(-6 * 60_000)))).toBe(401)
    expect(await send({})).toBe(401)
  })
})
