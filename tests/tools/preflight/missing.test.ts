// npm run preflight against recorded answers: each thing that can be missing, one by one, and what to do.
import { describe, expect, it } from 'vitest'
import type { Region } from '../../../regions/schema.ts'
import { atStage } from '../../../regions/stages.ts'
import { ofTheAccount } from '../../../tools/preflight/checks.ts'
import {
  type Answers,
  concurrency,
  deployed,
  fresh,
  little,
  many,
  needs,
  number,
  refusal,
  region,
  roles,
  said,
  type Scene,
  topic,
} from './recorded.ts'

describe('what is missing, and what to do', () => {
  const ses = deployed['ses:GetAccount'] as Record<string, unknown>
  const quota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 900 }
  const stackAt = (StackStatus: string) => ({ 'cloudformation:DescribeStacks': { Stacks: [{ StackStatus }] } })
  const certificate = (Certificate: object) => ({ 'acm:DescribeCertificate': { Certificate } })
  const arn = 'arn:aws:acm:eu-central-1:123456789012:certificate/1'
  const served: Scene = { needs: { ...needs, certificate: arn, servesDomain: true } }
  const names = { DomainName: 'otklik-99.gov.ru', SubjectAlternativeNames: ['otklik-99.gov.ru'] }
  const inRegion = (awsRegion: Region['aws']['region']): Scene => ({
    region: { ...region, aws: { region: awsRegion } },
  })

  const cases: readonly (readonly [what: string, answers: Answers, says: readonly string[], scene?: Scene])[] = [
    [
      'a bootstrap that is too old',
      { 'ssm:GetParameter': { Parameter: { Value: '5' } } },
      [
        "✗ CDK's bootstrap has version 5, and the stack asks for 6: run npx cdk bootstrap aws://123456789012/eu-central-1 again.",
      ],
    ],
    [
      'a deployment that is under way',
      stackAt('UPDATE_IN_PROGRESS'),
      ['✗ Otklik-99 is UPDATE_IN_PROGRESS: wait until CloudFormation has finished, then ask again.'],
    ],
    [
      'a stack that is stuck',
      stackAt('UPDATE_ROLLBACK_FAILED'),
      [
        "✗ Otklik-99 is UPDATE_ROLLBACK_FAILED, which no deployment changes: read its events in CloudFormation's console, then continue the rollback or delete the stack there.",
      ],
    ],
    [
      'queues that could take all functions',
      {
        'lambda:ListEventSourceMappings': {
          EventSourceMappings: [{ UUID: 'x', ScalingConfig: { MaximumConcurrency: 1_000 } }],
        },
      },
      [
        `✗ Lambda runs 900 functions at once here, and queues take up to ${(1_000 + concurrency).toLocaleString('en')} of them in a flood (Otklik-99 ${concurrency}, others 1,000), which leaves none for pages and API: ask for more with aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 2000 --region eu-central-1.`,
      ],
    ],
    [
      'no room for roles',
      { 'iam:GetAccountSummary': { SummaryMap: { Roles: 990, RolesQuota: 1000 } }, ...stackAt('ROLLBACK_COMPLETE') },
      [
        `✗ Roles: 990 of 1,000 are taken, and Otklik-99 adds ${roles}: ask for more with aws service-quotas request-service-quota-increase --service-code iam --quota-code L-FE177D64 --desired-value 2000 --region us-east-1.`,
        '✗ otklik-99.gov.ru is an identity of SES already, made by something else, so that the deployment would end with "already exists": delete it there if nothing else sends by it, or take another domain as mail.domain.',
      ],
    ],
    [
      'more rules than the documentation allows',
      { 'events:ListRules': { Rules: many(301, 'rule') } },
      [
        '? Rules of the default event bus: 301 of 300 are taken, and Otklik-99 adds 0, unless the quota was raised: see with aws service-quotas get-service-quota --service-code events --quota-code L-244521F2 --region eu-central-1, and ask for more there.',
      ],
    ],
    [
      'fewer rules, where AWS allows fewer',
      { 'events:ListRules': { Rules: many(101, 'rule') } },
      [
        '? Rules of the default event bus: 101 of 100 are taken, and Otklik-99 adds 0, unless the quota was raised: see with aws service-quotas get-service-quota --service-code events --quota-code L-244521F2 --region af-south-1, and ask for more there.',
      ],
      inRegion('af-south-1'),
    ],
    [
      'more alarms than the documentation allows',
      { 'cloudwatch:DescribeAlarms': { MetricAlarms: many(5_000, 'alarm'), CompositeAlarms: [] } },
      [
        "? Alarms: 5,000 of 5,000 are taken, and Otklik-99 adds 1: ask AWS's support whether the account may have more than that quota of the documentation.",
      ],
    ],
    [
      'mails that are taken in by the rules of others',
      { 'receipts:DescribeActiveReceiptRuleSet': { Metadata: { Name: 'default-rule-set' } } },
      [
        '✗ SES takes mails in by the rule set default-rule-set, and one alone is active: aws ses create-receipt-rule-set --rule-set-name otklik --region eu-central-1 and aws ses set-active-receipt-rule-set --rule-set-name otklik --region eu-central-1; copy the rules of default-rule-set into it first, or their mails are refused.',
      ],
    ],
    [
      'mail that SES has stopped',
      { 'ses:GetAccount': { ...ses, EnforcementStatus: 'SHUTDOWN' } },
      ["✗ SES has stopped the account's mail in eu-central-1: answer AWS in SES's console, Account dashboard."],
    ],
    [
      'mail under review, too slow, and nearly used up',
      {
        'ses:GetAccount': {
          ...ses,
          EnforcementStatus: 'PROBATION',
          SendQuota: { ...quota, MaxSendRate: 5, SentLast24Hours: 40_000 },
        },
      },
      [
        "✗ SES has the account's mail under review: answer AWS in SES's console, Account dashboard.",
        '✗ SES allows 50,000 mails a day and 5 a second in eu-central-1, and mail.messagesPerSecond is 14: write 5 there, or ask AWS for more.',
        "✗ 40,000 of the day's 50,000 mails are sent already: ask AWS for more.",
      ],
    ],
    [
      'DKIM records',
      {
        'ses:GetEmailIdentity': {
          VerifiedForSendingStatus: false,
          DkimAttributes: {
            Status: 'PENDING',
            Tokens: ['a1', 'b2', 'c3'],
            SigningHostedZone: 'dkim.eu-central-1.amazonses.com',
          },
        },
      },
      [
        '✗ otklik-99.gov.ru is not confirmed with SES (DKIM: PENDING): put into its DNS a1._domainkey.otklik-99.gov.ru CNAME a1.dkim.eu-central-1.amazonses.com, b2._domainkey.otklik-99.gov.ru CNAME b2.dkim.eu-central-1.amazonses.com, c3._domainkey.otklik-99.gov.ru CNAME c3.dkim.eu-central-1.amazonses.com.',
      ],
    ],
    [
      'DKIM that nobody has begun',
      { 'ses:GetEmailIdentity': { VerifiedForSendingStatus: false, DkimAttributes: { Status: 'NOT_STARTED' } } },
      ["✗ otklik-99.gov.ru is not confirmed with SES (DKIM: NOT_STARTED): begin it in SES's console, Identities."],
    ],
    [
      'the records of the domain to which mail comes back',
      {
        'ses:GetEmailIdentity': {
          VerifiedForSendingStatus: true,
          DkimAttributes: { Status: 'SUCCESS', Tokens: ['a1', 'b2', 'c3'] },
          MailFromAttributes: { MailFromDomain: 'bounce.otklik-99.gov.ru', MailFromDomainStatus: 'PENDING' },
        },
      },
      [
        '✗ SES does not find bounce.otklik-99.gov.ru (PENDING): put into its DNS MX "10 feedback-smtp.eu-central-1.amazonses.com" and TXT "v=spf1 include:amazonses.com ~all".',
      ],
    ],
    [
      'an identity that was deleted',
      { 'ses:GetEmailIdentity': refusal('NotFoundException') },
      ['✗ otklik-99.gov.ru was deleted in SES by hand: make it there again, or deploy under another mail.domain.'],
    ],
    [
      'people whom SES sends nothing',
      {
        'ses:ListSuppressedDestinations': {
          SuppressedDestinationSummaries: [
            { EmailAddress: 'Operator-1@little.example', Reason: 'BOUNCE' },
            { EmailAddress: 'citizen@example.org', Reason: 'COMPLAINT' },
          ],
        },
      },
      [
        '✗ SES sends nothing to operator-1, whose addresses came back or complained once: mend the addresses in the file, or take them off the list with aws sesv2 delete-suppressed-destination --region eu-central-1 --email-address ADDRESS.',
      ],
    ],
    [
      'the role of the logs',
      { 'apigateway:GetAccount': {} },
      [
        '✗ API Gateway has no role for its logs: give it one with aws apigateway update-account --region eu-central-1 --patch-operations op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::123456789012:role/Otklik-99-DoorApiCloudWatchRole.',
      ],
    ],
    [
      'addresses that are kept for examples',
      {},
      [
        '✗ otklik-99.example is a name kept for examples, with which the deployment is refused: write a domain of yours into mail.domain and mail.from.',
        '✗ otklik-99.example is a name kept for examples, with which the deployment is refused: write an address of yours into web.publicUrl.',
      ],
      { region: { ...region, mail: little.mail, web: { ...region.web, publicUrl: 'https://otklik-99.example' } } },
    ],
    [
      'a certificate of somewhere else',
      {},
      ['✗ The certificate of otklik-99.gov.ru is in us-east-1: ask ACM for one in eu-central-1, where the stack is.'],
      { needs: { ...needs, certificate: arn.replace('eu-central-1', 'us-east-1'), servesDomain: true } },
    ],
    [
      'a certificate that is not there',
      { 'acm:DescribeCertificate': refusal('ResourceNotFoundException') },
      [`✗ ACM has no certificate ${arn}: ask it for one of otklik-99.gov.ru, and write its ARN into the file.`],
      served,
    ],
    [
      'a certificate that waits',
      certificate({ ...names, Status: 'PENDING_VALIDATION' }),
      ["✗ The certificate of otklik-99.gov.ru waits for its DNS record: put the one that ACM's console shows there."],
      served,
    ],
    [
      'a certificate that is over',
      certificate({ ...names, Status: 'EXPIRED' }),
      ['✗ The certificate of otklik-99.gov.ru is EXPIRED: ask ACM for another.'],
      served,
    ],
    [
      'a certificate of another name',
      certificate({ Status: 'ISSUED', DomainName: 'gov.ru', SubjectAlternativeNames: ['gov.ru'] }),
      ['✗ The certificate is of gov.ru and not of otklik-99.gov.ru: ask ACM for one of otklik-99.gov.ru.'],
      served,
    ],
    [
      'people who do not hear the alarms',
      {
        'sns:ListSubscriptionsByTopic': {
          Subscriptions: [{ Endpoint: 'ops@little.example', SubscriptionArn: 'PendingConfirmation' }],
        },
      },
      [
        '✗ ops@little.example hears no alarm: let them confirm the mail "AWS Notification - Subscription Confirmation".',
        `✗ duty@little.example is not subscribed to the alarms: deploy Otklik-99, or, if they unsubscribed, subscribe them to ${topic} in SNS's console.`,
      ],
      { region: { ...region, alarmRecipients: ['ops@little.example', 'duty@little.example'] } },
    ],
  ]

  it.each(cases.map(([what, change, says, scene]) => ({ what, change, says, scene })))('$what', async (one) => {
    const { change, says, scene } = one
    const lines = await said({ ...deployed, ...change }, scene)
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual(says)
  })

  it('the stack’s own domain is not in the DNS before it is there', async () => {
    const lines = await said(fresh, { ...served, known: false })
    expect(lines).toContain(
      "✓ The DNS does not know otklik-99.gov.ru yet: after the deployment, let it lead to the stack's domain.",
    )
  })

  it('an account whose APIs log by a role of something else hears of it', async () => {
    const role = `arn:aws:iam::${number}:role/service/other`
    const lines = await said({ ...fresh, 'apigateway:GetAccount': { cloudwatchRoleArn: role } })
    expect(lines).toContain(
      '✓ API Gateway writes its logs as other; the deployment gives it one of Otklik-99, for all APIs of the account.',
    )
  })

  it('the account must be that of the file', () => {
    expect(ofTheAccount(region, number)).toEqual({
      mark: '✓',
      says: 'The credentials are of account 123456789012, which the file of region 99 names.',
    })
    expect(ofTheAccount(region, '210987654321')).toEqual({
      mark: '✗',
      says: 'The credentials are of account 210987654321, and the file of region 99 names 123456789012: take those of that account; nothing else was looked at.',
    })
    expect(ofTheAccount(little, number)).toEqual({
      mark: '✓',
      says: 'The credentials are of account 123456789012; the file of region 99 names none.',
    })
  })

  it('a trial is looked at as the stack beside the region', async () => {
    const trial = atStage({ ...region, stages: { test: { account: '210987654321' } } }, 'test')
    const lines = await said(fresh, { region: trial, needs: { ...needs, stack: 'Otklik-99-test' } })
    expect(lines).toContain(
      '✓ test.otklik-99.gov.ru is no identity of SES yet: the deployment makes it, and its DKIM records go into the DNS then.',
    )
    expect(ofTheAccount(trial, '210987654321').mark).toBe('✓')
  })
})
