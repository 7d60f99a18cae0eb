// Tells a responder who gave way to another that their cases went on and their links act no more: of a version of the directory, which
// names both. Called by the handler.
import type { Contact } from '../../regions/schema.ts'
import type { LeftMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { leftLetter } from '../mail/left-letter.ts'
import { OFFICE } from '../mail/tags.ts'
import { listVersions } from '../store/directory-versions.ts'
import { claimLeftMail, markLeftMail } from '../store/left-mails.ts'
import type { Effects } from './pending-notice.ts'

/** @throws when it is to be tried again */
export async function sendLeftMail({ left }: LeftMessage, { now, random, couriers }: Effects): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const at = now()
  const { versions } = await listVersions(tableName, at, left)
  const found = versions.find(({ version }) => version === left)
  const change = found?.differences.find(({ key }) => key.startsWith('people/responder/'))
  const [before, after] = [change?.before, change?.after] as unknown as (Contact | null | undefined)[]
  if (!change || !before || !after) return log('mail to whoever left not sent', { version: left, known: false })
  if (!(await claimLeftMail(tableName, left, at))) return log('mail to whoever left not sent', { version: left })
  const language = region.languages.find((one) => one === before.language) ?? region.languages[0]!
  const organisation = change.key.split('/')[2]!
  const handed = await couriers.email.send({
    region,
    notices: [],
    recipient: OFFICE,
    letter: leftLetter(region, language, organisation, after.name),
    language,
    to: { address: before.email, name: before.name },
    at,
    random,
  })
  if (handed.outcome === 'later') {
    await markLeftMail(tableName, left, 'waiting')
    throw handed.error
  }
  await markLeftMail(tableName, left, handed.outcome)
  if (handed.outcome === 'refused') return logError('mail to whoever left refused', handed.error, { version: left })
  log('mail to whoever left sent', { version: left })
}
