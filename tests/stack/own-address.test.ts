// Where people reach a region, whole: at API Gateway's custom domain where its file has a certificate, else nowhere of its own.
import { Template } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import type { Region } from '../../regions/schema.ts'
import { lookAt, stackOf } from './synthesize.ts'

const certificateArn = 'arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012'
const at = (web: Partial<Region['web']>) =>
  stackOf('95', (region) => ({ ...region, web: { ...region.web, publicUrl: 'https://otklik-95.gov.ru/', ...web } }))

it('with a certificate the region answers at its address, at its root and by TLS 1.2, and says what leads there', () => {
  const stack = at({ certificateArn })
  const look = lookAt(stack)
  const domain = look.one('AWS::ApiGateway::DomainName')
  const { Tags: _, ...properties } = domain.Properties
  expect(properties).toEqual({
    DomainName: 'otklik-95.gov.ru',
    EndpointConfiguration: { Types: ['REGIONAL'] },
    RegionalCertificateArn: certificateArn,
    SecurityPolicy: 'TLS_1_2',
  })
  expect(look.one('AWS::ApiGateway::BasePathMapping').Properties).toEqual({
    DomainName: { Ref: domain.id },
    RestApiId: { Ref: look.one('AWS::ApiGateway::RestApi').id },
    Stage: { Ref: look.one('AWS::ApiGateway::Stage').id },
  })
  const { Outputs } = Template.fromStack(stack).toJSON() as { Outputs: Record<string, { Value: unknown }> }
  const target = { 'Fn::GetAtt': [domain.id, 'RegionalDomainName'] }
  expect(Outputs['DnsAddress']?.Value).toEqual({
    'Fn::Join': ['', [{ Ref: domain.id }, '. IN CNAME ', target, '.']],
  })
  expect(look.lambda('Notify').Properties['Environment']).toMatchObject({
    Variables: { PUBLIC_URL: 'https://otklik-95.gov.ru' },
  })
})

it('without one nothing is claimed', () => {
  const { all } = lookAt(at({}))
  expect(all.filter(({ Type }) => /DomainName|BasePathMapping/.test(Type))).toEqual([])
})
