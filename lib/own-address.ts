// Answers at an address of the region's own, where its file names a certificate for it: API Gateway's custom domain, mapped at its
// root to the one stage. Called by region-stack.ts.
import { DomainName, EndpointType, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Region } from '../regions/schema.ts'
import type { FrontDoor } from './rest-api.ts'

/** @returns undefined where links lead to API Gateway's address, or to somebody else who passes requests on. */
export function ownAddress(door: FrontDoor, { publicUrl, certificateArn }: Region['web']): DomainName | undefined {
  if (!publicUrl || !certificateArn) return undefined
  return new DomainName(door, 'Address', {
    domainName: new URL(publicUrl).hostname,
    certificate: Certificate.fromCertificateArn(door, 'Certificate', certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
    mapping: door.api,
  })
}
