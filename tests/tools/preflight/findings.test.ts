// npm run preflight against recorded answers: what it says of a fresh account, of one in order and of one that may not be read; and
// that it asks nothing but readings.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { neededBy } from '../../../tools/preflight/needs.ts'
import { policy } from '../../../tools/preflight/permissions.ts'
import { alarms, asked, concurrency, deployed, fresh, needs, refusal, roles, rules, said } from './recorded.ts'

describe('what is said', () => {
  it('of a fresh account', async () => {
    expect(await said(fresh, { known: false })).toEqual([
      '✗ CDK has no bootstrap in eu-central-1: run npx cdk bootstrap aws://123456789012/eu-central-1 once for the account.',
      '✓ Otklik-99 is not deployed in eu-central-1 yet.',
      `✗ Lambda runs 10 functions at once here, and queues take up to ${concurrency} of them in a flood (Otklik-99 ${concurrency}, others 0), which leaves none for pages and API: ask for more with aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000 --region eu-central-1.`,
      `✓ Alarms: 0 of 5,000 are taken, and Otklik-99 adds ${alarms}.`,
      `✓ Roles: 6 of 1,000 are taken, and Otklik-99 adds ${roles}.`,
      `✓ Rules of the default event bus: 0 of 300 are taken, and Otklik-99 adds ${rules}.`,
      "✗ SES allows 200 mails a day and 1 a second in eu-central-1, to verified addresses only, for the account is in its sandbox: ask for production access in SES's console, with the mails a day that you expect (about 4 a case).",
      '✓ otklik-99.gov.ru is no identity of SES yet: the deployment makes it, and its DKIM records go into the DNS then.',
      '✗ SES takes no mails in, and mail.inbox asks for it: aws ses create-receipt-rule-set --rule-set-name otklik --region eu-central-1 and aws ses set-active-receipt-rule-set --rule-set-name otklik --region eu-central-1, once for the account.',
      '✓ SES keeps mail from nobody whom the file names.',
      '✓ API Gateway has no role for its logs yet; the deployment gives it one of Otklik-99, for all APIs of the account.',
      '✗ The DNS does not know otklik-99.gov.ru, where links lead: let it lead to the stack.',
      "✓ After the deployment ops@little.example must confirm SNS's mail, to hear the alarms.",
    ])
  })

  it('of an account in order, with the region deployed and every list in pages', async () => {
    const certificate = 'arn:aws:acm:eu-central-1:123456789012:certificate/1'
    const issued = { Certificate: { Status: 'ISSUED', DomainName: '*.gov.ru', SubjectAlternativeNames: ['*.gov.ru'] } }
    const given = { ...deployed, 'acm:DescribeCertificate': issued }
    expect(await said(given, { needs: { ...needs, certificate, servesDomain: true } })).toEqual([
      "✓ CDK's bootstrap has version 30; the stack asks for 6 or later.",
      '✓ Otklik-99 is deployed in eu-central-1: UPDATE_COMPLETE.',
      `✓ Lambda runs 900 functions at once here, and queues take up to ${concurrency + 40} of them in a flood (Otklik-99 ${concurrency}, others 40).`,
      '✓ Alarms: 3,000 of 5,000 are taken, and Otklik-99 adds 1.',
      '✓ Roles: 60 of 1,000 are taken, and Otklik-99 adds 0.',
      '✓ Rules of the default event bus: 20 of 300 are taken, and Otklik-99 adds 0.',
      '✓ SES allows 50,000 mails a day and 14 a second in eu-central-1; mail.messagesPerSecond is 14.',
      '✓ otklik-99.gov.ru is confirmed with SES, and its mail is signed (DKIM).',
      '✓ Mail that comes back goes to bounce.otklik-99.gov.ru.',
      '✓ SES takes mails in by the rule set otklik, which is active.',
      '✓ SES keeps mail from nobody whom the file names.',
      '✓ API Gateway writes its logs as Otklik-99-DoorApiCloudWatchRole.',
      '✓ The DNS knows otklik-99.gov.ru, where links lead.',
      '✓ The certificate of otklik-99.gov.ru is issued.',
      '✓ Who hears the alarms has confirmed it: ops@little.example.',
    ])
  })

  it('of an account that may not be read: what each reading needs, by the policy that --policy prints', async () => {
    const denied = (name: string, status = 400) => refusal(name, 'User: … is not authorized to perform: …', status)
    const given = {
      'ssm:GetParameter': denied('AccessDeniedException'),
      'cloudformation:DescribeStacks': denied('AccessDenied', 403),
      'lambda:GetAccountSettings': denied('AccessDeniedException', 403),
      'lambda:ListEventSourceMappings': denied('AccessDeniedException', 403),
      'cloudwatch:DescribeAlarms': denied('AccessDenied', 403),
      'events:ListRules': denied('AccessDeniedException'),
      'iam:GetAccountSummary': denied('AccessDenied', 403),
      'ses:GetAccount': denied('AccessDeniedException', 403),
      'ses:GetEmailIdentity': denied('AccessDeniedException', 403),
      'ses:ListSuppressedDestinations': denied('AccessDeniedException', 403),
      'receipts:DescribeActiveReceiptRuleSet': denied('AccessDenied', 403),
      'apigateway:GetAccount': denied('AccessDeniedException', 403),
      'acm:DescribeCertificate': denied('AccessDeniedException'),
    }
    const certificate = 'arn:aws:acm:eu-central-1:123456789012:certificate/1'
    const stack = 'cloudformation:DescribeStacks'
    const lines = await said(given, { needs: { ...needs, certificate, servesDomain: true } })
    expect(lines).toEqual([
      "? CDK's bootstrap: not read: allow these credentials ssm:GetParameter.",
      `? The stack as it is: not read: allow these credentials ${stack}.`,
      `? Functions at once: not read: allow these credentials lambda:GetAccountSettings and lambda:ListEventSourceMappings and ${stack}.`,
      `? Alarms: not read: allow these credentials cloudwatch:DescribeAlarms and ${stack}.`,
      `? Roles: not read: allow these credentials iam:GetAccountSummary and ${stack}.`,
      `? Rules of the default event bus: not read: allow these credentials events:ListRules and ${stack}.`,
      '? What SES sends: not read: allow these credentials ses:GetAccount.',
      `? The domain of the mail: not read: allow these credentials ses:GetEmailIdentity and ${stack}.`,
      '? What SES takes in: not read: allow these credentials ses:DescribeActiveReceiptRuleSet.',
      '? People to whom SES sends nothing: not read: allow these credentials ses:ListSuppressedDestinations.',
      `? The role of the logs: not read: allow these credentials apigateway:GET and ${stack}.`,
      '✓ The DNS knows otklik-99.gov.ru, where links lead.',
      '? The certificate: not read: allow these credentials acm:DescribeCertificate.',
      `? Who hears the alarms: not read: allow these credentials ${stack}.`,
    ])
    const partly = [
      ...(await said({ ...deployed, 'cloudformation:ListStackResources': denied('AccessDenied', 403) })),
      ...(await said({ ...deployed, 'sns:ListSubscriptionsByTopic': denied('AuthorizationError', 403) })),
    ]
    const named = [...lines, ...partly].flatMap((line) => line.match(/[a-z]+:[A-Z]\w+/g) ?? [])
    const { Statement } = policy() as { Statement: readonly { Action: readonly string[] }[] }
    expect([...new Set(named)].sort()).toEqual(Statement.flatMap(({ Action }) => Action).sort())
  })

  it('when something else goes wrong', async () => {
    const lines = await said({
      ...deployed,
      'ses:GetAccount': refusal('TooManyRequestsException', 'Rate exceeded', 429),
    })
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([
      '? What SES sends: not read (Rate exceeded): try again.',
    ])
  })
})

describe('what a stack needs', () => {
  it('is counted in its template', () => {
    const mapping = (MaximumConcurrency?: number) => ({
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: MaximumConcurrency ? { ScalingConfig: { MaximumConcurrency } } : {},
    })
    const domain = { Type: 'AWS::ApiGateway::DomainName', Properties: { RegionalCertificateArn: 'arn:of:it' } }
    const { count, ...rest } = neededBy({ Resources: { a: mapping(3), b: mapping(2), c: mapping(), d: domain } })
    expect(rest).toEqual({ concurrency: 5, certificate: 'arn:of:it', servesDomain: true })
    expect(count('AWS::Lambda::EventSourceMapping')).toBe(3)
    expect(needs.bootstrap).toEqual({ parameter: '/cdk-bootstrap/hnb659fds/version', version: 6 })
    expect([alarms, roles, rules, concurrency].every((one) => one > 0)).toBe(true)
  })
})

it('asks nothing but readings', () => {
  const source = globSync('tools/preflight/*.ts').map((file) => readFileSync(file, 'utf8'))
  const calls = source.flatMap((text) => text.match(/\b(?:paginate[A-Z]\w+|[A-Z]\w+Command)\b/g) ?? [])
  expect([...new Set(calls)].sort()).toEqual([
    'DescribeActiveReceiptRuleSetCommand',
    'DescribeCertificateCommand',
    'DescribeStacksCommand',
    'GetAccountCommand',
    'GetAccountSettingsCommand',
    'GetAccountSummaryCommand',
    'GetCallerIdentityCommand',
    'GetEmailIdentityCommand',
    'GetParameterCommand',
    'ListRulesCommand',
    'paginateDescribeAlarms',
    'paginateListEventSourceMappings',
    'paginateListStackResources',
    'paginateListSubscriptionsByTopic',
    'paginateListSuppressedDestinations',
  ])
  expect([...asked].filter((call) => !/^[a-z]+:(Get|List|Describe)[A-Z]/.test(call))).toEqual([])
  expect(asked.size).toBe(15)
})
