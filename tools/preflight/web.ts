// Whether people will find the region and its door may log: the log role of API Gateway, the region's own address and its
// certificate. Called by checks.ts.
import { isReserved } from '../../regions/aws.ts'
import { standing } from './before.ts'
import { all } from './denied.ts'
import { type Finding, inOrder, missing } from './finding.ts'
import type { Check } from './subject.ts'

/** An account has one role for the logs of all its APIs, without which no stage with an access log can be made. */
export const logRole: Check = async (subject) => {
  const { account, needs, number, region } = subject
  const [role, resources] = await all(account.logRole(), standing(subject))
  const own = resources?.find(({ type, logicalId }) => type === 'AWS::IAM::Role' && /CloudWatchRole/.test(logicalId))
  const name = role?.split('/').at(-1)
  const comes = needs.count('AWS::ApiGateway::Account') > 0
  if (role && (own || !comes)) return [inOrder(`API Gateway writes its logs as ${name}.`)]
  if (comes && !own) {
    const now = role ? `writes its logs as ${name}` : 'has no role for its logs yet'
    return [inOrder(`API Gateway ${now}; the deployment gives it one of ${needs.stack}, for all APIs of the account.`)]
  }
  const arn = own ? `arn:aws:iam::${number}:role/${own.physicalId}` : 'ROLE'
  const command = `aws apigateway update-account --region ${region.aws.region} --patch-operations op=replace,path=/cloudwatchRoleArn,value=${arn}`
  return [missing(`API Gateway has no role for its logs: give it one with ${command}.`)]
}

export const address: Check = async (subject) => {
  const { region, needs, resolves } = subject
  if (!region.web.publicUrl)
    return [inOrder('The file names no address of its own: links lead to that of API Gateway.')]
  const host = new URL(region.web.publicUrl).hostname
  if (isReserved(host))
    return [
      missing(
        `${host} is a name kept for examples, with which the deployment is refused: write an address of yours into web.publicUrl.`,
      ),
    ]
  if (await resolves(host)) return [inOrder(`The DNS knows ${host}, where links lead.`)]
  if (needs.servesDomain && !(await standing(subject)))
    return [inOrder(`The DNS does not know ${host} yet: after the deployment, let it lead to the stack's domain.`)]
  return [missing(`The DNS does not know ${host}, where links lead: let it lead to the stack.`)]
}

export const certificate: Check = async ({ account, region, needs }) => {
  const arn = needs.certificate
  if (!arn || !region.web.publicUrl) return []
  const host = new URL(region.web.publicUrl).hostname
  const home = arn.split(':')[3]
  if (home !== region.aws.region)
    return [
      missing(`The certificate of ${host} is in ${home}: ask ACM for one in ${region.aws.region}, where the stack is.`),
    ]
  const found = await account.certificate(arn)
  if (!found)
    return [missing(`ACM has no certificate ${arn}: ask it for one of ${host}, and write its ARN into the file.`)]
  return [stateOf(found, host)]
}

interface Certificate {
  readonly Status?: string | undefined
  readonly DomainName?: string | undefined
  readonly SubjectAlternativeNames?: readonly string[] | undefined
}

function stateOf({ Status, DomainName = '', SubjectAlternativeNames = [] }: Certificate, host: string): Finding {
  const names = new Set([DomainName, ...SubjectAlternativeNames])
  const wildcard = host.replace(/^[^.]+/, '*')
  if (!names.has(host) && !names.has(wildcard))
    return missing(`The certificate is of ${[...names].join(', ')} and not of ${host}: ask ACM for one of ${host}.`)
  if (Status === 'PENDING_VALIDATION')
    return missing(`The certificate of ${host} waits for its DNS record: put the one that ACM's console shows there.`)
  if (Status !== 'ISSUED') return missing(`The certificate of ${host} is ${Status}: ask ACM for another.`)
  return inOrder(`The certificate of ${host} is issued.`)
}
