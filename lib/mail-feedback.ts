// What SES says of mails that came to nothing, on its way to a queue: from the region's own configuration set, by the
// account's default bus. Only the mail's tags and what happened pass; its address, its subject and what the other side
// answered stay behind. A rule has no dead letters: EventBridge would put the whole event there, and so it has an
// alarm. Made by region-stack.ts.
import { Stack } from 'aws-cdk-lib'
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
  type ConfigurationSet,
} from 'aws-cdk-lib/aws-ses'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export interface MailFeedbackProps {
  readonly configurationSet: ConfigurationSet
  readonly queue: Queue
  readonly key: IKey
}

export class MailFeedback extends Construct {
  /** By the name of what they let through. */
  readonly rules: Readonly<Record<string, Rule>>

  constructor(scope: Construct, id: string, { configurationSet, queue, key }: MailFeedbackProps) {
    super(scope, id)
    new ConfigurationSetEventDestination(this, 'Events', {
      configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    })
    const set = configurationSet.configurationSetName
    // A path that an event does not have would make its message no JSON, so each rule names only what its events have.
    const rule = (name: string, detailType: string[], message: Record<string, string>, complaint?: object) =>
      new Rule(this, name, {
        eventPattern: {
          source: ['aws.ses'],
          detailType,
          detail: {
            mail: { tags: { 'ses:configuration-set': [set], recipient: [{ exists: true }] } },
            ...(complaint && { complaint }),
          },
        },
        targets: [
          {
            bind: () => ({
              arn: queue.queueArn,
              input: RuleTargetInput.fromObject({
                v: 1,
                tags: EventField.fromPath('$.detail.mail.tags'),
                ...message,
              }),
            }),
          },
        ],
      })
    const event = EventField.fromPath('$.detail.eventType')
    this.rules = {
      Bounced: rule('Bounced', ['Email Bounced'], {
        event,
        bounceType: EventField.fromPath('$.detail.bounce.bounceType'),
      }),
      Complained: rule('Complained', ['Email Complaint Received', 'Email Rejected'], { event }),
      // To somebody who once complained SES sends nothing and calls that a complaint, too: such a mail did not arrive.
      Suppressed: rule(
        'Suppressed',
        ['Email Complaint Received'],
        { event: 'Bounce', bounceType: 'Permanent' },
        { complaintSubType: ['OnAccountSuppressionList'] },
      ),
    }
    this.#letIn(queue, key)
  }

  /**
   * The queue takes from these rules alone. The key has no condition, as the SQS guide has it for EventBridge: the SNS guide
   * calls `aws:SourceAccount` and `aws:SourceArn` unsupported in a key's policy for it, and what a key refuses is lost in silence.
   */
  #letIn(queue: Queue, key: IKey) {
    const principals = [new ServicePrincipal('events.amazonaws.com')]
    const StringEquals = { 'aws:SourceAccount': Stack.of(this).account }
    const arns = Object.values(this.rules).map(({ ruleArn }) => ruleArn)
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals, ArnEquals: { 'aws:SourceArn': arns } },
      }),
    )
    key.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    )
  }
}
