// Finds what would fail at AWS or lead nowhere: a production without what it needs, names kept for examples, senders that SES
// does not confirm, stages that would take something from each other. Called by check.ts.
import { checkAddresses } from './check-address.ts'
import { bounceDomain, isReserved, receivingRegions } from './aws.ts'
import { expect, type Mistake } from './mistakes.ts'
import type { Contact, RegionFile } from './schema.ts'
import { senderAt, trials } from './stages.ts'

type People = readonly { readonly path: string; readonly contact: Contact }[]
/** What a file says of where a region is, at itself or at a trial of it. */
interface Part {
  readonly mail?: Pick<RegionFile['mail'], 'domain' | 'from'> & { readonly replyTo?: string }
  readonly publicUrl?: string
  readonly alarmRecipients?: readonly string[]
}
type Parts = readonly (readonly [path: string, part: Part])[]

export function checkDeployment(region: RegionFile, people: People): Mistake[] {
  const { mail, web, alarmRecipients, stages } = region
  const all: Parts = [
    ['', { mail, alarmRecipients, ...(web.publicUrl && { publicUrl: web.publicUrl }) }],
    ...Object.entries(stages).map(([name, part]) => [`stages.${name}.`, part] as const),
  ]
  return [
    ...productionNeeds(region),
    ...reservedNames(region, all, people),
    ...answersAreRead(region),
    ...mailsAreReceived(region),
    ...checkAddresses(region),
    ...all.flatMap(([path, part]) => senderDomain(part, path)),
    ...apart([
      ['mail.domain', mail.domain],
      ...trials.map((stage) => [`stages.${stage}.mail.domain`, senderAt(region, stage).domain] as const),
    ]),
    ...apart(
      all.map(([path, part]) => [path ? `${path}publicUrl` : 'web.publicUrl', part.publicUrl?.replace(/\/$/, '')]),
    ),
  ]
}

/** What a region that serves people cannot do without. */
function productionNeeds({ production, web, aws }: RegionFile): Mistake[] {
  if (!production) return []
  const isMissing = 'is missing where "production" is true: '
  return [
    ...expect(web.waf, 'web.waf', `${isMissing}without the firewall one sender can take the whole door`),
    ...expect(
      web.publicUrl !== undefined,
      'web.publicUrl',
      `${isMissing}links in mails must outlive the stack's own URL`,
    ),
    ...expect(
      web.certificateArn !== undefined,
      'web.certificateArn',
      `${isMissing}without a certificate nothing answers at web.publicUrl`,
    ),
    ...expect(aws.account !== undefined, 'aws.account', `${isMissing}else whose credentials are at hand decides`),
  ]
}

/** A name kept for examples belongs to nobody: SES never confirms it, and no mail arrives there. */
function reservedNames({ production, aws }: RegionFile, all: Parts, people: People) {
  if (!production && !aws.account) return []
  const hosts = all.flatMap(([path, { mail, publicUrl, alarmRecipients = [] }]) => [
    ...(mail ? [{ path: `${path}mail.domain`, host: mail.domain }] : []),
    ...(mail?.replyTo ? [{ path: `${path}mail.replyTo`, host: hostOf(mail.replyTo) }] : []),
    ...(publicUrl ? [{ path: path ? `${path}publicUrl` : 'web.publicUrl', host: new URL(publicUrl).hostname }] : []),
    ...alarmRecipients.map((address, index) => ({ path: `${path}alarmRecipients[${index}]`, host: hostOf(address) })),
  ])
  const theirs = people.map(({ path, contact }) => ({ path: `${path}.email`, host: hostOf(contact.email) }))
  return [...hosts, ...(production ? theirs : [])].flatMap(({ path, host }) =>
    expect(!isReserved(host), path, `"${host}" is a name kept for examples (RFC 2606): take one of yours`),
  )
}

function senderDomain({ mail }: Part, path: string): Mistake[] {
  if (!mail) return []
  const host = hostOf(mail.from)
  const isOurs = host === mail.domain || host.endsWith(`.${mail.domain}`)
  const message = `is not of "${mail.domain}", the domain that SES confirms: take an address of it`
  const back = bounceDomain(mail.domain)
  return [
    ...expect(isOurs, `${path}mail.from`, message),
    ...(['from', 'replyTo'] as const).flatMap((name) =>
      expect(
        hostOf(mail[name] ?? '') !== back,
        `${path}mail.${name}`,
        `is of "${back}", where SES takes what comes back: take an address of another domain`,
      ),
    ),
  ]
}

/** Whoever answers a mail, instead of pressing its button, has written to somebody. */
function answersAreRead({ mail: { replyTo } }: RegionFile): Mistake[] {
  const says = /^(no|not|do-?not)[-._]?reply/i.test(replyTo)
  return expect(!says, 'mail.replyTo', 'says itself that nobody reads it: take the mailbox of an office')
}

/** SES receives for domains that it has confirmed, and for those below them, and not everywhere. */
function mailsAreReceived({ mail: { inbox, domain, from, replyTo }, aws }: RegionFile): Mistake[] {
  if (!inbox) return []
  const host = hostOf(inbox.address)
  const taken = [from, replyTo].find((one) => one.toLowerCase() === inbox.address.toLowerCase())
  const path = 'mail.inbox.address'
  return [
    ...expect(
      receivingRegions.includes(aws.region),
      'mail.inbox',
      `cannot be in ${aws.region}, where SES receives no mail: leave it out, and replies go to mail.replyTo; or take one of ${receivingRegions.join(', ')}`,
    ),
    ...expect(
      (host === domain || host.endsWith(`.${domain}`)) && host !== bounceDomain(domain),
      path,
      `is not of "${domain}", which SES confirms, nor of one below it: take e.g. "in.${domain}"`,
    ),
    ...expect(!taken, path, `"${taken}" is an address by which the region writes, or that people read: take another`),
    ...expect(!inbox.address.includes('+'), path, 'has a "+", which addresses for replies add: take one without'),
    ...expect(
      inbox.address.indexOf('@') <= MOST_BEFORE_AT,
      path,
      `has more than ${MOST_BEFORE_AT} letters before the "@", so that addresses for replies would be longer than RFC 5321 allows`,
    ),
  ]
}

/** 64 (RFC 5321, 4.5.3.1.1) less what a reply's address adds. */
const MOST_BEFORE_AT = 22

/** What SES or people know once cannot be of two stages. */
function apart(values: readonly (readonly [path: string, value: string | undefined])[]): Mistake[] {
  return values.flatMap(([path, value], index) => {
    const owner = values.slice(0, index).find(([, other]) => value !== undefined && other === value)
    return expect(!owner, path, `"${value}" is already ${owner?.[0]}: give each stage its own`)
  })
}

function hostOf(address: string) {
  return address.slice(address.lastIndexOf('@') + 1)
}
