// Sends to an address the links of its own cases, when somebody asked for them: nothing that anybody wrote, and nothing where there
// is no case. Called by the handler.
import type { Region } from '../../regions/schema.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { LinksMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { issueLink, pathOf } from '../links/links.ts'
import { linksLetter } from '../mail/links-letter.ts'
import { claimLinks, noteLinksSent } from '../store/asked-links.ts'
import { issueLinkTo } from '../store/links.ts'
import { loadCaseFile } from '../store/load.ts'
import { addressHash, casesUnder } from '../store/persons.ts'
import { isUnwanted } from '../store/unwanted.ts'
import type { Effects } from './pending-notice.ts'

/** The newest so many, open or closed not long ago. */
const MOST_CASES = 20
const RECENT_MS = 365 * 86_400_000

/** @throws when it is to be tried again. */
export async function sendLinks({ person, ask, language }: LinksMessage, effects: Effects): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const at = effects.now()
  const files = await casesOfReader(region, person, at)
  const address = files[0] && firstMessage(files[0])?.author?.email
  if (!address || !(await claimLinks(tableName, person, ask, at))) return log('links not sent', { cases: files.length })
  const cases: { state: CaseFile['state']; url: string }[] = []
  for (const { state } of files) {
    const { secret, hash, link } = issueLink(state, 'track', 'citizen', at, effects.random)
    await issueLinkTo(tableName, hash, { ...link, mailed: true })
    cases.push({ state, url: `${environment('PUBLIC_URL')}${pathOf.track}${secret}` })
  }
  const handed = await effects.couriers.email.send({
    region,
    // What comes back of it is told to the cases it names, as of their first mail.
    notices: files.map(({ state }) => ({ caseId: state.id, seq: 1 })),
    recipient: 'citizen',
    letter: linksLetter({ region, language, cases }),
    language,
    to: { address, name: '' },
    at,
    random: effects.random,
  })
  if (handed.outcome === 'later') throw handed.error
  if (handed.outcome === 'refused') return logError('links refused', handed.error, { cases: files.length })
  await noteLinksSent(tableName, person, ask, effects.now())
  log('links sent', { cases: files.length })
}

/** The cases whose mails go to the address with this hash, the newest first: numbers begin with the day. */
async function casesOfReader({ code }: Region, person: string, at: string): Promise<CaseFile[]> {
  const tableName = environment('TABLE_NAME')
  const unwanted = await isUnwanted(tableName, person, at)
  const ids = (await casesUnder(tableName, person, at)).filter((id) => id.startsWith(`${code}-`))
  const found: CaseFile[] = []
  for (const id of ids.sort().reverse()) {
    if (found.length === MOST_CASES) break
    const file = await loadCaseFile(tableName, id, at)
    if (file && isTold(file, unwanted, at) && (await isAddressOf(file, person))) found.push(file)
  }
  return found.sort((one, other) => other.state.receivedAt.localeCompare(one.state.receivedAt))
}

/** Not of a test, nor where its reader said that it is not theirs; an address that wants no mails is told of what it confirmed. */
function isTold({ state }: CaseFile, unwanted: boolean, at: string): boolean {
  const { test, erasedAt, reach, mailing, status, updatedAt } = state
  if (test || erasedAt || reach === 'none' || mailing === 'stopped' || mailing === 'never') return false
  if (unwanted && mailing !== 'confirmed') return false
  return !['closed', 'rejected'].includes(status) || Date.parse(at) - Date.parse(updatedAt) < RECENT_MS
}

async function isAddressOf(file: CaseFile, person: string): Promise<boolean> {
  const email = firstMessage(file)?.author?.email
  return email !== undefined && (await addressHash(environment('TABLE_NAME'), email)) === person
}
