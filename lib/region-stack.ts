// One region, in the order its data flow: the front door, the table, the way out of it, the queues and their consumers,
// the timer, the mail, and the sweep behind them all. Made by bin/app.ts for every region's file.
import { CfnOutput, RemovalPolicy, Stack, Tags, type StackProps } from 'aws-cdk-lib'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { ReactionQueue } from '../functions/case/reactions.ts'
import type { Region } from '../regions/schema.ts'
import { acknowledge } from './acknowledge.ts'
import { timerRules, doorRules, feedbackRules, mailRules, tableRules } from './alarms-of-services.ts'
import {
  canaryRules,
  channelRules,
  dispatchRules,
  functionRules,
  givenUpRules,
  inboxRules,
  learningRules,
  queueRules,
  scheduleRules,
  webhookRules,
} from './alarms-of-work.ts'
import { Alarms } from './alarms.ts'
import type { FunctionCode, FunctionName, StandingFunction } from './bundle.ts'
import { CaseTable } from './case-table.ts'
import { Dashboard } from './dashboard.ts'
import { printAddressRecord, printInboxRecord, printMailRecords } from './dns-records.ts'
import { tableRights } from './table-rights.ts'
import { Timer } from './timer.ts'
import { EventOutbox } from './event-outbox.ts'
import { OtklikFunction } from './function.ts'
import { MailChannel } from './mail-channel.ts'
import { MailFeedback } from './mail-feedback.ts'
import { MailInbox } from './mail-inbox.ts'
import { ownAddress } from './own-address.ts'
import { PhotoBucket } from './photo-bucket.ts'
import { refuseExamples } from './refuse-examples.ts'
import { regionKey } from './region-key.ts'
import { FrontDoor } from './rest-api.ts'
import { type LogGroups, SavedQueries } from './saved-queries.ts'
import { SocialNetworks } from './social-networks.ts'
import { runEvery, SWEEP } from './schedule.ts'
import { deadLetterQueue, WorkQueue } from './work-queue.ts'

export interface RegionStackProps extends StackProps {
  readonly region: Region
  readonly code: FunctionCode
}

const SWEEP_MINUTES = 5
/** How late the digest may be. */
const DIGEST_MINUTES = 5
const NIGHTLY_MINUTES = 24 * 60
const WEEKLY_MINUTES = 7 * NIGHTLY_MINUTES
/** What one sender manages at the 150 ms a mail takes. */
const MAILS_PER_SENDER_SECOND = 7

/** Senders at once that stay within what SES allows the region; SQS takes no fewer than 2. */
const sendersFor = (mailsPerSecond: number) => Math.max(2, Math.floor(mailsPerSecond / MAILS_PER_SENDER_SECOND))

export class RegionStack extends Stack {
  constructor(scope: Construct, id: string, { region, code, ...props }: RegionStackProps) {
    super(scope, id, {
      ...props,
      description: `Otklik: case workflow of region ${region.code}, stage ${region.stage}`,
      env: { region: region.aws.region, ...(region.aws.account && { account: region.aws.account }) },
      terminationProtection: region.production,
    })
    const removal = region.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
    const key = regionKey(this, removal)

    const make = (name: FunctionName, memoryMegabytes: number, timeoutSeconds: number, needsRegion = true) =>
      new OtklikFunction(this, name[0]!.toUpperCase() + name.slice(1), {
        code: code(name, needsRegion ? region : undefined),
        memoryMegabytes,
        timeoutSeconds,
        logDays: region.retention.logDays,
        removal,
        key,
      })
    const http = {
      api: make('api', 512, 10),
      report: make('report', 512, 10),
      respond: make('respond', 512, 10),
      track: make('track', 512, 10),
      review: make('review', 512, 10),
      publish: make('publish', 512, 10),
      open311: make('open311', 512, 10),
      console: make('console', 512, 10),
      desk: make('desk', 512, 10),
      acts: make('acts', 512, 10),
      figures: make('figures', 512, 10),
      admin: make('admin', 512, 10),
      call: make('call', 512, 10),
      bulk: make('bulk', 512, 28),
      // Reads a table of 5,000 rows, and makes their cases for some twenty seconds at a time.
      imports: make('imports', 1024, 28),
      signin: make('signin', 512, 10),
      // Checks a whole region at each change, and gives fifty cases on.
      directory: make('directory', 512, 25),
    }
    const dispatch = make('dispatch', 256, 30, false)
    const route = make('route', 512, 30)
    const notify = make('notify', 256, 30)
    const record = make('record', 256, 30)
    const tick = make('tick', 256, 30)
    const bounce = make('bounce', 256, 30)
    const sweep = make('sweep', SWEEP.megabytes, SWEEP.seconds)
    const digest = make('digest', 512, 240, false)
    const rollup = make('rollup', 512, 240)
    const { canary: canaryMinutes, dashboard } = region.watch
    const canary = canaryMinutes ? make('canary', 256, 120) : undefined
    const deliver = region.api.webhooks ? make('deliver', 256, 60) : undefined
    // A picture is drawn by one whole processor, which Lambda gives with so much memory.
    const photos = region.web.photos ? { page: make('photos', 512, 10), redraw: make('redraw', 1769, 60) } : undefined

    // Trains on one whole processor, for a minute or two where ten thousand cases teach; Lambda gives no run more than fifteen.
    const learn = region.routing.learning === 'weekly' ? make('learn', 1769, 900) : undefined
    const passkey = region.web.passkeys ? make('passkey', 512, 10) : undefined
    // A mail of 40 MB is read as a whole, and with a whole processor in two seconds.
    const inbox = region.mail.inbox && { fn: make('inbox', 1769, 60), settings: region.mail.inbox }

    // A message with ten photos takes as long as its network.
    const social = region.channels.length > 0 && { listen: make('listen', 512, 10), hear: make('hear', 512, 60) }

    const { logDays } = region.retention
    const door = new FrontDoor(this, 'Door', {
      ...region.web,
      phone: region.phone,
      logDays,
      removal,
      key,
      functions: {
        ...http,
        ...(photos && { photos: photos.page }),
        ...(passkey && { passkey }),
        ...(social && { listen: social.listen }),
      },
    })
    const cases = new CaseTable(this, 'Cases', { key, removal, deletionProtection: region.production })
    const drawn = photos && { photos: photos.page, redraw: photos.redraw }
    const optional = {
      ...(canary && { canary }),
      ...(deliver && { deliver }),
      ...(passkey && { passkey }),
      ...(learn && { learn }),
      ...drawn,
      ...(inbox && { inbox: inbox.fn }),
      ...social,
    }
    const served = { ...http, route, notify, record, tick, bounce, sweep, digest, rollup, ...optional }
    for (const [name, fn] of Object.entries(served)) cases.serve(fn, tableRights[name as keyof typeof served])

    const outbox = new EventOutbox(this, 'Outbox', { table: cases.table, dispatch, key, removal })
    digest.tell('MAILS_PER_SECOND', String(region.mail.messagesPerSecond))
    const senders = sendersFor(region.mail.messagesPerSecond)
    const routing = new WorkQueue(this, 'Routing', { key, consumer: route, maxConcurrency: 3 })
    const notices = new WorkQueue(this, 'Notices', { key, consumer: notify, maxConcurrency: senders })
    // Figures and the event feed may wait, and few at once seldom meet in one counter or at the end of the feed. In a flood batches are full by themselves;
    // a batching window would let a quiet region's webhooks wait for up to 20 seconds (decision 75).
    const records = new WorkQueue(this, 'Records', { key, consumer: record, maxConcurrency: 2 })
    const { personalDataDays: keptDays } = region.retention
    const bucket = photos && new PhotoBucket(this, 'PhotoBucket', { key, removal, keptDays, redraw: photos.redraw })
    for (const fn of photos ? [photos.page, http.api] : []) bucket?.letSign(fn)
    bucket?.letRead(http.console)
    for (const fn of [...Object.values(http), passkey, social ? social.listen : undefined]) if (fn) bucket?.tell(fn)
    const reactions: Partial<Record<ReactionQueue, WorkQueue>> = {
      ROUTING_QUEUE_URL: routing,
      NOTICES_QUEUE_URL: notices,
      RECORDS_QUEUE_URL: records,
      ...(bucket && { PHOTOS_QUEUE_URL: bucket.queue }),
    }
    const ticks = new WorkQueue(this, 'Ticks', { key, consumer: tick, maxConcurrency: 3 })
    for (const [name, queue] of Object.entries(reactions))
      for (const fn of [dispatch, sweep]) queue.serve(fn, name as ReactionQueue)
    for (const fn of [digest, http.publish, http.signin, http.directory, deliver])
      if (fn) notices.serve(fn, 'NOTICES_QUEUE_URL')
    // One receiver that hangs holds two at most, and all that failed lately one (functions/deliver): somebody is left for the others.
    const webhooks = deliver && new WorkQueue(this, 'Webhooks', { key, consumer: deliver, maxConcurrency: 4 })
    for (const fn of [record, digest, deliver]) if (fn) webhooks?.serve(fn, 'WEBHOOKS_QUEUE_URL')

    const timer = new Timer(this, 'Timer', { ticks: ticks.queue })
    for (const fn of [dispatch, tick, sweep, canary]) if (fn) timer.serve(fn)

    const mail = new MailChannel(this, 'Mail', region.mail)
    mail.serve(notify)
    if (inbox) mail.serve(inbox.fn)
    if (inbox) bucket?.letSend(inbox.fn)
    const mails = inbox && new MailInbox(this, 'Incoming', { key, removal, inbox: inbox.fn, settings: inbox.settings })
    const address = region.web.publicUrl?.replace(/\/$/, '') ?? door.url
    for (const fn of [notify, canary, social && social.hear]) if (fn) fn.tell('PUBLIC_URL', address)
    const bounces = new WorkQueue(this, 'Bounces', { key, consumer: bounce, maxConcurrency: 2 })
    const { configurationSet } = mail
    const feedback = new MailFeedback(this, 'Feedback', { configurationSet, queue: bounces.queue, key })

    const unswept = deadLetterQueue(this, 'Unswept', key)
    runEvery(this, 'SweepSchedule', { minutes: SWEEP_MINUTES, parts: SWEEP.parts, fn: sweep, failed: unswept, key })
    runEvery(this, 'DigestSchedule', { minutes: DIGEST_MINUTES, fn: digest, failed: unswept, key })
    runEvery(this, 'RollupSchedule', { minutes: NIGHTLY_MINUTES, fn: rollup, failed: unswept, key })
    if (learn) runEvery(this, 'LearnSchedule', { minutes: WEEKLY_MINUTES, fn: learn, failed: unswept, key })
    if (social) bucket?.letSend(social.hear)
    const networks =
      social &&
      new SocialNetworks(this, 'Social', {
        ...{ key, channels: region.channels, notify, call: http.call, failed: unswept },
        ...social,
      })
    if (canary && canaryMinutes)
      runEvery(this, 'CanarySchedule', { minutes: canaryMinutes, fn: canary, failed: unswept, key })

    const queues = {
      ...{ Routing: routing, Notices: notices, Records: records, Ticks: ticks, Bounces: bounces },
      ...(webhooks && { Webhooks: webhooks }),
      ...(bucket && { Photos: bucket.queue }),
      ...(mails && { Mails: mails.queue }),
      ...(networks && { Heard: networks.heard, Speech: networks.speech }),
    }
    const rules = {
      ...functionRules(),
      ...dispatchRules(dispatch, outbox.mappingId),
      ...queueRules(queues),
      ...scheduleRules(sweep, digest, unswept, region),
      ...timerRules(timer.machine),
      ...tableRules(cases.table),
      ...doorRules(door.api),
      ...mailRules(region),
      ...givenUpRules(region),
      ...feedbackRules({
        ...feedback.rules,
        ...(bucket && { PhotoSent: bucket.rule }),
        ...(mails && { MailCame: mails.rule }),
      }),
      ...(learn && learningRules(region)),
      ...(mails && inboxRules(region)),
      ...(networks && channelRules(region)),
      ...(canary && canaryMinutes && canaryRules(canary, canaryMinutes, region)),
      ...(webhooks && webhookRules(region)),
    }
    const alarms = new Alarms(this, 'Alarms', { recipients: region.alarmRecipients, key, rules }).all
    const functions = { ...served, dispatch }
    const logs = logsOf(functions, door)
    new SavedQueries(this, 'Queries', logs)
    if (dashboard ?? region.production) {
      const { table } = cases
      new Dashboard(this, 'Dashboard', {
        logs,
        alarms,
        rules,
        queues,
        door: door.api,
        functions,
        table,
        timer: timer.machine,
      })
    }

    for (const action of ['kms:GenerateDataKey*', 'kms:ReEncrypt*']) {
      acknowledge(
        this,
        `AwsSolutions-IAM5[Action::${action}]`,
        'KMS names these actions by family; the resource is the region’s one key.',
      )
    }

    refuseExamples(this, region)

    new CfnOutput(this, 'ApiUrl', { key: 'ApiUrl', value: door.url })
    new CfnOutput(this, 'TableName', { key: 'TableName', value: cases.table.tableName })
    new CfnOutput(this, 'TimerArn', { key: 'TimerArn', value: timer.machine.stateMachineArn })
    if (webhooks) new CfnOutput(this, 'WebhooksQueueUrl', { key: 'WebhooksQueueUrl', value: webhooks.queue.queueUrl })
    new CfnOutput(this, 'LostEventsBucket', { key: 'LostEventsBucket', value: outbox.lost.bucketName })
    if (bucket) {
      new CfnOutput(this, 'PhotosBucket', { key: 'PhotosBucket', value: bucket.bucket.bucketName })
      new CfnOutput(this, 'PhotosQueueUrl', { key: 'PhotosQueueUrl', value: bucket.queue.queue.queueUrl })
    }
    const own = ownAddress(door, region.web)
    if (own) printAddressRecord(this, own)
    printMailRecords(this, region.mail.domain, mail.identity)
    if (mails) {
      printInboxRecord(this, region.mail.inbox!.address)
      new CfnOutput(this, 'MailsBucket', { key: 'MailsBucket', value: mails.bucket.bucketName })
      new CfnOutput(this, 'MailsQueueUrl', { key: 'MailsQueueUrl', value: mails.queue.queue.queueUrl })
    }
    Tags.of(this).add('project', 'otklik')
    Tags.of(this).add('region', region.code)
    Tags.of(this).add('stage', region.stage)
    Tags.of(this).add('production', String(region.production))
  }
}

function logsOf(functions: Readonly<Record<string, OtklikFunction>>, door: FrontDoor): LogGroups {
  const own = Object.entries(functions).map(([name, { log }]) => [name, log] as const)
  return { ...(Object.fromEntries(own) as Record<StandingFunction, LogGroup>), door: door.log }
}
