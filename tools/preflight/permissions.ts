// The permissions that a preflight needs: to read, and nothing else. `--policy` prints them as a policy of IAM; a reading that is
// denied is told by them.
const readable = {
  'acm:DescribeCertificate': '*',
  'apigateway:GET': 'arn:aws:apigateway:*::/account',
  'cloudformation:DescribeStacks': '*',
  'cloudformation:ListStackResources': '*',
  'cloudwatch:DescribeAlarms': '*',
  'events:ListRules': '*',
  'iam:GetAccountSummary': '*',
  'lambda:GetAccountSettings': '*',
  'lambda:ListEventSourceMappings': '*',
  'ses:DescribeActiveReceiptRuleSet': '*',
  'ses:GetAccount': '*',
  'ses:GetEmailIdentity': '*',
  'ses:ListSuppressedDestinations': '*',
  'sns:ListSubscriptionsByTopic': '*',
  // A parameter may be a secret of somebody else.
  'ssm:GetParameter': 'arn:aws:ssm:*:*:parameter/cdk-bootstrap/*',
} as const

export type Permission = keyof typeof readable

/** Who somebody is may be asked without a permission. */
export function policy(): object {
  const actions = Object.keys(readable) as Permission[]
  const resources = [...new Set(Object.values(readable))]
  const Statement = resources.map((Resource) => ({
    Effect: 'Allow',
    Action: actions.filter((action) => readable[action] === Resource),
    Resource,
  }))
  return { Version: '2012-10-17', Statement }
}
