// A mail that is not taken stays in the bucket as long as all mails do. Called by the steps of inbox.
import { deployedRegion } from '../edge/environment.ts'
import { count, log } from '../edge/log.ts'

/** What SES found out itself; whoever is on duty hears of all other reasons. */
const expected = ['virus', 'spam']

export function leave(why: string): void {
  log('mail left in the bucket', { why })
  if (!expected.includes(why)) count('MailLeft', 1, deployedRegion(), { why })
}
