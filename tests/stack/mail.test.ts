// How a region's mails leave AWS, whole: what comes back, who vouches for them, and whether they must be encrypted.
import { Template } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { lookAt, stackOf } from './synthesize.ts'

const stack = stackOf('95')
const look = lookAt(stack)
const set = look.one('AWS::SES::ConfigurationSet')

it('the sender is the region’s domain; what comes back is told by events and not by mail', () => {
  const { Tags: _, ...sender } = look.one('AWS::SES::EmailIdentity').Properties
  expect(sender).toEqual({
    EmailIdentity: 'otklik-95.example',
    ConfigurationSetAttributes: { ConfigurationSetName: { Ref: set.id } },
    FeedbackAttributes: { EmailForwardingEnabled: false },
    MailFromAttributes: { MailFromDomain: 'bounce.otklik-95.example', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
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

it('what belongs into the DNS is printed, each a line for a zone file', () => {
  const { Outputs } = Template.fromStack(stack).toJSON() as { Outputs: Record<string, { Value: unknown }> }
  const records = Object.entries(Outputs).filter(([name]) => name.startsWith('Dns'))
  const sender = look.one('AWS::SES::EmailIdentity').id
  const dkim = (token: number) => ({
    'Fn::Join': [
      '',
      [
        { 'Fn::GetAtt': [sender, `DkimDNSTokenName${token}`] },
        '. IN CNAME ',
        { 'Fn::GetAtt': [sender, `DkimDNSTokenValue${token}`] },
        '.',
      ],
    ],
  })
  expect(Object.fromEntries(records.map(([name, { Value }]) => [name, Value]))).toEqual({
    DnsDkim1: dkim(1),
    DnsDkim2: dkim(2),
    DnsDkim3: dkim(3),
    DnsInboxMx: 'in.otklik-95.example. IN MX 10 inbound-smtp.eu-central-1.amazonaws.com.',
    DnsMailFromMx: 'bounce.otklik-95.example. IN MX 10 feedback-smtp.eu-central-1.amazonses.com.',
    DnsMailFromSpf: 'bounce.otklik-95.example. IN TXT "v=spf1 include:amazonses.com ~all"',
    DnsDmarc: '_dmarc.otklik-95.example. IN TXT "v=DMARC1; p=quarantine"',
  })
})
