// Reads what an account has and allows, with the credentials of the shell. It only asks: tests/tools/preflight/findings.test.ts lists the
// calls. A client is loaded when it is asked. Used by the checks.
import { Denied } from './denied.ts'
import type { Permission } from './permissions.ts'

interface StackResource {
  readonly type: string
  readonly logicalId: string
  readonly physicalId: string
}

export interface Deployed {
  /** As CloudFormation calls it, e.g. UPDATE_COMPLETE. */
  readonly status: string
  readonly resources: readonly StackResource[]
}

export type Account = ReturnType<typeof accountIn>

/** The number of the account whose credentials the shell has. @throws when there are none, or AWS takes them for nobody's. */
export async function callersAccount(region: string): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}))
  return Account!
}

/** Every reading gives undefined for what is not there. @throws Denied naming the permission that is missing. */
export function accountIn(region: string) {
  const at = { region }
  const stacks = new Map<string, Promise<Deployed | undefined>>()

  return {
    parameter: (Name: string) =>
      reading('ssm:GetParameter', async () => {
        const { SSMClient, GetParameterCommand } = await import('@aws-sdk/client-ssm')
        return (await new SSMClient(at).send(new GetParameterCommand({ Name }))).Parameter?.Value
      }),

    /** Asked once, however many ask. */
    stack: (name: string) => {
      if (!stacks.has(name)) stacks.set(name, stackIn(at, name))
      return stacks.get(name)!
    },

    /** How many functions may run at once that have no share of their own. */
    concurrency: () =>
      reading('lambda:GetAccountSettings', async () => {
        const { LambdaClient, GetAccountSettingsCommand } = await import('@aws-sdk/client-lambda')
        const { AccountLimit } = await new LambdaClient(at).send(new GetAccountSettingsCommand({}))
        return AccountLimit?.UnreservedConcurrentExecutions ?? AccountLimit?.ConcurrentExecutions
      }),

    /** How many functions each mapping runs at most at once, where that is said; by the mapping's id. */
    mappings: () =>
      reading('lambda:ListEventSourceMappings', async () => {
        const { LambdaClient, paginateListEventSourceMappings } = await import('@aws-sdk/client-lambda')
        const found = new Map<string, number>()
        for await (const page of paginateListEventSourceMappings({ client: new LambdaClient(at) }, {}))
          for (const { UUID, ScalingConfig } of page.EventSourceMappings ?? [])
            found.set(UUID!, ScalingConfig?.MaximumConcurrency ?? 0)
        return found
      }),

    alarms: () =>
      reading('cloudwatch:DescribeAlarms', async () => {
        const { CloudWatchClient, paginateDescribeAlarms } = await import('@aws-sdk/client-cloudwatch')
        let found = 0
        for await (const page of paginateDescribeAlarms({ client: new CloudWatchClient(at) }, { MaxRecords: 100 }))
          found += (page.MetricAlarms ?? []).length + (page.CompositeAlarms ?? []).length
        return found
      }),

    /** The rules of the default bus. */
    rules: () =>
      reading('events:ListRules', async () => {
        const { EventBridgeClient, ListRulesCommand } = await import('@aws-sdk/client-eventbridge')
        const client = new EventBridgeClient(at)
        let found = 0
        let NextToken: string | undefined
        do {
          const page = await client.send(new ListRulesCommand({ NextToken }))
          found += (page.Rules ?? []).length
          NextToken = page.NextToken
        } while (NextToken)
        return found
      }),

    roles: () =>
      reading('iam:GetAccountSummary', async () => {
        const { IAMClient, GetAccountSummaryCommand } = await import('@aws-sdk/client-iam')
        const { SummaryMap } = await new IAMClient(at).send(new GetAccountSummaryCommand({}))
        return { taken: SummaryMap?.['Roles'] ?? 0, quota: SummaryMap?.['RolesQuota'] }
      }),

    mail: () =>
      reading('ses:GetAccount', async () => {
        const { SESv2Client, GetAccountCommand } = await import('@aws-sdk/client-sesv2')
        return new SESv2Client(at).send(new GetAccountCommand({}))
      }),

    identity: (EmailIdentity: string) =>
      reading('ses:GetEmailIdentity', async () => {
        const { SESv2Client, GetEmailIdentityCommand } = await import('@aws-sdk/client-sesv2')
        return new SESv2Client(at).send(new GetEmailIdentityCommand({ EmailIdentity }))
      }),

    /** The name of the one set of receipt rules that is active. */
    ruleSet: () =>
      reading('ses:DescribeActiveReceiptRuleSet', async () => {
        const { SESClient, DescribeActiveReceiptRuleSetCommand } = await import('@aws-sdk/client-ses')
        const { Metadata } = await new SESClient(at).send(new DescribeActiveReceiptRuleSetCommand({}))
        return Metadata?.Name
      }),

    /** The addresses that SES sends nothing to. */
    suppressed: () =>
      reading('ses:ListSuppressedDestinations', async () => {
        const { SESv2Client, paginateListSuppressedDestinations } = await import('@aws-sdk/client-sesv2')
        const found = new Set<string>()
        const pages = paginateListSuppressedDestinations({ client: new SESv2Client(at), pageSize: 1000 }, {})
        for await (const page of pages)
          for (const { EmailAddress } of page.SuppressedDestinationSummaries ?? [])
            found.add(EmailAddress!.toLowerCase())
        return found
      }),

    /** By address, what SNS calls the subscription: its ARN, or "PendingConfirmation". */
    subscriptions: (TopicArn: string) =>
      reading('sns:ListSubscriptionsByTopic', async () => {
        const { SNSClient, paginateListSubscriptionsByTopic } = await import('@aws-sdk/client-sns')
        const found = new Map<string, string>()
        for await (const page of paginateListSubscriptionsByTopic({ client: new SNSClient(at) }, { TopicArn }))
          for (const { Endpoint, SubscriptionArn } of page.Subscriptions ?? []) found.set(Endpoint!, SubscriptionArn!)
        return found
      }),

    /** The role by which API Gateway logs, of the whole account. */
    logRole: () =>
      reading('apigateway:GET', async () => {
        const { APIGatewayClient, GetAccountCommand } = await import('@aws-sdk/client-api-gateway')
        return (await new APIGatewayClient(at).send(new GetAccountCommand({}))).cloudwatchRoleArn
      }),

    certificate: (CertificateArn: string) =>
      reading('acm:DescribeCertificate', async () => {
        const { ACMClient, DescribeCertificateCommand } = await import('@aws-sdk/client-acm')
        return (await new ACMClient(at).send(new DescribeCertificateCommand({ CertificateArn }))).Certificate
      }),
  }
}

async function stackIn(at: { readonly region: string }, StackName: string): Promise<Deployed | undefined> {
  const { CloudFormationClient, DescribeStacksCommand, paginateListStackResources } =
    await import('@aws-sdk/client-cloudformation')
  const client = new CloudFormationClient(at)
  const status = await reading('cloudformation:DescribeStacks', async () => {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
    return Stacks?.[0]?.StackStatus
  })
  if (!status) return undefined
  const resources: StackResource[] = []
  await reading('cloudformation:ListStackResources', async () => {
    for await (const page of paginateListStackResources({ client }, { StackName }))
      for (const one of page.StackResourceSummaries ?? [])
        resources.push({
          type: one.ResourceType!,
          logicalId: one.LogicalResourceId!,
          physicalId: one.PhysicalResourceId!,
        })
  })
  return { status, resources }
}

const absent = ['ParameterNotFound', 'NotFoundException', 'ResourceNotFoundException']

async function reading<T>(permission: Permission, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
    if (absent.includes(name) || (name === 'ValidationError' && message.endsWith('does not exist'))) return undefined
    if (/^(AccessDenied|Authorization|Unauthorized)/.test(name) || $metadata?.httpStatusCode === 403)
      throw new Denied([permission])
    throw error
  }
}
