// Tells whoever has an endpoint of webhooks that it was stopped, once. Called by the handler.
import type { StopMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { WEBHOOK_OWNER } from '../mail/tags.ts'
import { webhookLetter } from '../mail/webhook-letter.ts'
import { claimStopMail, markStopMail } from '../store/stop-mails.ts'
import type { Effects } from './pending-notice.ts'

/** @throws when it is to be tried again */
export async function sendStopMail(
  { endpoint, since }: StopMessage,
  { now, random, couriers }: Effects,
): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const at = now()
  const mail = await claimStopMail(tableName, endpoint, since, at)
  if (!mail) return log('mail about a webhook not sent', { endpoint })
  const language = region.languages[0]!
  const handed = await couriers.email.send({
    region,
    notices: [],
    recipient: WEBHOOK_OWNER,
    letter: webhookLetter(region, language, mail),
    language,
    to: { address: mail.email, name: '' },
    at,
    random,
  })
  if (handed.outcome === 'later') {
    await markStopMail(tableName, endpoint, since, 'waiting')
    throw handed.error
  }
  await markStopMail(tableName, endpoint, since, handed.outcome)
  if (handed.outcome === 'refused') return logError('mail about a webhook refused', handed.error, { endpoint })
  log('mail about a webhook sent', { endpoint, why: mail.why })
}
