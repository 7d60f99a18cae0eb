// Whether a deployment can begin: CDK's bootstrap, and the stack as it stands now. Called by checks.ts.
import { inOrder, missing } from './finding.ts'
import type { Check, Subject } from './subject.ts'

export const bootstrap: Check = async ({ account, number, needs, region }) => {
  const { parameter, version } = needs.bootstrap
  const command = `npx cdk bootstrap aws://${number}/${region.aws.region}`
  const found = await account.parameter(parameter)
  if (found === undefined)
    return [missing(`CDK has no bootstrap in ${region.aws.region}: run ${command} once for the account.`)]
  if (Number(found) < version)
    return [missing(`CDK's bootstrap has version ${found}, and the stack asks for ${version}: run ${command} again.`)]
  return [inOrder(`CDK's bootstrap has version ${found}; the stack asks for ${version} or later.`)]
}

export const stackAsItIs: Check = async ({ account, needs, region }) => {
  const { stack } = needs
  const found = await account.stack(stack)
  const where = region.aws.region
  if (!found || isNothing(found.status)) return [inOrder(`${stack} is not deployed in ${where} yet.`)]
  const { status } = found
  if (status.endsWith('_IN_PROGRESS'))
    return [missing(`${stack} is ${status}: wait until CloudFormation has finished, then ask again.`)]
  if (status.endsWith('_FAILED'))
    return [
      missing(
        `${stack} is ${status}, which no deployment changes: read its events in CloudFormation's console, then continue the rollback or delete the stack there.`,
      ),
    ]
  return [inOrder(`${stack} is deployed in ${where}: ${status}.`)]
}

/** What the stack has in the account now; nothing where it is not deployed. */
export async function standing({ account, needs }: Subject) {
  const found = await account.stack(needs.stack)
  return found && !isNothing(found.status) ? found.resources : undefined
}

/** A stack that was only looked at, or whose first deployment failed: `cdk deploy` begins anew. */
function isNothing(status: string) {
  return ['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE'].includes(status)
}
