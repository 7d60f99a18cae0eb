// The stages of a region: itself (prod) and trials beside it, each a stack of its own. A trial shares the file and nothing
// that exists once: it writes from a domain of its own and is never production. Called by bin/app.ts and the tools.
import type { Region, RegionFile } from './schema.ts'
import { type Stage, stages } from './vocabulary.ts'

type Trial = Exclude<Stage, 'prod'>
export const trials = stages.filter((stage): stage is Trial => stage !== 'prod')
type Sender = Pick<RegionFile['mail'], 'domain' | 'from'>

/** @throws Error when there is no such stage. */
export function stageOf(name: string): Stage {
  const stage = stages.find((one) => one === name)
  if (!stage) throw new Error(`There is no stage ${name}: take ${stages.join(', ')}.`)
  return stage
}

/** The stack of a region at a stage: "Otklik-95", "Otklik-95-test". */
export function stackName({ code, stage }: Pick<Region, 'code' | 'stage'>): string {
  return stage === 'prod' ? `Otklik-${code}` : `Otklik-${code}-${stage}`
}

/** A region as it is deployed at a stage. */
export function atStage(region: Region, stage: Stage): Region {
  if (stage === 'prod') return { ...region, stage, stages: {} }
  const own = region.stages[stage] ?? {}
  const { publicUrl: _, certificateArn: __, ...web } = region.web
  const { account = region.aws.account, publicUrl, certificateArn, alarmRecipients = region.alarmRecipients } = own
  return {
    ...region,
    stage,
    stages: {},
    production: false,
    aws: { ...region.aws, ...(account && { account }) },
    web: { ...web, ...(publicUrl && { publicUrl }), ...(certificateArn && { certificateArn }) },
    mail: {
      ...region.mail,
      ...senderAt(region, stage),
      displayName: `${region.mail.displayName} (${stage})`,
      ...(region.mail.inbox && { inbox: inboxAt(region, stage) }),
    },
    alarmRecipients,
  }
}

/** Without an address of its own a trial writes from a subdomain: SES knows a domain once an account. */
export function senderAt({ mail, stages: own }: RegionFile, stage: Trial): Sender {
  if (own[stage]?.mail) return own[stage].mail
  const domain = `${stage}.${mail.domain}`
  return { domain, from: `${mail.from.split('@')[0]}@${domain}` }
}

/** A trial reads what is sent to the same address below its own domain. */
function inboxAt(region: Region, stage: Trial): NonNullable<Region['mail']['inbox']> {
  const { inbox, domain } = region.mail
  const [name, host = ''] = inbox!.address.split('@')
  return {
    ...inbox!,
    address: `${name}@${host.slice(0, host.length - domain.length)}${senderAt(region, stage).domain}`,
  }
}
