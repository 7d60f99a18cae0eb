// What no engine and no emulator would notice: what AWS refuses, or silently leaves undone, if the template forgets it.
import { describe, expect, it } from 'vitest'
import { CROWDED_HEADER } from '../../functions/edge/proof.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import { lookAt, stackOf } from './synthesize.ts'

const look = lookAt(stackOf('95'))
const functions = look.of('AWS::Lambda::Function')

describe('a metric exists', () => {
  it('of what the functions count: their log is text, so that a printed JSON line stays one', () => {
    for (const { id, Properties } of functions)
      expect(Properties['LoggingConfig'], id).toMatchObject({ LogFormat: 'Text' })
  })

  it('of each region’s door: two regions in one account do not share its name', () => {
    const names = regionCodes().map((code) => lookAt(stackOf(code)).one('AWS::ApiGateway::RestApi').Properties['Name'])
    expect(new Set(names).size).toBe(names.length)
  })
})

it('the door compresses what is worth it', () => {
  expect(look.one('AWS::ApiGateway::RestApi').Properties['MinimumCompressionSize']).toBe(1024)
})

describe('a new account', () => {
  it('may log the door’s requests: its role is set before the stage, and stays when the stack goes', () => {
    const account = look.one('AWS::ApiGateway::Account')
    const { DependsOn } = look.one('AWS::ApiGateway::Stage') as unknown as { DependsOn: string[] }
    expect(DependsOn).toContain(account.id)
    expect(account.DeletionPolicy).toBe('Retain')
  })

  it('has ten concurrent executions: none may be reserved', () => {
    for (const { id, Properties } of functions) expect(Properties['ReservedConcurrentExecutions'], id).toBeUndefined()
  })

  it('takes a template of this size', () => {
    // CloudFormation takes 500 resources.
    expect(look.all.length).toBeLessThan(440)
    expect(JSON.stringify(look.all).length).toBeLessThan(500_000)
  })
})

describe('the key', () => {
  it('lets the service of logs encrypt this account’s log groups, and nothing else', () => {
    const { Statement } = look.one('AWS::KMS::Key').Properties['KeyPolicy'] as {
      Statement: { Principal: { Service?: string }; Condition?: unknown }[]
    }
    const [logs] = Statement.filter(({ Principal }) => Principal.Service?.startsWith('logs.'))
    expect(JSON.stringify(logs?.Condition)).toMatch(/kms:EncryptionContext:aws:logs:arn.*:log-group:\*/)
  })

  it('is asked once an hour for a queue, not every five minutes', () => {
    const mappings = look.of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => JSON.stringify(Properties))
    for (const { id, Properties } of look
      .of('AWS::SQS::Queue')
      .filter((queue) => mappings.some((one) => one.includes(`"${queue.id}"`))))
      expect(Properties['KmsDataKeyReusePeriodSeconds'], id).toBe(3600)
  })
})

describe('the firewall, where a region wants one', () => {
  const guarded = lookAt(stackOf('95', (region) => ({ ...region, web: { ...region.web, waf: true } })))
  const rules = JSON.stringify(guarded.one('AWS::WAFv2::WebACL').Properties)

  it('counts everybody by address, messages more strictly, integrators by key and far above that by address', () => {
    const { Rules } = guarded.one('AWS::WAFv2::WebACL').Properties as { Rules: RateRule[] }
    const rates = Rules.flatMap(({ Name, Action, Statement: { RateBasedStatement: rate } }) =>
      rate ? [[Name, Action?.Block?.CustomResponse.ResponseCode, rate.Limit, countedBy(rate), scopeOf(rate)]] : [],
    )
    expect(rates).toEqual([
      ['one-address', 429, 1_000, 'IP', 'not CONTAINS /v1/ or CONTAINS /hooks/'],
      [
        'messages-of-one-address',
        429,
        100,
        'IP',
        'EXACTLY POST, CONTAINS /report or ENDS_WITH /my or CONTAINS /console/sign-in',
      ],
      ['one-bearer', 429, 3_000, 'authorization', 'CONTAINS /v1/ or CONTAINS /hooks/'],
      ['one-key', 429, 3_000, 'x-api-key', 'CONTAINS /v1/ or CONTAINS /hooks/'],
      ['integrators-address', 429, 6_000, 'IP', 'CONTAINS /v1/ or CONTAINS /hooks/'],
      ['crowded-address', undefined, 30, 'IP', 'EXACTLY POST, CONTAINS /report'],
      ['crowded-region', undefined, 600, 'CONSTANT', 'EXACTLY POST, CONTAINS /report'],
    ])
  })

  it('tells the form by a header that very many write, and refuses nobody for that', () => {
    const { Rules } = guarded.one('AWS::WAFv2::WebACL').Properties as { Rules: RateRule[] }
    const told = Rules.flatMap(({ Action }) => Action?.Count?.CustomRequestHandling.InsertHeaders ?? [])
    expect(told.map(({ Name }) => `x-amzn-waf-${Name}`)).toEqual([CROWDED_HEADER, CROWDED_HEADER])
  })

  it('answers people with a page that names the phone, and machines with a problem', () => {
    const { Rules, CustomResponseBodies } = guarded.one('AWS::WAFv2::WebACL').Properties as {
      Rules: RateRule[]
      CustomResponseBodies: Record<string, { ContentType: string; Content: string }>
    }
    const { people, machines } = CustomResponseBodies
    expect(people!.ContentType).toBe('TEXT_HTML')
    expect(people!.Content).toContain(loadRegion('95').phone)
    expect(JSON.parse(machines!.Content)).toMatchObject({ status: 429, code: 'too-many-requests' })
    const bodies = Rules.flatMap(({ Name, Action }) =>
      Action?.Block ? [[Name, Action.Block.CustomResponse.CustomResponseBodyKey]] : [],
    )
    expect(Object.fromEntries(bodies)).toEqual({
      ...{ 'one-address': 'people', 'messages-of-one-address': 'people', 'one-bearer': 'machines' },
      ...{ 'one-key': 'machines', 'integrators-address': 'machines' },
    })
  })

  it('does not judge a citizen’s words', () => {
    for (const rule of ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'])
      expect(rules).toContain(JSON.stringify({ ActionToUse: { Count: {} }, Name: rule }))
  })

  it('keeps no samples: paths hold secrets', () => {
    expect(rules).not.toContain('"SampledRequestsEnabled":true')
  })
})

interface Match {
  readonly OrStatement?: { readonly Statements: readonly Match[] }
  readonly ByteMatchStatement?: { readonly PositionalConstraint: string; readonly SearchString: string }
}

interface Rate {
  readonly Limit: number
  readonly AggregateKeyType: string
  readonly CustomKeys?: readonly { readonly Header: { readonly Name: string } }[]
  readonly ScopeDownStatement: Match & {
    readonly NotStatement?: { readonly Statement: Match }
    readonly AndStatement?: { readonly Statements: readonly Match[] }
  }
}

interface RateRule {
  readonly Name: string
  readonly Action?: {
    readonly Block?: {
      readonly CustomResponse: { readonly ResponseCode: number; readonly CustomResponseBodyKey: string }
    }
    readonly Count?: {
      readonly CustomRequestHandling: { readonly InsertHeaders: readonly { readonly Name: string }[] }
    }
  }
  readonly Statement: { readonly RateBasedStatement?: Rate }
}

function countedBy({ AggregateKeyType, CustomKeys }: Rate) {
  return CustomKeys?.map(({ Header }) => Header.Name).join() ?? AggregateKeyType
}

function scopeOf({ ScopeDownStatement: scope }: Rate) {
  const say = ({ ByteMatchStatement: match, OrStatement: either }: Match): string =>
    match ? `${match.PositionalConstraint} ${match.SearchString}` : (either?.Statements ?? []).map(say).join(' or ')
  if (scope.NotStatement) return `not ${say(scope.NotStatement.Statement)}`
  return scope.AndStatement ? scope.AndStatement.Statements.map(say).join(', ') : say(scope)
}
