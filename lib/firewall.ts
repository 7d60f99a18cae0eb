// A firewall before the door, where a region's file asks for one. It stops floods of one address and known attacks,
// never a citizen's words: rules that judge bodies only count. Integrators have keys and send for many, so their paths
// are not counted by address. It keeps no samples of requests: paths hold the secrets of links. Made by rest-api.ts.
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

const REQUESTS_PER_ADDRESS_IN_FIVE_MINUTES = 1_000
const INTEGRATORS_PATH = '/v1/'
/** Rules of the common set that would refuse long or strange texts, and integrators who do not name their program. */
const ONLY_COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'NoUserAgent_HEADER',
]

export interface FirewallProps {
  readonly stageArn: string
}

export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stageArn }: FirewallProps) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Rules', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('firewall'),
      rules: [
        {
          name: 'one-address',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              limit: REQUESTS_PER_ADDRESS_IN_FIVE_MINUTES,
              aggregateKeyType: 'IP',
              scopeDownStatement: { notStatement: { statement: pathContains(INTEGRATORS_PATH) } },
            },
          },
          visibilityConfig: visibility('one-address'),
        },
        managed(1, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(2, 'AWSManagedRulesCommonRuleSet', ONLY_COUNTED),
      ],
    })
    new CfnWebACLAssociation(this, 'AtTheDoor', { resourceArn: stageArn, webAclArn: acl.attrArn })
  }
}

function managed(priority: number, name: string, onlyCounted: readonly string[] = []): CfnWebACL.RuleProperty {
  const ruleActionOverrides = onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } }))
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ruleActionOverrides } },
    visibilityConfig: visibility(name),
  }
}

function pathContains(searchString: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'CONTAINS',
      searchString,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  }
}

function visibility(metricName: string) {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName }
}
