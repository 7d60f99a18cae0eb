// A firewall before the door, where a region's file asks for one. It stops floods of one address and known attacks,
// never a citizen's words: rules that judge bodies only count. Integrators send for many: they are counted by key, and by
// address only far above that. It keeps no samples of requests: paths hold the secrets of links. Made by rest-api.ts.
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

/** Requests in five minutes. Many phones share one address of their operator, and a library its own. */
const LIMITS = {
  address: 1_000,
  messagesOfAddress: 100,
  crowdedAddress: 30,
  crowdedRegion: 600,
  key: 3_000,
  integratorsAddress: 6_000,
}
/** Rules of the common set that would refuse long or strange texts, and integrators who do not name their program. */
const ONLY_COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'NoUserAgent_HEADER',
]

const responseHeaders = [{ name: 'Retry-After', value: '300' }]
const byAddress = { aggregateKeyType: 'IP' }
/** And social networks, which send for many, too. The path begins with the stage, unless the region has a domain of its own. */
const integrators = {
  orStatement: {
    statements: [
      matches({ uriPath: {} }, 'CONTAINS', '/v1/', 'URL_DECODE'),
      matches({ uriPath: {} }, 'CONTAINS', '/hooks/', 'URL_DECODE'),
    ],
  },
}
const messages = {
  andStatement: {
    statements: [
      matches({ method: {} }, 'EXACTLY', 'POST', 'NONE'),
      matches({ uriPath: {} }, 'CONTAINS', '/report', 'URL_DECODE'),
    ],
  },
}

/** What makes us write to an address that anybody may name: a message, the wish for the links of one's cases, and to sign in. */
const mailing = {
  andStatement: {
    statements: [
      matches({ method: {} }, 'EXACTLY', 'POST', 'NONE'),
      {
        orStatement: {
          statements: [
            matches({ uriPath: {} }, 'CONTAINS', '/report', 'URL_DECODE'),
            matches({ uriPath: {} }, 'ENDS_WITH', '/my', 'URL_DECODE'),
            matches({ uriPath: {} }, 'CONTAINS', '/console/sign-in', 'URL_DECODE'),
          ],
        },
      },
    ],
  },
}

export interface FirewallProps {
  readonly stageArn: string
  /** Whom people call whose address has sent too much. */
  readonly phone: string
}

/** In the words of functions/web; a page that the firewall keeps, and so the same for all languages. */
const pageOf = (phone: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Слишком много запросов</title>
<body style="font:1.1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem">
<h1>Слишком много запросов с вашего адреса</h1>
<p>Подождите пять минут и повторите. Если вы отправляли сообщение, вернитесь назад: текст обычно остаётся в форме. Телефон: ${phone}</p>
<p lang="en">Too many requests from your address: wait five minutes, or call ${phone}.</p></html>`
const problem = JSON.stringify({
  type: 'about:blank',
  title: 'Too Many Requests',
  status: 429,
  code: 'too-many-requests',
})

export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stageArn, phone }: FirewallProps) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Rules', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('firewall'),
      customResponseBodies: {
        people: { contentType: 'TEXT_HTML', content: pageOf(phone) },
        machines: { contentType: 'APPLICATION_JSON', content: problem },
      },
      rules: [
        rate(0, 'one-address', LIMITS.address, byAddress, { notStatement: { statement: integrators } }, 'people'),
        rate(1, 'messages-of-one-address', LIMITS.messagesOfAddress, byAddress, mailing, 'people'),
        rate(2, 'one-bearer', LIMITS.key, byHeader('authorization'), integrators, 'machines'),
        rate(3, 'one-key', LIMITS.key, byHeader('x-api-key'), integrators, 'machines'),
        // With a key or without: made-up keys, another for each request, would escape the two rules above.
        rate(4, 'integrators-address', LIMITS.integratorsAddress, byAddress, integrators, 'machines'),
        managed(5, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(6, 'AWSManagedRulesCommonRuleSet', ONLY_COUNTED),
        crowded(7, 'crowded-address', LIMITS.crowdedAddress, byAddress),
        crowded(8, 'crowded-region', LIMITS.crowdedRegion, { aggregateKeyType: 'CONSTANT' }),
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

function rate(
  priority: number,
  name: string,
  limit: number,
  by: Pick<CfnWebACL.RateBasedStatementProperty, 'aggregateKeyType' | 'customKeys'>,
  scopeDownStatement: CfnWebACL.StatementProperty,
  customResponseBodyKey: 'people' | 'machines',
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429, customResponseBodyKey, responseHeaders } } },
    statement: { rateBasedStatement: { limit, ...by, scopeDownStatement } },
    visibilityConfig: visibility(name),
  }
}

/** Lets a message pass and tells the form, which asks for some work (functions/edge/proof.ts): WAF's own challenge would lose its text. */
function crowded(
  priority: number,
  name: string,
  limit: number,
  by: Pick<CfnWebACL.RateBasedStatementProperty, 'aggregateKeyType'>,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { count: { customRequestHandling: { insertHeaders: [{ name: 'crowded', value: name }] } } },
    statement: { rateBasedStatement: { limit, ...by, scopeDownStatement: messages } },
    visibilityConfig: visibility(name),
  }
}

/** A request without the header is not counted. Lower case, because "Bearer" may be written in any. */
function byHeader(name: string) {
  const header = { name, textTransformations: [{ priority: 0, type: 'LOWERCASE' }] }
  return { aggregateKeyType: 'CUSTOM_KEYS', customKeys: [{ header }] }
}

function matches(
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: 'CONTAINS' | 'ENDS_WITH' | 'EXACTLY',
  searchString: string,
  transformation: 'NONE' | 'URL_DECODE',
): CfnWebACL.StatementProperty {
  const textTransformations = [{ priority: 0, type: transformation }]
  return { byteMatchStatement: { fieldToMatch, positionalConstraint, searchString, textTransformations } }
}

function visibility(metricName: string) {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName }
}
