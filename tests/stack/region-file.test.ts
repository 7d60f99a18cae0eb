// A region's file decides what is deployed for it, and nothing of it is in anybody else's stack.
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { lookAt, stackOf, withAll } from './synthesize.ts'

const asProduction = (region: Region): Region => ({ ...region, production: true })
const withFirewall = (region: Region): Region => ({ ...region, web: { ...region.web, waf: true } })

describe('the firewall', () => {
  it('is there when the file asks for it, at the door', () => {
    const look = lookAt(stackOf('95', withFirewall))
    const { Rules, Scope } = look.one('AWS::WAFv2::WebACL').Properties
    expect(Scope).toBe('REGIONAL')
    expect(JSON.stringify(Rules)).toContain('RateBasedStatement')
    const { ResourceArn } = look.one('AWS::WAFv2::WebACLAssociation').Properties
    expect(JSON.stringify(ResourceArn)).toContain(look.one('AWS::ApiGateway::Stage').id)
  })

  it('is not there otherwise', () => {
    const { all } = lookAt(stackOf('95'))
    expect(all.filter(({ Type }) => Type.startsWith('AWS::WAFv2'))).toEqual([])
  })
})

describe('webhooks', () => {
  it('are there when the file asks for them', () => {
    expect(lookAt(stackOf('95')).all.filter(({ id }) => /^(Deliver|Webhooks)/.test(id))).toEqual([])
    const look = lookAt(stackOf('95', withAll))
    const { VisibilityTimeout } = look.of('AWS::SQS::Queue').find(({ id }) => /^WebhooksQueue/.test(id))!.Properties
    // A batch is given again only when whoever has it has ended, with every claim and lane of it (90 s).
    expect(Number(look.lambda('Deliver').Properties['Timeout'])).toBeLessThan(90)
    expect(Number(VisibilityTimeout)).toBeGreaterThan(90)
  })

  it('may reach receivers on the same machine in no stack, whatever its file says', () => {
    for (const { id, Properties } of lookAt(stackOf('95', withAll)).of('AWS::Lambda::Function'))
      expect(JSON.stringify(Properties['Environment'] ?? {}), id).not.toContain('LOCAL_RECEIVERS')
  })
})

describe('production', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket'] as const

  it('keeps its data whatever is done to the stack', () => {
    const stack = stackOf('95', asProduction)
    const look = lookAt(stack)
    expect(stack.terminationProtection).toBe(true)
    for (const type of kept) {
      expect(look.of(type).length, type).toBeGreaterThan(0)
      for (const one of look.of(type))
        expect(one, one.id).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    }
    expect(look.one('AWS::DynamoDB::Table').Properties['DeletionProtectionEnabled']).toBe(true)
  })

  it('a trial leaves nothing behind', () => {
    const stack = stackOf('95')
    const look = lookAt(stack)
    expect(stack.terminationProtection).toBe(false)
    for (const type of kept)
      expect(new Set(look.of(type).map(({ DeletionPolicy }) => DeletionPolicy)), type).toEqual(new Set(['Delete']))
    expect(look.one('AWS::DynamoDB::Table').Properties['DeletionProtectionEnabled']).toBe(false)
  })
})

describe.each(regionCodes())('region %s', (code) => {
  const region = loadRegion(code)
  const stack = stackOf(code)
  const text = JSON.stringify(Template.fromStack(stack).toJSON())

  it('is deployed where its file says, with its mail, its limits and its people', () => {
    const look = lookAt(stack)
    expect(stack.region).toBe(region.aws.region)
    expect(look.one('AWS::SES::EmailIdentity').Properties['EmailIdentity']).toBe(region.mail.domain)
    expect(text).toContain(`"ses:FromAddress":"${region.mail.from}"`)
    expect(look.of('AWS::SNS::Subscription').map(({ Properties }) => Properties['Endpoint'])).toEqual(
      region.alarmRecipients,
    )
    expect(look.one('AWS::ApiGateway::Stage').Properties['MethodSettings']).toMatchObject([
      { ThrottlingRateLimit: region.web.requestsPerSecond, ThrottlingBurstLimit: region.web.burst },
    ])
    for (const { Properties } of look.of('AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays']).toBe(region.retention.logDays)
    }
  })

  it('has nothing of another region in it', () => {
    for (const other of regionCodes().filter((one) => one !== code)) {
      const { mail, alarmRecipients, phone, aws } = loadRegion(other)
      for (const foreign of [mail.domain, mail.from, mail.displayName, phone, ...alarmRecipients]) {
        expect(text).not.toContain(foreign)
      }
      expect(text).not.toContain(`Otklik-${other}`)
      expect(text).not.toContain(`{"Key":"region","Value":"${other}"}`)
      if (aws.region !== region.aws.region) expect(text).not.toContain(aws.region)
    }
  })
})
