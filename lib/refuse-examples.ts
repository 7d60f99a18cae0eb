// What runs here and in tests is refused by CloudFormation before it makes anything, with a reason: names kept for examples are nobody's.
// Called by region-stack.ts.
import { CfnRule, Fn, type Stack } from 'aws-cdk-lib'
import { isReserved } from '../regions/aws.ts'
import type { Region } from '../regions/schema.ts'

export function refuseExamples(stack: Stack, region: Region): void {
  const { publicUrl } = region.web
  if (isReserved(region.mail.domain)) refuse(stack, 'RealDomain', realDomain(region))
  if (publicUrl && isReserved(new URL(publicUrl).hostname)) refuse(stack, 'RealAddress', realAddress(region))
}

const realDomain = ({ code, mail }: Region) =>
  `${mail.domain} is a name kept for examples (RFC 2606): SES never confirms it. Write a domain of yours into mail.domain and mail.from of the file of region ${code}.`

const realAddress = ({ code, web }: Region) =>
  `${web.publicUrl} is kept for examples (RFC 2606) and leads nowhere. Write an address of yours into web.publicUrl of the file of region ${code}.`

function refuse(stack: Stack, id: string, assertDescription: string): void {
  const never = Fn.conditionEquals('deployed', 'refused')
  new CfnRule(stack, id, { assertions: [{ assert: never, assertDescription }] })
}
