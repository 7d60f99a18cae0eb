// A whole region for the journeys: the stack synthesized for the tests on a local engine with a data folder of its own.
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Desk, deskFor } from '../../functions/case/desk.ts'
import { isQuiet, morningAfter } from '../../functions/case/notices/quiet-hours.ts'
import { WarmWorkers } from '../../local/warm-workers.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { type LocalRegion, startLocalRegion } from '../../tools/local-region.ts'
import { type Mail, mailboxAt } from '../../tools/mailboxes.ts'
import { type Page, typeCode } from '../../tools/visitor.ts'
import { documentFetch } from './documented-fetch.ts'

export interface RegionAtWork extends LocalRegion {
  readonly region: ReturnType<typeof loadRegion>
  readonly dataDir: string
  post(message: unknown, idempotencyKey?: string): Promise<Response>
  get(caseId: string): Promise<CaseView>
  /** Waits until everything that was set going has come to rest, then gives the last mail to an address. */
  lastMail(to: Addressee): Promise<Mail>
  /** Oldest first. */
  mails(to: Addressee): Promise<Mail[]>
  /** Types the code that was mailed to an address into the page that asks for it. */
  typeCode(page: Page, to: string): Promise<Page>
  /** The people of the control centre in the order in which a case asks them now. */
  desk(caseId: string): Desk
  /** Moves the clock to five minutes after the next hour at which officials are written to, if it is a quiet one now: the digest has run by then, and the sweep asks for nothing yet. */
  morning(): Promise<void>
  end(): Promise<void>
}

/** An address, or people of whom a case asks one. */
export type Addressee = string | readonly { readonly email: string }[]

interface CaseView {
  readonly id: string
  readonly status: string
  readonly outcome: string | null
  readonly answer: { text: string } | null
  readonly rating: { score: number; solved: boolean } | null
  readonly deadlines: { clock: string; due: string; missed: boolean; paused: boolean }[]
  readonly history: { seq: number; type: string; by: string }[]
  readonly notices: {
    seq: number
    recipient: string
    organisation: string | null
    kind: string
    status: string
    until: string | null
    endedAt: string | null
    attempts: number
  }[]
}

const MINUTE = 60_000
let posted = 0

/** Of the regions of this process, one after another: the functions of the next one are loaded and compiled already. */
const warm = new WarmWorkers()
let running = 0

/**
 * Starts a region; `startAt` is the engine's time at the start (ISO).
 * @param change what is different in its file
 * @param permissions whether its functions may do with the table only what their roles' policies say; holding them to it takes
 *   time, and some journeys are enough
 * @param assembly the stack, where it is not the sample region's as it is
 */
export async function regionAtWork(
  startAt: string,
  change?: (region: Region) => Region,
  permissions = true,
  assembly = inject('assembly'),
): Promise<RegionAtWork> {
  documentFetch()
  running += 1
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-'))
  const local = await startLocalRegion({
    region: '95',
    dataDir,
    port: 0,
    mailboxPort: 0,
    startAt,
    standing: true,
    permissions,
    ...(running === 1 && { warm }),
    assembly: change ? changedAssembly(assembly, change) : assembly,
  })
  const { engine, key } = local
  const region = change ? change(loadRegion('95')) : loadRegion('95')
  const box = mailboxAt(engine.mailboxUrl)
  const mails = async (to: Addressee) => {
    await engine.idle()
    const addresses = typeof to === 'string' ? [to] : to.map(({ email }) => email)
    const found = await Promise.all(addresses.map((address) => box.to(address)))
    return found.flat().sort((one, other) => Number(one.id) - Number(other.id))
  }
  return {
    ...local,
    region,
    dataDir,
    mails,
    desk: (caseId) => deskFor(region, { id: caseId }, new Date(engine.now()).toISOString()),
    post: (message, idempotencyKey = `journey-${(posted += 1)}`) =>
      fetch(`${engine.apiUrl}/v1/messages`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${key}`,
          'Idempotency-Key': idempotencyKey,
          'Content-Type': 'application/json',
        },
        body: typeof message === 'string' ? message : JSON.stringify(message),
      }),
    async get(caseId) {
      await engine.idle()
      const reply = await fetch(`${engine.apiUrl}/v1/cases/${caseId}`, { headers: { Authorization: `Bearer ${key}` } })
      if (!reply.ok) throw new Error(`GET ${caseId}: ${reply.status} ${await reply.text()}`)
      return (await reply.json()) as CaseView
    },
    async morning() {
      const now = engine.now()
      if (isQuiet(region, now)) await engine.advance(Date.parse(morningAfter(region, now)) - now + 5 * MINUTE)
    },
    async lastMail(to) {
      const last = (await mails(to)).at(-1)
      if (!last) throw new Error(`There is no mail to ${JSON.stringify(to)}.`)
      return last
    },
    async typeCode(page, to) {
      return typeCode(page, (await mails(to)).at(-1)?.text ?? '')
    },
    async end() {
      await engine.stop()
      running -= 1
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Kept until the run ends (tests/stack/folder.ts): a second file that wants the same finds its functions loaded. */
const changed = new Map<string, string>()

/** The same stack, with another region.json beside the functions' code. */
function changedAssembly(assembly: string, change: (region: Region) => Region): string {
  const files = globSync('asset.*/region.json', { cwd: assembly })
  const text = (file: string) =>
    JSON.stringify(change(JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Region))
  const what = `${assembly} ${text(files[0]!)}`
  const folder = changed.get(what) ?? mkdtempSync(join(inject('stackFolder'), 'changed-'))
  if (!changed.has(what)) {
    cpSync(assembly, folder, { recursive: true })
    for (const file of files) writeFileSync(join(folder, file), text(file))
    changed.set(what, folder)
  }
  return folder
}
