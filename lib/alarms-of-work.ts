// The alarms of the region's own work: when queues, functions, the way out of the table or the sweep stand still.
// Called by region-stack.ts.
import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Region } from '../regions/schema.ts'
import { MAX_OF_MINUTE, ourOwn, type Rules, SUM_OF_5_MINUTES } from './alarm-rule.ts'
import type { OtklikFunction } from './function.ts'
import type { WorkQueue } from './work-queue.ts'

/** Figures may wait: their dead letters tell. */
const OLDEST_MINUTES: Readonly<Record<string, number>> = {
  Routing: 5,
  Notices: 15,
  Ticks: 5,
  Bounces: 15,
  Webhooks: 15,
  Photos: 15,
  Mails: 15,
  Heard: 15,
  Speech: 15,
}
const LATE_EVENT_MS = 60_000
const SWEEPLESS_MINUTES = 15

export function queueRules(queues: Readonly<Record<string, WorkQueue>>): Rules {
  const rules: Rules = {}
  for (const [name, { queue, deadLetters }] of Object.entries(queues)) {
    rules[`${name}DeadLetters`] = {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(MAX_OF_MINUTE),
      threshold: 1,
      says: `A message of the queue ${name} failed ten times: read the consumer's log, mend the cause, redrive.`,
      runbook: 'Dead letters',
    }
    const oldest = OLDEST_MINUTES[name]
    if (!oldest) continue
    rules[`${name}Age`] = {
      metric: queue.metricApproximateAgeOfOldestMessage(MAX_OF_MINUTE),
      threshold: oldest * 60,
      says: `The oldest message of the queue ${name} waits too long: see whether its consumer runs, is throttled or fails.`,
      runbook: 'A queue falls behind',
      periods: 3,
    }
  }
  return rules
}

/**
 * Of the account: the functions share its concurrency. That one of them fails is heard where its work is missed: at the
 * door, by the age of its queue or of the stream, by the silence of its schedule (docs/decisions/0025).
 */
export function functionRules(): Rules {
  return {
    FunctionsThrottled: {
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...SUM_OF_5_MINUTES }),
      threshold: 1,
      says: 'AWS throttles functions of this account: its concurrency is used up; ask for more or find who uses it.',
      runbook: 'Throttling',
    },
  }
}

/** `mappingId` is the UUID of the mapping between the table's stream and dispatch. */
export function dispatchRules(dispatch: OtklikFunction, mappingId: string): Rules {
  const ofMapping = (metricName: string) =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { EventSourceMappingUUID: mappingId },
      ...SUM_OF_5_MINUTES,
    })
  const runbook = 'Events are not dispatched'
  return {
    StreamAge: {
      metric: dispatch.lambda.metric('IteratorAge', MAX_OF_MINUTE),
      threshold: LATE_EVENT_MS,
      says: 'Events wait more than a minute for dispatch: nobody is told of anything until it catches up.',
      runbook,
      periods: 3,
    },
    EventsLost: {
      metric: ofMapping('OnFailureDestinationDeliveredEventCount'),
      threshold: 1,
      says: 'Events were given up by dispatch and lie in the bucket LostEventsBucket: mend the cause, the sweep tells the rest.',
      runbook,
    },
    EventsDropped: {
      metric: ofMapping('DroppedEventCount'),
      threshold: 1,
      says: 'Events were given up by dispatch and not even kept: the sweep finds their cases; see why the bucket refused them.',
      runbook,
    },
    EventsUnkept: {
      metric: dispatch.lambda.metric('DestinationDeliveryFailures', SUM_OF_5_MINUTES),
      threshold: 1,
      says: 'Lambda could not write to the bucket LostEventsBucket: see the rights of dispatch and its key.',
      runbook,
    },
  }
}

/** What a consumer gave up after several tries. */
export function givenUpRules(region: Region): Rules {
  return {
    RoutingFailed: {
      metric: ourOwn('RoutingFailed', region),
      threshold: 1,
      says: 'A message could not be routed in several tries: an operator has its case; mend the fault that the log names.',
      runbook: 'Routing fails',
    },
    CountFailed: {
      metric: ourOwn('CountFailed', region),
      threshold: 1,
      says: 'Clocks of a case could not be measured and are not in the statistics: mend the fault that the log names.',
      runbook: 'A count fails',
    },
    ModelRefused: {
      metric: ourOwn('ModelRefused', region),
      threshold: 1,
      says: 'The model that was put into the table cannot be read by the code that runs: routing goes on with the one before it, or with key words alone.',
      runbook: 'A model is refused',
    },
    DirectoryRefused: {
      metric: ourOwn('DirectoryRefused', region),
      threshold: 1,
      says: 'The newest version of the directory cannot be read by the code that runs: functions go on with the one before it.',
      runbook: 'The directory is refused',
    },
  }
}

export function scheduleRules(sweep: OtklikFunction, digest: OtklikFunction, unswept: Queue, region: Region): Rules {
  const runbook = 'The sweep fails'
  return {
    Unswept: {
      metric: unswept.metricApproximateNumberOfMessagesVisible(MAX_OF_MINUTE),
      threshold: 1,
      says: 'A run of the sweep, the digest, the rollup, the training or the canary failed three times: read its log; the next one does its work.',
      runbook,
    },
    SweepStopped: {
      metric: sweep.lambda.metricInvocations({ period: Duration.minutes(SWEEPLESS_MINUTES), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      says: `No sweep ran for ${SWEEPLESS_MINUTES} minutes: the safety net is gone; look at its schedule.`,
      runbook,
    },
    DigestStopped: {
      metric: digest.lambda.metricInvocations({ period: Duration.minutes(SWEEPLESS_MINUTES), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      says: `The digest did not run for ${SWEEPLESS_MINUTES} minutes: what waited for the morning waits on; look at its schedule.`,
      runbook: 'The digest fails',
    },
    Healed: {
      metric: ourOwn('Healed', region),
      threshold: 1,
      says: 'The sweep had to set something going again: each time is a sign of a fault elsewhere.',
      runbook: 'The sweep heals',
    },
  }
}

export function webhookRules(region: Region): Rules {
  return {
    WebhookStopped: {
      metric: ourOwn('WebhookStopped', region),
      threshold: 1,
      says: 'An endpoint of webhooks took nothing in ten tries, or is gone: its owner was mailed; see which, and what waits for it.',
      runbook: 'A webhook is paused',
    },
  }
}

export function learningRules(region: Region): Rules {
  return {
    ModelDrifted: {
      metric: ourOwn('ModelDrifted', region),
      threshold: 1,
      says: 'The model in force does not fit any more: its decisions are corrected more than was promised, or words or topics are new to it; the log of learn says which.',
      runbook: 'A model drifts',
    },
  }
}

export function inboxRules(region: Region): Rules {
  return {
    MailLeft: {
      metric: ourOwn('MailLeft', region),
      threshold: 1,
      says: 'A mail that came in was not taken and lies in the bucket MailsBucket for its days: the log of inbox says why.',
      runbook: 'A mail is left',
    },
  }
}

export function channelRules(region: Region): Rules {
  return {
    ChannelShut: {
      metric: ourOwn('ChannelShut', region),
      threshold: 1,
      says: 'A social network does not take the token of a channel: what is to be said there waits; see which channel, and add it anew.',
      runbook: 'A channel is shut',
    },
    ChannelSilent: {
      metric: ourOwn('ChannelSilent', region).with({ period: Duration.hours(1) }),
      threshold: 1,
      says: 'A social network has not answered us for three hours: what people write there may not come in.',
      runbook: 'A channel is silent',
      periods: 3,
    },
    AnswersByHand: {
      metric: ourOwn('LeftToHand', region).with({ period: Duration.hours(1) }),
      threshold: 10,
      says: 'Social networks did not take ten messages or more within an hour: operators were mailed each, and citizens wait for them.',
      runbook: 'Answers wait for a hand',
    },
    ChannelLost: {
      metric: ourOwn('ChannelLost', region),
      threshold: 1,
      says: 'A social network does not call us any more, or says that we do not answer: what people write there does not come in.',
      runbook: 'A channel is lost',
    },
  }
}

/** `minutes` from run to run. */
export function canaryRules(canary: OtklikFunction, minutes: number, region: Region): Rules {
  const runbook = 'The canary fails'
  const silence = 3 * minutes
  return {
    CanaryFailed: {
      metric: ourOwn('CanaryFailed', region),
      threshold: 1,
      says: 'A test message did not come through: the log of the canary names the step where it got stuck.',
      runbook,
    },
    CanaryStopped: {
      metric: canary.lambda.metricInvocations({ period: Duration.minutes(silence), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      says: `The canary did not run for ${silence} minutes: nobody tries the region; look at its schedule.`,
      runbook,
    },
  }
}
