// Sending mail as the region's own domain. No opening or clicking is tracked: that would lead every link, with its
// secret, through another's address. Made by region-stack.ts.
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { ArnFormat, Stack, Token } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { bounceDomain } from '../regions/aws.ts'
import type { Region } from '../regions/schema.ts'
import { acknowledge } from './acknowledge.ts'
import type { OtklikFunction } from './function.ts'

export type MailChannelProps = Pick<Region['mail'], 'domain' | 'from' | 'tls'>

const tlsPolicies = { optional: ConfigurationSetTlsPolicy.OPTIONAL, required: ConfigurationSetTlsPolicy.REQUIRE }

export class MailChannel extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly identity: EmailIdentity
  readonly #from: string

  constructor(scope: Construct, id: string, { domain, from, tls }: MailChannelProps) {
    super(scope, id)
    this.configurationSet = new ConfigurationSet(this, 'Set', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: tlsPolicies[tls],
    })
    this.identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
      // What comes back is heard of by events (mail-feedback.ts); nobody would read SES's mails about it.
      feedbackForwarding: false,
      mailFromDomain: bounceDomain(domain),
      // Until its record is found mails go out as SES's own, rather than not at all.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    })
    this.#from = from
  }

  /**
   * Lets a function send, from the region's address only. While an account is in SES's sandbox the recipient's identity
   * is asked for, too, so the right is to every identity and the sender's address is the limit.
   */
  serve(fn: OtklikFunction): void {
    const set = this.configurationSet.configurationSetName
    fn.tell('CONFIGURATION_SET', set)
    const { region, account } = Stack.of(this)
    acknowledge(
      fn,
      `AwsSolutions-IAM5[Resource::arn:aws:ses:${region}:${Token.isUnresolved(account) ? '<AWS::AccountId>' : account}:identity/*]`,
      'The sandbox asks for the recipient’s identity, too; the condition names the one sender.',
    )
    fn.allow(['ses:SendRawEmail'], [this.#arn('identity', '*'), this.#arn('configuration-set', set)], {
      StringEquals: { 'ses:FromAddress': this.#from },
    })
  }

  #arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }
}
