// What AWS takes of a region's file, where it takes less than the field's shape would allow. Used by the schema and its checks.

/** Where SES sends mail (AWS General Reference, "Amazon Simple Email Service endpoints and quotas", 2026). */
export const awsRegions = [
  ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-5'],
  ...['af-south-1', 'il-central-1', 'me-central-1', 'me-south-1'],
] as const

/**
 * Where SES receives mail, too (AWS General Reference, "Amazon Simple Email Service endpoints and quotas", email receiving endpoints). Others
 * were added since: whoever sees one there adds it here.
 */
export const receivingRegions: readonly string[] = [
  ...['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-west-1', 'eu-west-2'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2'],
]

/** The receipt rule set of an account and AWS region: SES has one active at a time, and all regions of the account have their rules in it. */
export const RULE_SET = 'otklik'

/** For how many days CloudWatch keeps a log (PutRetentionPolicy): any other number ends the deployment. */
export const logDays = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
] as const

const reserved = /(?:^|\.)(?:test|example|invalid|localhost|local|onion|example\.(?:com|net|org))$/

/** Whether a host name belongs to nobody for good, so that no mail reaches it and SES never confirms it (RFC 2606, RFC 6761). */
export function isReserved(host: string): boolean {
  return reserved.test(host.toLowerCase())
}

/** The subdomain that SES has for what comes back (MAIL FROM): nobody else may send from it or receive there. */
export function bounceDomain(domain: string): string {
  return `bounce.${domain}`
}
