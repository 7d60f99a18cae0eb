// Whether SES will send the region's mail, and take mails in: production access, reputation, rate, the domain's identity, people it sends
// nothing to, the active rule set.
// Called by checks.ts.
import type { DkimAttributes, MailFromAttributes } from '@aws-sdk/client-sesv2'
import { isReserved, RULE_SET } from '../../regions/aws.ts'
import { people } from '../../regions/check.ts'
import { standing } from './before.ts'
import { all } from './denied.ts'
import { type Finding, figure, inOrder, missing } from './finding.ts'
import type { Check } from './subject.ts'

/** A day's mails that are nearly used up. */
const NEARLY = 0.8
/** What a case costs in mails (docs/deploying.md). */
const MAILS_A_CASE = 4
const IDENTITY = 'AWS::SES::EmailIdentity'

export const sending: Check = async ({ account, region }) => {
  const found = await account.mail()
  const { Max24HourSend: day = 0, MaxSendRate: rate = 0, SentLast24Hours: sent = 0 } = found?.SendQuota ?? {}
  const { messagesPerSecond } = region.mail
  const where = region.aws.region
  // SES says -1 where there is no limit.
  const mails = day < 0 ? 'any number of mails a day' : `${figure(day)} mails a day`
  const allows = `SES allows ${mails} and ${figure(rate)} a second in ${where}`
  if (!found?.ProductionAccessEnabled)
    return [
      missing(
        `${allows}, to verified addresses only, for the account is in its sandbox: ask for production access in SES's console, with the mails a day that you expect (about ${MAILS_A_CASE} a case).`,
      ),
    ]
  if (found.SendingEnabled === false || found.EnforcementStatus === 'SHUTDOWN')
    return [missing(`SES has stopped the account's mail in ${where}: answer AWS in SES's console, Account dashboard.`)]
  const review = found.EnforcementStatus === 'PROBATION'
  return [
    ...(review
      ? [missing(`SES has the account's mail under review: answer AWS in SES's console, Account dashboard.`)]
      : []),
    rate < messagesPerSecond
      ? missing(
          `${allows}, and mail.messagesPerSecond is ${messagesPerSecond}: write ${Math.max(1, Math.floor(rate))} there, or ask AWS for more.`,
        )
      : inOrder(`${allows}; mail.messagesPerSecond is ${messagesPerSecond}.`),
    ...(day > 0 && sent >= day * NEARLY
      ? [missing(`${figure(sent)} of the day's ${figure(day)} mails are sent already: ask AWS for more.`)]
      : []),
  ]
}

export const identity: Check = async (subject) => {
  const { account, region } = subject
  const { domain } = region.mail
  if (isReserved(domain))
    return [
      missing(
        `${domain} is a name kept for examples, with which the deployment is refused: write a domain of yours into mail.domain and mail.from.`,
      ),
    ]
  const [found, resources = []] = await all(account.identity(domain), standing(subject))
  const isOurs = resources.some(({ type, physicalId }) => type === IDENTITY && physicalId === domain)
  if (!isOurs)
    return [
      found
        ? missing(
            `${domain} is an identity of SES already, made by something else, so that the deployment would end with "already exists": delete it there if nothing else sends by it, or take another domain as mail.domain.`,
          )
        : inOrder(
            `${domain} is no identity of SES yet: the deployment makes it, and its DKIM records go into the DNS then.`,
          ),
    ]
  if (!found)
    return [missing(`${domain} was deleted in SES by hand: make it there again, or deploy under another mail.domain.`)]
  return [dkim(domain, found.DkimAttributes ?? {}), ...mailFrom(region.aws.region, found.MailFromAttributes ?? {})]
}

function dkim(
  domain: string,
  { Status, Tokens = [], SigningHostedZone = 'dkim.amazonses.com' }: DkimAttributes,
): Finding {
  if (Status === 'SUCCESS') return inOrder(`${domain} is confirmed with SES, and its mail is signed (DKIM).`)
  const says = `${domain} is not confirmed with SES (DKIM: ${Status})`
  if (Tokens.length === 0) return missing(`${says}: begin it in SES's console, Identities.`)
  const records = Tokens.map((token) => `${token}._domainkey.${domain} CNAME ${token}.${SigningHostedZone}`)
  return missing(`${says}: put into its DNS ${records.join(', ')}.`)
}

/** The domain to which mail comes back, where the identity has one of its own. */
function mailFrom(awsRegion: string, { MailFromDomain, MailFromDomainStatus }: Partial<MailFromAttributes>): Finding[] {
  if (!MailFromDomain) return []
  if (MailFromDomainStatus === 'SUCCESS') return [inOrder(`Mail that comes back goes to ${MailFromDomain}.`)]
  const records = `MX "10 feedback-smtp.${awsRegion}.amazonses.com" and TXT "v=spf1 include:amazonses.com ~all"`
  return [missing(`SES does not find ${MailFromDomain} (${MailFromDomainStatus}): put into its DNS ${records}.`)]
}

/** Of a region that reads mails. */
export const receiving: Check = async ({ account, region }) => {
  const { inbox } = region.mail
  if (!inbox) return []
  const name = await account.ruleSet()
  const where = `--region ${region.aws.region}`
  if (name === RULE_SET) return [inOrder(`SES takes mails in by the rule set ${RULE_SET}, which is active.`)]
  const make = `aws ses create-receipt-rule-set --rule-set-name ${RULE_SET} ${where} and aws ses set-active-receipt-rule-set --rule-set-name ${RULE_SET} ${where}`
  return [
    name === undefined
      ? missing(`SES takes no mails in, and mail.inbox asks for it: ${make}, once for the account.`)
      : missing(
          `SES takes mails in by the rule set ${name}, and one alone is active: ${make}; copy the rules of ${name} into it first, or their mails are refused.`,
        ),
  ]
}

export const suppression: Check = async ({ account, region }) => {
  const list = await account.suppressed()
  const found = people(region).filter(({ contact }) => list?.has(contact.email.toLowerCase()))
  if (found.length === 0) return [inOrder('SES keeps mail from nobody whom the file names.')]
  const who = [...new Set(found.map(({ contact }) => contact.id))].join(', ')
  return [
    missing(
      `SES sends nothing to ${who}, whose addresses came back or complained once: mend the addresses in the file, or take them off the list with aws sesv2 delete-suppressed-destination --region ${region.aws.region} --email-address ADDRESS.`,
    ),
  ]
}
