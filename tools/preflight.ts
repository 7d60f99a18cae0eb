// npm run preflight: reads an account with the credentials of the shell and says what is missing before a region is deployed to it.
// It writes nothing.
import { lookup } from 'node:dns/promises'
import { loadRegion } from '../regions/load.ts'
import { atStage, stackName, stageOf } from '../regions/stages.ts'
import { stages } from '../regions/vocabulary.ts'
import { oneOf, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { accountIn, callersAccount } from './preflight/account.ts'
import { allFindings, ofTheAccount } from './preflight/checks.ts'
import type { Finding } from './preflight/finding.ts'
import { policy } from './preflight/permissions.ts'
import { reasonOf, refuse } from './refuse.ts'

const usage = `npm run preflight -- --region 95 [--stage test]   what is missing in the account before cdk deploy; it only reads
npm run preflight -- --policy                     the permissions that it needs, as a policy of IAM
  ✓ in order   ✗ missing, and what to do   ? not known, and what to ask for
  It ends with 0 when all is in order, 1 when something is missing or not known, 2 when AWS cannot be asked.`
const { values } = options(usage, {
  region: { type: 'string', is: regionCode },
  stage: { type: 'string', default: 'prod', is: oneOf(...stages) },
  policy: { type: 'boolean', default: false },
})
if (values.policy) {
  console.log(JSON.stringify(policy(), undefined, 2))
  process.exit(0)
}
if (!values.region) misuse(usage, 'Name the region with --region.')

const region = atStage(loadRegion(values.region), stageOf(values.stage))
const awsRegion = region.aws.region
const number = await callersAccount(awsRegion).catch((error: unknown) =>
  refuse(
    `AWS cannot be asked in ${awsRegion}: ${reasonOf(error)}. Give this shell credentials of the account (AWS_PROFILE, aws sso login), and see that the AWS region is switched on in it.`,
  ),
)
const own = ofTheAccount(region, number)
const findings = own.mark === '✓' ? [own, ...(await rest())] : [own]
for (const { mark, says } of findings) console.log(`${mark} ${says}`)
const count = (mark: Finding['mark']) => findings.filter((one) => one.mark === mark).length
const hint = count('?') > 0 ? ' (npm run preflight -- --policy prints what it must be allowed)' : ''
console.log(
  `preflight of ${stackName(region)}: ${count('✓')} in order, ${count('✗')} missing, ${count('?')} not known${hint}`,
)
process.exit(count('✓') === findings.length ? 0 : 1)

/** The stack is synthesized only when there is an account to compare it with. */
async function rest(): Promise<readonly Finding[]> {
  const { needsOf } = await import('./preflight/needs.ts')
  return allFindings({ region, needs: needsOf(region), account: accountIn(awsRegion), number, resolves })
}

async function resolves(host: string): Promise<boolean> {
  try {
    await lookup(host)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND') return false
    throw error
  }
}
