// The whole machine is killed with -9 in the middle of work and started again: every message that was accepted is one
// case, every case has one mail, and the posts that were lost on the way can simply be sent again.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClock } from '../../local/clock.ts'
import { freePort } from '../../local/dynamo.ts'
import { openState } from '../../local/state.ts'
import { loadRegion } from '../../regions/load.ts'
import { post as postTo, regionAt } from '../../tools/replay/client.ts'
import { inParallel } from '../../tools/in-parallel.ts'
import { isSettled } from '../../tools/replay/report.ts'
import { responderMails } from '../../tools/mailboxes.ts'
import { topicAtAnyHour } from '../../functions/canary/message.ts'

const MESSAGES = 60
/** The region lies dead for so long that nothing which was in work is anybody's any more. */
const DEAD_MS = 10 * 60_000
const home = mkdtempSync(join(tmpdir(), 'otklik-kill-'))
const region = loadRegion('95')
let machine: ChildProcess
let port: number
let mailboxPort: number

/** Starts the region as `npm start` does. @returns once its API answers. */
async function start() {
  machine = spawn(
    process.execPath,
    [resolve('tools/start.ts'), '--port', String(port), '--mailbox-port', String(mailboxPort)],
    { cwd: home, stdio: 'ignore' },
  )
  const key = join(home, '.otklik/95/demo-key')
  const isUp = () =>
    existsSync(key) &&
    fetch(`http://127.0.0.1:${port}/report`).then(
      (reply) => reply.ok,
      () => false,
    )
  while (!(await isUp())) {
    if (machine.exitCode !== null) throw new Error(`The region ended with status ${machine.exitCode}.`)
    await pause(100)
  }
}

async function end(signal: 'SIGKILL' | 'SIGINT') {
  if (machine.exitCode !== null) return
  const gone = new Promise((done) => machine.once('exit', done))
  machine.kill(signal)
  await gone
}

/** Engine time goes on while nothing runs. */
function passDead() {
  const state = openState(join(home, '.otklik/95/engine.db'))
  openClock(state, undefined, false).move(DEAD_MS)
  state.close()
}

beforeAll(async () => {
  port = await freePort()
  mailboxPort = await freePort()
  await start()
})
afterAll(async () => {
  await end('SIGINT')
  rmSync(home, { recursive: true, force: true })
})

it('loses nothing and doubles nothing', async () => {
  const client = regionAt(`http://127.0.0.1:${port}`, readFileSync(join(home, '.otklik/95/demo-key'), 'utf8').trim())
  const topic = topicAtAnyHour(region).id
  const post = (index: number) =>
    postTo(client, `kill-${index}`, { text: `Сообщение ${index}.`, topic, municipality: 'groznyy' })
  const accepted = new Map<number, string>()
  const all = Array.from({ length: MESSAGES }, (_, index) => index)

  let killed: Promise<void> | undefined
  await inParallel(all, 8, async (index) => {
    const posted = await post(index)
    if ('id' in posted) accepted.set(index, posted.id)
    if (accepted.size >= MESSAGES / 3) killed ??= end('SIGKILL').then(passDead).then(start)
  })
  await killed
  expect(accepted.size).toBe(MESSAGES)
  for (const index of all) expect(await post(index)).toEqual({ id: accepted.get(index) })

  const ids = [...accepted.values()]
  expect(new Set(ids).size).toBe(MESSAGES)
  let cases = await Promise.all(ids.map((id) => client.getCase(id)))
  while (!cases.every(isSettled)) {
    await pause(200)
    cases = await Promise.all(ids.map((id) => client.getCase(id)))
  }
  const mails = await responderMails(`http://127.0.0.1:${mailboxPort}`, new Set(ids))
  const repeated = new Set(
    cases.filter((one) => one.notices.some((notice) => notice.attempts > 1)).map((one) => one.id),
  )
  for (const id of ids.filter((one) => !repeated.has(one))) expect(mails.get(id), id).toBe(1)
  for (const id of repeated) expect(mails.get(id)).toBeLessThanOrEqual(2)
})
