// How a region's mails leave AWS, whole: what comes back, who vouches for them, and whether they must be encrypted.
import { expect, it } from 'vitest'
import { lookAt, stackOf } from './synthesize.ts'

const look = lookAt(stackOf('95'))
const set = look.one('AWS::SES::ConfigurationSet')

it('the sender is the region’s domain; what comes back is told by events and not by mail', () => {
  const { Tags: _, ...sender } = look.one('AWS::SES::EmailIdentity').Properties
  expect(sender).toEqual({
    EmailIdentity: 'otklik-95.example',
    ConfigurationSetAttributes: { ConfigurationSetName: { Ref: set.id } },
    FeedbackAttributes: { EmailForwardingEnabled: false },
  })
})

it.each([
  ['optional', 'OPTIONAL'],
  ['required', 'REQUIRE'],
] as const)('a server that cannot encrypt gets mails or not, as the region says: %s', (tls, TlsPolicy) => {
  const { one } = lookAt(stackOf('95', (region) => ({ ...region, mail: { ...region.mail, tls } })))
  const { Tags: _, ...properties } = one('AWS::SES::ConfigurationSet').Properties
  expect(properties).toEqual({
    DeliveryOptions: { TlsPolicy },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  })
})

it('a file that says nothing of it asks for no more than others can', () => {
  expect(set.Properties['DeliveryOptions']).toEqual({ TlsPolicy: 'OPTIONAL' })
})
