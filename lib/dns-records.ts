// What has to stand in the DNS of the region's domains, printed as outputs of the stack: each a line for a zone file. Called by
// region-stack.ts.
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import type { DomainName } from 'aws-cdk-lib/aws-apigateway'
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses'
import { bounceDomain } from '../regions/aws.ts'

/** By these SES knows that the domain is ours, and readers' servers that its mails are (DKIM, SPF, DMARC). */
export function printMailRecords(stack: Stack, domain: string, identity: EmailIdentity): void {
  const back = bounceDomain(domain)
  const dkim = 'Without it SES sends nothing: it confirms the domain and signs its mails'
  print(stack, 'Dkim1', `${identity.dkimDnsTokenName1}. IN CNAME ${identity.dkimDnsTokenValue1}.`, dkim)
  print(stack, 'Dkim2', `${identity.dkimDnsTokenName2}. IN CNAME ${identity.dkimDnsTokenValue2}.`, dkim)
  print(stack, 'Dkim3', `${identity.dkimDnsTokenName3}. IN CNAME ${identity.dkimDnsTokenValue3}.`, dkim)
  const mx = `${back}. IN MX 10 feedback-smtp.${stack.region}.amazonses.com.`
  print(stack, 'MailFromMx', mx, 'Where what comes back goes; the name may have no other MX')
  const spf = `${back}. IN TXT "v=spf1 include:amazonses.com ~all"`
  print(stack, 'MailFromSpf', spf, 'Who may send in the name of the domain')
  const dmarc = `_dmarc.${domain}. IN TXT "v=DMARC1; p=quarantine"`
  print(stack, 'Dmarc', dmarc, 'A suggestion: where others send as this domain, too, begin with p=none')
}

/** Leads mails to where SES receives them. */
export function printInboxRecord(stack: Stack, address: string): void {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const mx = `${domain}. IN MX 10 inbound-smtp.${stack.region}.amazonaws.com.`
  print(stack, 'InboxMx', mx, 'Where mails to the region go; the name may have no other MX')
}

/** Leads people from the region's own address to API Gateway. */
export function printAddressRecord(stack: Stack, { domainName, domainNameAliasDomainName: target }: DomainName): void {
  const description = 'Leads people here; at the top of a zone, where no CNAME may stand, an alias instead'
  print(stack, 'Address', `${domainName}. IN CNAME ${target}.`, description)
}

function print(stack: Stack, name: string, value: string, description: string): void {
  const key = `Dns${name}`
  new CfnOutput(stack, key, { key, value, description })
}
