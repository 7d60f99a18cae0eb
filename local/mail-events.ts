// Decides by its address what becomes of a mail, and what SES says of it in its own words. Known are the addresses of
// SES's mailbox simulator and, in any domain, those that begin with bounce+, softbounce+ or complaint+. Called by
// mails.ts.
import type { EventBus } from './event-bus.ts'
import { ACCOUNT, REGION } from './resolver.ts'

export type MailOutcome = 'bounce' | 'softbounce' | 'complaint' | 'suppressed'
type Published = 'bounce' | 'complaint' | 'reject'

const simulator: Readonly<Record<string, MailOutcome>> = {
  bounce: 'bounce',
  complaint: 'complaint',
  suppressionlist: 'suppressed',
}
const anywhere: readonly MailOutcome[] = ['bounce', 'softbounce', 'complaint']

/** What becomes of a mail to an address; undefined when it arrives. */
export function outcomeOf(address: string): MailOutcome | undefined {
  const [local = '', domain] = address.toLowerCase().split('@')
  const [name = '', label] = local.split('+')
  if (domain === 'simulator.amazonses.com') return simulator[name]
  return label === undefined ? undefined : anywhere.find((one) => one === name)
}

export interface AcceptedMail {
  readonly messageId: string
  readonly source: string
  readonly subject: string
  readonly recipients: readonly string[]
  readonly configurationSet: string | undefined
  readonly tags: Readonly<Record<string, string>>
  /** ms. */
  readonly at: number
}

export class MailEvents {
  readonly #bus: EventBus
  readonly #published = new Map<string, readonly string[]>()

  constructor(bus: EventBus) {
    this.#bus = bus
  }

  /** Lets a configuration set tell the bus of these kinds of events. */
  publish(configurationSet: string, kinds: readonly string[]): void {
    this.#published.set(configurationSet, [...(this.#published.get(configurationSet) ?? []), ...kinds])
  }

  /** Tells what became of a mail, for each recipient. */
  tell(mail: AcceptedMail): void {
    for (const recipient of mail.recipients) {
      const outcome = outcomeOf(recipient)
      const kind: Published = outcome === 'complaint' ? 'complaint' : 'bounce'
      if (!outcome || !mail.configurationSet || !this.#published.get(mail.configurationSet)?.includes(kind)) continue
      this.#bus.put(eventOf(mail, mail.configurationSet, recipient, outcome))
    }
  }
}

const bounces = {
  bounce: { bounceType: 'Permanent', bounceSubType: 'General', status: '5.1.1', said: '550 5.1.1 user unknown' },
  softbounce: {
    bounceType: 'Transient',
    bounceSubType: 'MailboxFull',
    status: '4.2.2',
    said: '452 4.2.2 mailbox full',
  },
  suppressed: {
    bounceType: 'Permanent',
    bounceSubType: 'OnAccountSuppressionList',
    status: '5.1.1',
    said: 'suppressed',
  },
}

function eventOf(mail: AcceptedMail, set: string, recipient: string, outcome: MailOutcome) {
  const timestamp = new Date(mail.at).toISOString()
  const feedbackId = `${crypto.randomUUID()}-000000`
  const complained = outcome === 'complaint'
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': complained ? 'Email Complaint Received' : 'Email Bounced',
    source: 'aws.ses',
    account: ACCOUNT,
    time: `${timestamp.slice(0, 19)}Z`,
    region: REGION,
    resources: [`arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${set}`],
    detail: {
      eventType: complained ? 'Complaint' : 'Bounce',
      ...(complained
        ? {
            complaint: {
              feedbackId,
              complaintSubType: null,
              complainedRecipients: [{ emailAddress: recipient }],
              timestamp,
              userAgent: 'Amazon SES Mailbox Simulator',
              complaintFeedbackType: 'abuse',
              arrivalDate: timestamp,
            },
          }
        : { bounce: bounceOf(recipient, bounces[outcome], timestamp, feedbackId) }),
      mail: mailOf(mail, set, timestamp),
    },
  }
}

function bounceOf(
  emailAddress: string,
  { bounceType, bounceSubType, status, said }: (typeof bounces)[keyof typeof bounces],
  timestamp: string,
  feedbackId: string,
) {
  return {
    feedbackId,
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress, action: 'failed', status, diagnosticCode: `smtp; ${said}` }],
    timestamp,
    reportingMTA: 'dsn; a8-50.smtp-out.amazonses.com',
  }
}

function mailOf({ messageId, source, subject, recipients, tags }: AcceptedMail, set: string, timestamp: string) {
  const domain = source.split('@').at(-1) ?? ''
  const headers = { From: source, To: recipients.join(', '), Subject: subject }
  return {
    timestamp,
    source,
    sourceArn: `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${domain}`,
    sendingAccountId: ACCOUNT,
    messageId,
    destination: recipients,
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [source], to: recipients, messageId, subject },
    tags: {
      'ses:operation': ['SendRawEmail'],
      'ses:configuration-set': [set],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  }
}
