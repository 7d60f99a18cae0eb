// Fills a fresh region on this machine with invented cases of the last days, and mails whoever tries it a link to sign in for each role. Called by
// npm start -- --demo.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarOf } from '../functions/calendar/calendar.ts'
import { plusDays } from '../functions/calendar/dates.ts'
import { staffOf } from '../functions/case/staff.ts'
import type { Region } from '../regions/schema.ts'
import { demonstrate } from '../simulation/demo/demonstrate.ts'
import type { LocalOptions, LocalRegion } from './local-region.ts'
import { mailboxAt } from './mailboxes.ts'
import { refuse } from './refuse.ts'
import { reachTable } from './region-table.ts'
import { progress } from './replay/progress.ts'
import { send } from './visitor.ts'

const ENDPOINT = 'AWS_ENDPOINT_URL_DYNAMODB'
const DAY_MS = 86_400_000
const DAYS = 30
const CASES = 300
const SEED = 1
/** Beside the data: "begun" until all cases are there. */
const MARK = 'demo'

/**
 * Fills the folder's region, where that was not done before; it ends at the engine's time of `now`.
 * @param start starts the region; @param now ms, UTC
 */
export async function fillOnce(
  region: Region,
  dataDir: string,
  start: (more: Partial<LocalOptions>) => Promise<LocalRegion>,
  now: number,
  { cases = CASES, days = DAYS } = {},
): Promise<void> {
  const mark = join(dataDir, MARK)
  if (existsSync(join(dataDir, 'engine.db')))
    return existsSync(`${mark}.begun`) || !existsSync(mark)
      ? refuse('--demo fills a fresh region, and this one has data of its own: npm run reset empties it.')
      : undefined
  const startsAt = now - days * DAY_MS
  const local = await start({ startAt: new Date(startsAt).toISOString(), standing: true })
  writeFileSync(`${mark}.begun`, '')
  const given = process.env[ENDPOINT]
  reachTable(local.engine.endpoints[ENDPOINT]!)
  console.log(`${cases} invented cases live through the last ${days} days, once: some minutes on a small machine.`)
  const begun = Date.now()
  const bar = progress('cases', cases)
  const first = plusDays(calendarOf(region).dateOf(startsAt), 1)
  const statuses = await demonstrate(local, region, { span: { first, days }, cases, seed: SEED, end: now }, () =>
    bar.step(),
  )
  bar.stop()
  await local.engine.stop()
  // The next start takes it for somebody's own engine.
  if (given === undefined) delete process.env[ENDPOINT]
  const stand = [...statuses].map(([status, count]) => `${status} ${count}`).join(', ')
  console.log(`After ${Math.round((Date.now() - begun) / 1000)} s: ${stand}.`)
  writeFileSync(mark, stand)
  rmSync(`${mark}.begun`)
}

export interface SignInLink {
  readonly role: string
  readonly name: string
  readonly email: string
  /** Undefined where too many were mailed just now. */
  readonly link: string | undefined
}

/** A link to sign in as each role, as it is mailed to one of its people. */
export async function signInLinks({ engine }: LocalRegion, region: Region): Promise<SignInLink[]> {
  const staff = staffOf(region)
  const roles = [...new Set(staff.flatMap((one) => one.roles))]
  const links: SignInLink[] = []
  for (const role of roles) {
    const { contact } = staff.find((one) => one.roles[0] === role) ?? staff.find((one) => one.roles.includes(role))!
    links.push({ role, name: contact.name, email: contact.email, link: await linkFor(engine, contact.email) })
  }
  return links
}

async function linkFor(engine: LocalRegion['engine'], email: string): Promise<string | undefined> {
  const box = mailboxAt(engine.mailboxUrl)
  const url = `${engine.apiUrl}/console/sign-in`
  const before = (await box.to(email)).length
  const reply = await fetch(url)
  const page = { url, status: reply.status, html: await reply.text() }
  await send(page, 'name="email"', { email, step: 'ask' })
  await engine.idle()
  const mails = await box.to(email)
  return mails.length > before ? /https?:\S+\/console\/sign-in\/[a-z0-9]{32}/.exec(mails.at(-1)!.text)?.[0] : undefined
}
