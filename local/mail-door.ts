// Takes mails in as SES does: by the receipt rules of the stack into a bucket, with the headers that SES puts on top. Who wrote a mail is vouched
// for where the sender of the envelope is of the same domain. Called by smtp-door.ts, mail-folder.ts and the mailbox.
import { simpleParser } from 'mailparser'
import type { Clock } from './clock.ts'
import type { Objects } from './objects.ts'
import type { Resolver } from './resolver.ts'
import { resourcesOf, type Template } from './template.ts'

/** As SES (Amazon SES Developer Guide, "Service quotas"; bytes). */
export const MOST_BYTES = 40 * 1024 * 1024

interface ReceiptRule {
  /** Addresses, and domains of which all are meant. */
  readonly recipients: readonly string[]
  readonly bucket: string
  readonly prefix: string
}

/** @throws Error naming a rule or an action that the engine cannot run */
export function receiptRules(template: Template, resolver: Resolver): ReceiptRule[] {
  return resourcesOf(template, 'AWS::SES::ReceiptRule').flatMap(([id, declared]) => {
    const { Rule } = resolver.resolve(declared) as RuleProperties
    const [action, ...others] = Rule.Actions ?? []
    const { BucketName, ObjectKeyPrefix = '', ...unknown } = action?.S3Action ?? {}
    if (others.length > 0 || !BucketName || Object.keys(unknown).length > 0 || !Rule.Recipients?.length)
      throw new Error(
        `The local engine cannot run the receipt rule ${id}: it knows one action, to a bucket, for named recipients.`,
      )
    if (Rule.Enabled === false) return []
    return [
      { recipients: Rule.Recipients.map((one) => one.toLowerCase()), bucket: BucketName, prefix: ObjectKeyPrefix },
    ]
  })
}

interface RuleProperties {
  readonly Rule: {
    readonly Enabled?: boolean
    readonly Recipients?: readonly string[]
    readonly Actions?: readonly {
      readonly S3Action?: { readonly BucketName?: string; readonly ObjectKeyPrefix?: string }
    }[]
  }
}

export interface Envelope {
  /** Empty where nobody is to be told that it did not arrive. */
  readonly from: string
  readonly to: readonly string[]
}

export class MailDoor {
  readonly #rules: readonly ReceiptRule[]
  readonly #objects: Objects
  readonly #clock: Clock

  constructor(rules: readonly ReceiptRule[], objects: Objects, clock: Clock) {
    this.#rules = rules
    this.#objects = objects
    this.#clock = clock
  }

  /** Whether the stack receives any mail. */
  get isOpen(): boolean {
    return this.#rules.length > 0
  }

  /** Whether the stack receives mail to an address. */
  takes(address: string): boolean {
    return this.#rules.some((rule) => isFor(rule, address))
  }

  /** @returns in how many buckets it lies now */
  async accept({ from, to }: Envelope, raw: Buffer): Promise<number> {
    const headers = await this.#headers(from, to, raw)
    const rules = this.#rules.filter((rule) => to.some((address) => isFor(rule, address)))
    for (const { bucket, prefix } of rules) {
      const name = `${prefix}${crypto.randomUUID().replaceAll('-', '')}`
      this.#objects.put(bucket, name, Buffer.concat([Buffer.from(headers), raw]), 'message/rfc822')
    }
    return rules.length
  }

  async #headers(from: string, to: readonly string[], raw: Buffer): Promise<string> {
    const end = raw.indexOf('\r\n\r\n')
    const { from: author } = await simpleParser(end < 0 ? raw : raw.subarray(0, end + 4))
    const domain = (address: string) => address.split('@').at(-1)!.toLowerCase()
    const written = domain(author?.value[0]?.address ?? '')
    const vouches = from !== '' && domain(from) === written ? 'pass' : 'fail'
    const date = new Date(this.#clock.now()).toUTCString().replace('GMT', '+0000')
    return [
      `Return-Path: <${from}>`,
      `Received: from localhost (localhost [127.0.0.1]) by inbound-smtp.local.amazonaws.com with SMTP id ${crypto.randomUUID()}${to.length === 1 ? ` for ${to[0]}` : ''}; ${date}`,
      'X-SES-Spam-Verdict: PASS',
      'X-SES-Virus-Verdict: PASS',
      `Authentication-Results: amazonses.com; spf=${from ? 'pass' : 'none'} client-ip=127.0.0.1; envelope-from=${from}; helo=localhost; dkim=none; dmarc=${vouches} header.from=${written};`,
      '',
    ].join('\r\n')
  }
}

function isFor({ recipients }: ReceiptRule, address: string): boolean {
  const whole = address.toLowerCase()
  return recipients.some((one) => one === whole || whole.endsWith(`@${one}`))
}
