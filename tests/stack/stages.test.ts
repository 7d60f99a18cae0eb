// A region and its trials stand side by side in one account: no name that AWS knows once is claimed twice, nothing of one leads
// to the other, and a trial is never production.
import { describe, expect, it } from 'vitest'
import { savedQueries } from '../../lib/log-queries.ts'
import { loadRegion } from '../../regions/load.ts'
import type { RegionStack } from '../../lib/region-stack.ts'
import type { Region } from '../../regions/schema.ts'
import { atStage, stackName, stageOf } from '../../regions/stages.ts'
import { stages, type Stage } from '../../regions/vocabulary.ts'
import { lookAt, stackOf } from './synthesize.ts'

/** Names within something that has a name of its own. */
const WITHIN = ['AWS::ApiGateway::Stage StageName', 'AWS::IAM::Policy PolicyName', 'AWS::SES::ReceiptRule RuleSetName']

const certificate = (digit: string) =>
  `arn:aws:acm:eu-central-1:123456789012:certificate/${digit.repeat(8)}-1111-1111-1111-${digit.repeat(12)}`
const real: (region: Region) => Region = (region) => ({
  ...region,
  production: true,
  aws: { ...region.aws, account: '123456789012' },
  web: { ...region.web, waf: true, publicUrl: 'https://otklik-95.gov.ru', certificateArn: certificate('1') },
  mail: {
    ...region.mail,
    domain: 'otklik-95.gov.ru',
    from: 'noreply@otklik-95.gov.ru',
    inbox: { ...region.mail.inbox!, address: 'pishite@in.otklik-95.gov.ru' },
  },
})
const stacks = Object.fromEntries(
  stages.map((stage) => [stage, stackOf('95', (region) => atStage(real(region), stage))]),
) as Record<Stage, RegionStack>
const looks = Object.fromEntries(stages.map((stage) => [stage, lookAt(stacks[stage])])) as Record<
  Stage,
  ReturnType<typeof lookAt>
>

/** What a stack claims in an account: names that its template gives, with the type of what they name. */
function names(stage: Stage): string[] {
  const given = looks[stage].all.flatMap(({ Type, Properties = {} }) =>
    Object.entries(Properties)
      .filter(([key, value]) => typeof value === 'string' && /(Name|Identity|Alias)$/.test(key))
      .filter(([key]) => !['MetricName', 'HostedZoneName'].includes(key) && !WITHIN.includes(`${Type} ${key}`))
      .map(([key, value]) => `${Type} ${key} ${String(value)}`),
  )
  return [...given, `stack ${stacks[stage].stackName}`]
}

describe('the stages of a region in one account', () => {
  it('claim no name twice', () => {
    const all = stages.flatMap((stage) => names(stage))
    expect(names('test')).toEqual([
      'AWS::ApiGateway::RestApi Name Otklik-95-test',
      'AWS::SES::EmailIdentity EmailIdentity test.otklik-95.gov.ru',
      ...Object.keys(savedQueries).map((name) => `AWS::Logs::QueryDefinition Name Otklik-95-test/${name}`),
      'stack Otklik-95-test',
    ])
    expect(new Set(all).size).toBe(all.length)
  })

  it('export nothing, for an export is known once an account', () => {
    for (const stage of stages) expect(JSON.stringify(looks[stage].all)).not.toContain('"Export"')
  })

  it('are told apart by their tags', () => {
    const tags = (stage: Stage) =>
      Object.fromEntries(
        (looks[stage].one('AWS::DynamoDB::Table').Properties['Tags'] as { Key: string; Value: string }[]).map(
          ({ Key, Value }) => [Key, Value],
        ),
      )
    expect(tags('prod')).toEqual({ project: 'otklik', region: '95', stage: 'prod', production: 'true' })
    expect(tags('test')).toEqual({ project: 'otklik', region: '95', stage: 'test', production: 'false' })
  })

  it('lead to themselves: a trial’s links and sender are its own', () => {
    const template = JSON.stringify(looks.test.all)
    expect(template).not.toContain('https://otklik-95.gov.ru')
    expect(template).not.toContain('AWS::ApiGateway::DomainName')
    expect(template).toContain('"ses:FromAddress":"noreply@test.otklik-95.gov.ru"')
    expect(template).toContain('"WebACLArn"')
  })
})

describe('a stage', () => {
  const region = real(loadRegion('95'))

  it('is the region itself, without the trials, where it is prod', () => {
    expect(atStage(region, 'prod')).toEqual(region)
    expect(stackName(region)).toBe('Otklik-95')
  })

  it('takes what the file says of it, and is never production', () => {
    const own = {
      account: '210987654321',
      publicUrl: 'https://proba.gov.ru',
      certificateArn: certificate('2'),
      mail: { domain: 'proba.gov.ru', from: 'otvet@proba.gov.ru' },
      alarmRecipients: ['proba@gov.ru'],
    }
    expect(atStage({ ...region, stages: { test: own } }, 'test')).toEqual({
      ...region,
      stage: 'test',
      production: false,
      aws: { ...region.aws, account: own.account },
      web: { ...region.web, publicUrl: own.publicUrl, certificateArn: own.certificateArn },
      mail: {
        ...{ ...region.mail, ...own.mail, displayName: `${region.mail.displayName} (test)` },
        inbox: { ...region.mail.inbox, address: 'pishite@in.proba.gov.ru' },
      },
      alarmRecipients: own.alarmRecipients,
    })
  })

  it('has to be one of the known', () => {
    expect(() => stageOf('staging')).toThrow('There is no stage staging: take dev, test, prod.')
  })
})
