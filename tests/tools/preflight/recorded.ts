// An account as AWS describes it, invented: a fresh one, and one where the region is deployed. Every client's `send` answers from it.
// Used by the tests of npm run preflight.
import { ACMClient } from '@aws-sdk/client-acm'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { IAMClient } from '@aws-sdk/client-iam'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SESClient } from '@aws-sdk/client-ses'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import { SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, vi } from 'vitest'
import type { Region } from '../../../regions/schema.ts'
import { accountIn } from '../../../tools/preflight/account.ts'
import { allFindings } from '../../../tools/preflight/checks.ts'
import { needsOf } from '../../../tools/preflight/needs.ts'
import { littleRegion } from '../../little-region.ts'

export const number = '123456789012'
export const little = littleRegion()
export const region: Region = {
  ...little,
  aws: { region: 'eu-central-1', account: number },
  web: { ...little.web, publicUrl: 'https://otklik-99.gov.ru' },
  mail: {
    ...little.mail,
    domain: 'otklik-99.gov.ru',
    from: 'otklik@otklik-99.gov.ru',
    inbox: { address: 'pishite@in.otklik-99.gov.ru', keptDays: 14, appeals: { ru: 'Приёмная.' } },
  },
}
export const needs = needsOf(region)
export const alarms = needs.count('AWS::CloudWatch::Alarm')
export const roles = needs.count('AWS::IAM::Role')
export const rules = needs.count('AWS::Events::Rule')
export const { concurrency } = needs

/** An answer to a call, or to one page of it by its token; an Error is thrown. */
type Answer = object | ((input: Record<string, unknown>) => object)
export type Answers = Readonly<Record<string, Answer>>

const clients = {
  acm: ACMClient,
  apigateway: APIGatewayClient,
  cloudformation: CloudFormationClient,
  cloudwatch: CloudWatchClient,
  events: EventBridgeClient,
  iam: IAMClient,
  lambda: LambdaClient,
  receipts: SESClient,
  ses: SESv2Client,
  sns: SNSClient,
  ssm: SSMClient,
}
let answers: Answers = {}
export const asked = new Set<string>()

beforeEach(() => {
  for (const [service, client] of Object.entries(clients))
    vi.spyOn(client.prototype, 'send').mockImplementation(((command: { input: Record<string, unknown> }) => {
      const call = `${service}:${command.constructor.name.replace(/Command$/, '')}`
      asked.add(call)
      const answer = answers[call] ?? new Error(`${call} has no answer`)
      const given = typeof answer === 'function' ? (answer as (input: object) => object)(command.input) : answer
      return given instanceof Error ? Promise.reject(given) : Promise.resolve(given)
    }) as never)
})

export const refusal = (name: string, message = '', httpStatusCode = 400) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } })

export const fresh: Answers = {
  'ssm:GetParameter': refusal('ParameterNotFound'),
  'cloudformation:DescribeStacks': refusal('ValidationError', 'Stack with id Otklik-99 does not exist'),
  'lambda:GetAccountSettings': { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } },
  'lambda:ListEventSourceMappings': { EventSourceMappings: [] },
  'cloudwatch:DescribeAlarms': { MetricAlarms: [], CompositeAlarms: [] },
  'events:ListRules': { Rules: [] },
  'iam:GetAccountSummary': { SummaryMap: { Roles: 6, RolesQuota: 1000, Users: 1 } },
  'ses:GetAccount': {
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
  },
  'ses:GetEmailIdentity': refusal('NotFoundException', 'Email identity otklik-99.gov.ru does not exist.', 404),
  'receipts:DescribeActiveReceiptRuleSet': {},
  'ses:ListSuppressedDestinations': { SuppressedDestinationSummaries: [] },
  'apigateway:GetAccount': { throttleSettings: { burstLimit: 5000, rateLimit: 10000 } },
}

export const topic = `arn:aws:sns:eu-central-1:${number}:Otklik-99-AlarmsTopic`
const row = (ResourceType: string, LogicalResourceId: string, PhysicalResourceId: string) => ({
  ResourceType,
  LogicalResourceId,
  PhysicalResourceId,
})
export const many = (count: number, type: string) =>
  Array.from({ length: count }, (_, at) => row(type, `One${at}`, `${type}-${at}`))
const cut = <T>(all: readonly T[], token: unknown) => (token ? all.slice(2) : all.slice(0, 2))
/** Two pages, by the names that the service gives to the list and its tokens. */
const paged =
  (list: string, all: readonly object[], given = 'NextToken', next = 'NextToken'): Answer =>
  (input) => ({ [list]: cut(all, input[given]), ...(!input[given] && { [next]: 'second' }) })

export const deployed: Answers = {
  ...fresh,
  'ssm:GetParameter': { Parameter: { Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '30' } },
  'cloudformation:DescribeStacks': { Stacks: [{ StackName: 'Otklik-99', StackStatus: 'UPDATE_COMPLETE' }] },
  'cloudformation:ListStackResources': paged('StackResourceSummaries', [
    row('AWS::Lambda::EventSourceMapping', 'RoutingMapping', 'own-mapping'),
    row('AWS::SNS::Topic', 'AlarmsTopic', topic),
    row('AWS::SES::EmailIdentity', 'MailDomain', 'otklik-99.gov.ru'),
    row('AWS::IAM::Role', 'DoorApiCloudWatchRole', 'Otklik-99-DoorApiCloudWatchRole'),
    ...many(alarms - 1, 'AWS::CloudWatch::Alarm'),
    ...many(roles - 1, 'AWS::IAM::Role'),
    ...many(rules, 'AWS::Events::Rule'),
  ]),
  'lambda:GetAccountSettings': { AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 900 } },
  'lambda:ListEventSourceMappings': paged(
    'EventSourceMappings',
    [
      { UUID: 'own-mapping', ScalingConfig: { MaximumConcurrency: 3 } },
      { UUID: 'stream' },
      { UUID: 'other', ScalingConfig: { MaximumConcurrency: 40 } },
    ],
    'Marker',
    'NextMarker',
  ),
  'cloudwatch:DescribeAlarms': paged('MetricAlarms', many(3000, 'alarm')),
  'events:ListRules': paged('Rules', many(20, 'rule')),
  'iam:GetAccountSummary': { SummaryMap: { Roles: 60, RolesQuota: 1000 } },
  'ses:GetAccount': {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 900 },
  },
  'ses:GetEmailIdentity': {
    VerifiedForSendingStatus: true,
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['a1', 'b2', 'c3'] },
    MailFromAttributes: {
      MailFromDomain: 'bounce.otklik-99.gov.ru',
      MailFromDomainStatus: 'SUCCESS',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    },
  },
  'receipts:DescribeActiveReceiptRuleSet': { Metadata: { Name: 'otklik' }, Rules: [] },
  'apigateway:GetAccount': { cloudwatchRoleArn: `arn:aws:iam::${number}:role/Otklik-99-DoorApiCloudWatchRole` },
  'sns:ListSubscriptionsByTopic': {
    Subscriptions: [{ Endpoint: 'ops@little.example', Protocol: 'email', SubscriptionArn: `${topic}:5d2f` }],
  },
}

export interface Scene {
  readonly region?: Region
  readonly needs?: typeof needs
  readonly known?: boolean
}

/** What is said, line by line. */
export async function said(given: Answers, scene: Scene = {}): Promise<string[]> {
  answers = given
  const { known = true, ...own } = scene
  const account = accountIn((own.region ?? region).aws.region)
  const resolves = () => Promise.resolve(known)
  const found = await allFindings({ region, needs, account, number, resolves, ...own })
  return found.map(({ mark, says }) => `${mark} ${says}`)
}
