// Whether what the stack adds fits beside what is already there: functions at once, alarms, roles, rules. Lambda and IAM tell the
// quota that an account has; for alarms and rules it is the one of AWS's documentation. Called by checks.ts.
import { standing } from './before.ts'
import { all } from './denied.ts'
import { figure, inOrder, missing, unknown } from './finding.ts'
import type { Check, Subject } from './subject.ts'

/** CloudWatch's, by account and AWS region (docs/deploying.md). */
const ALARMS = 5_000
/** EventBridge's, by bus; less in two AWS regions (EventBridge guide, quotas). */
const RULES = 300
const FEWER_RULES = { regions: ['af-south-1', 'eu-south-1'], rules: 100 }

export const concurrency: Check = async (subject) => {
  const { account, needs, region } = subject
  const [limit = 0, mappings = new Map<string, number>(), own] = await all(
    account.concurrency(),
    account.mappings(),
    idsOf(subject, 'AWS::Lambda::EventSourceMapping'),
  )
  const others = [...mappings].reduce((sum, [id, most]) => sum + (own.has(id) ? 0 : most), 0)
  const taken = needs.concurrency + others
  const queues = `queues take up to ${figure(taken)} of them in a flood (${needs.stack} ${figure(needs.concurrency)}, others ${figure(others)})`
  const says = `Lambda runs ${figure(limit)} functions at once here, and ${queues}`
  if (taken < limit) return [inOrder(`${says}.`)]
  const wanted = Math.ceil((taken + 1) / 1000) * 1000
  const command = increase('lambda', 'L-B99A9384', wanted, region.aws.region)
  return [missing(`${says}, which leaves none for pages and API: ask for more with ${command}.`)]
}

export const alarms: Check = async (subject) => {
  const { account } = subject
  const [taken = 0, more] = await all(account.alarms(), added(subject, 'AWS::CloudWatch::Alarm'))
  const says = room('Alarms', taken, ALARMS, more, subject)
  if (taken + more <= ALARMS) return [inOrder(`${says}.`)]
  return [unknown(`${says}: ask AWS's support whether the account may have more than that quota of the documentation.`)]
}

export const roles: Check = async (subject) => {
  const [found, more] = await all(subject.account.roles(), added(subject, 'AWS::IAM::Role'))
  const { taken = 0, quota = 0 } = found ?? {}
  const says = room('Roles', taken, quota, more, subject)
  if (taken + more <= quota) return [inOrder(`${says}.`)]
  // IAM has its quotas in one place for all AWS regions.
  const command = increase('iam', 'L-FE177D64', Math.ceil((taken + more) / 1000) * 1000, 'us-east-1')
  return [missing(`${says}: ask for more with ${command}.`)]
}

export const rules: Check = async (subject) => {
  const { account, region } = subject
  const quota = FEWER_RULES.regions.includes(region.aws.region) ? FEWER_RULES.rules : RULES
  const [taken = 0, more] = await all(account.rules(), added(subject, 'AWS::Events::Rule'))
  const says = room('Rules of the default event bus', taken, quota, more, subject)
  if (taken + more <= quota) return [inOrder(`${says}.`)]
  const command = `aws service-quotas get-service-quota --service-code events --quota-code L-244521F2 --region ${region.aws.region}`
  return [unknown(`${says}, unless the quota was raised: see with ${command}, and ask for more there.`)]
}

/** How many resources of a type a deployment makes beside those that the stack has. */
async function added(subject: Subject, type: string): Promise<number> {
  return Math.max(0, subject.needs.count(type) - (await idsOf(subject, type)).size)
}

/** The resources of a type that the stack has now, as AWS names them. */
async function idsOf(subject: Subject, type: string): Promise<ReadonlySet<string>> {
  const resources = (await standing(subject)) ?? []
  return new Set(resources.filter((one) => one.type === type).map(({ physicalId }) => physicalId))
}

function room(what: string, taken: number, quota: number, more: number, { needs }: Subject): string {
  return `${what}: ${figure(taken)} of ${figure(quota)} are taken, and ${needs.stack} adds ${figure(more)}`
}

function increase(service: string, code: string, value: number, awsRegion: string): string {
  return `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${value} --region ${awsRegion}`
}
