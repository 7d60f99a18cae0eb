// Lets some cases live together on the local engine: the stack as synthesized, the functions as bundled, through the
// real SDK clients, on a clock that is moved. Troubles come all the while; then everything is given time to settle.
// Called by npm run simulate.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Case } from '../../../functions/case/case.ts'
import { feedAfter, feedHead } from '../../../functions/store/feed.ts'
import { unpack } from '../../../functions/store/packed.ts'
import { keys } from '../../../functions/store/table.ts'
import { loadRegion } from '../../../regions/load.ts'
import type { Region } from '../../../regions/schema.ts'
import { type LocalRegion, startLocalRegion } from '../../../tools/local-region.ts'
import { reachTable } from '../../../tools/region-table.ts'
import type { Progress } from '../../../tools/replay/progress.ts'
import type { Otklik } from '../../../tools/client/client.ts'
import { post, regionAt } from '../../../tools/replay/client.ts'
import { Chance } from '../../world/random.ts'
import type { Violation } from '../verify/account.ts'
import { verify } from '../verify/verify.ts'
import { accountOf, type Lived } from './account.ts'
import { actOn } from './people.ts'
import { type Trouble, Troubles } from './trouble.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const CODE = '95'
/** Monday, 2 March 2026, 08:00 in Grozny. */
const START = '2026-03-02T05:00:00Z'
const STEP_MINUTES = 5
/** What the sweep makes good on AWS is late by so much at most. */
const LATE_MS = 13 * MINUTE
const REST_DAYS = 3

export interface EngineLives {
  readonly cases: number
  readonly days: number
  readonly seed: number
  /** How far the clock is moved at once. */
  readonly stepMinutes?: number
  /** Days without acts and troubles before the account is taken. */
  readonly restDays?: number
  /** Synthesized before; without it the stack is synthesized. */
  readonly assembly?: string
  readonly progress: (what: string, total: number) => Progress
}

export interface EngineFindings {
  readonly events: number
  readonly mails: number
  readonly troubles: ReadonlyMap<Trouble, number>
  readonly violations: readonly Violation[]
}

export async function liveOnEngine({
  cases,
  days,
  seed,
  assembly,
  restDays = REST_DAYS,
  stepMinutes = STEP_MINUTES,
  progress,
}: EngineLives): Promise<EngineFindings> {
  const chance = new Chance(seed)
  const region = loadRegion(CODE)
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-simulate-'))
  const local = await startLocalRegion({
    ...{ region: CODE, dataDir, port: 0, mailboxPort: 0, startAt: START, standing: true },
    ...(assembly && { assembly }),
  })
  const { engine } = local
  reachTable(engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB']!)
  const client = regionAt(engine.apiUrl, local.key)
  const troubles = new Troubles(local, chance)
  const noon = Date.parse(START) + DAY + 4 * 60 * MINUTE
  troubles.stopStream(noon, noon + DAY)

  const ids: string[] = []
  const stepMs = stepMinutes * MINUTE
  const steps = Math.round((days * DAY) / stepMs)
  /** The schedules look once a step. */
  const pace = { schedulesMs: stepMs, deletingMs: 0 }
  const bar = progress('steps', steps)
  for (let step = 0; step < steps; step += 1) {
    if (ids.length < cases && chance.happens((3 * cases) / steps))
      ids.push(await submit(client, region, chance, ids.length))
    if (ids.length > 0 && chance.happens((8 * cases) / steps)) {
      const { state } = await snapshotOf(local, chance.pick(ids))
      await actOn(local, region, chance, state).catch(() => undefined)
      if (chance.happens(0.1)) await troubles.repeat(state.id, state.version)
    }
    if (chance.happens(0.02)) await troubles.loseClocks(0.2)
    const moving = engine.advance(stepMs, pace)
    if (chance.happens(0.05)) await troubles.kill()
    await moving
    bar.step()
  }
  bar.stop()
  for (let step = 0; step < (restDays * DAY) / stepMs; step += 1) await engine.advance(stepMs, pace)

  const feed = await feedAfter(local.tableName, (await feedHead(local.tableName))!, 0, Number.MAX_SAFE_INTEGER)
  const lived = await Promise.all(
    ids.map(async (id) => accountOf(local, region, id, (await snapshotOf(local, id)).checkAt, feed)),
  )
  const violations = verify(
    lived.map(({ account }) => account),
    { lateMs: LATE_MS + 2 * stepMs },
  )
  const findings = {
    events: lived.reduce((sum, { account }) => sum + account.events.length, 0),
    mails: (await mailIds(local)).length,
    troubles: troubles.met,
    violations: [...violations, ...(await unaccounted(local, lived))],
  }
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return findings
}

async function submit(client: Otklik, region: Region, chance: Chance, index: number): Promise<string> {
  const posted = await post(client, `simulated-${index}`, {
    text: `Сообщение ${index}: не горит фонарь.`,
    ...(chance.happens(0.8) && { topic: chance.pick(region.topics).id }),
    municipality: chance.pick(region.municipalities).id,
    ...(chance.happens(0.8) && { author: { email: `citizen-${index}@example.org` } }),
    regime: chance.happens(0.1) ? 'statutory' : 'message',
  })
  if ('refused' in posted) throw new Error(`A message was refused: ${posted.refused}`)
  return posted.id
}

async function snapshotOf({ document, tableName }: LocalRegion, caseId: string) {
  const { Item } = await document.send(new GetCommand({ TableName: tableName, Key: keys.snapshot(caseId) }))
  const { checkAt } = Item as { readonly checkAt?: string }
  return { state: unpack(Item!['state']) as Case, ...(checkAt && { checkAt }) }
}

async function mailIds({ engine }: LocalRegion): Promise<string[]> {
  const reply = await fetch(`${engine.mailboxUrl}/api/mails?limit=1000000`)
  return ((await reply.json()) as { messageId: string }[]).map(({ messageId }) => messageId)
}

/** Mails nobody has noted: each must belong to a notice that was tried again after a crash. */
async function unaccounted(local: LocalRegion, lived: readonly Lived[]): Promise<EngineFindings['violations']> {
  const notices = lived.flatMap((one) => one.notices)
  const noted = new Set(notices.map(({ mailId }) => mailId))
  const unknown = (await mailIds(local)).filter((id) => !noted.has(id))
  const triedAgain = notices.filter(({ attempts }) => attempts > 1)
  if (unknown.length <= triedAgain.length) return []
  const detail = `${unknown.length} mails are noted nowhere, ${triedAgain.length} notices were tried again`
  return [{ rule: 'nobody is told twice', seq: 0, detail, caseId: '-' }]
}
