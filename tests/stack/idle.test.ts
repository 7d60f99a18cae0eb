// What stands there while nobody writes: its bill, and its share of an account's quotas, so that 85 regions fit.
import { readFileSync } from 'node:fs'
import { Template as CdkTemplate } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { idleBill, type Template } from '../../tools/bench/idle-bill.ts'
import type { Region } from '../../regions/schema.ts'
import { variantsOf } from '../../regions/variants.ts'
import { bare, lookAt, stackOf, withCanary, withoutChannels, withoutLearning, withWebhooks } from './synthesize.ts'

const stack = stackOf('95', bare)
const look = lookAt(stack)
const bill = idleBill(CdkTemplate.fromStack(stack).toJSON() as Template)
const REGIONS = 85

it('costs at most six dollars a month, by its template', () => {
  const total = bill.reduce((sum, { dollars }) => sum + dollars, 0)
  expect(total).toBeLessThanOrEqual(6)
  expect(total).toBeGreaterThan(1)
})

it('costs three dollars more with a dashboard, which production has unless its file says no', () => {
  const production = bare(variantsOf('95')['production']!)
  const bills = [production, { ...production, watch: { dashboard: false } }].map((region) =>
    idleBill(CdkTemplate.fromStack(stackOf('95', () => region)).toJSON() as Template),
  )
  const [withOne, without] = bills.map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(withOne! - without!).toBeCloseTo(3)
  expect(without).toBeLessThanOrEqual(6)
  expect(bill.find(({ what }) => what === 'dashboards')).toEqual({ what: 'dashboards', amount: 0, dollars: 0 })
})

it('costs a fifth of a dollar more with a canary, besides its messages', () => {
  const watched = idleBill(
    CdkTemplate.fromStack(stackOf('95', (region) => withCanary(bare(region)))).toJSON() as Template,
  )
  const [more, without] = [watched, bill].map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(more! - without!).toBeGreaterThan(0.2)
  expect(more! - without!).toBeLessThan(0.22)
})

it('costs 56 cents more with webhooks, besides what is posted', () => {
  const posting = idleBill(
    CdkTemplate.fromStack(stackOf('95', (region) => withWebhooks(bare(region)))).toJSON() as Template,
  )
  const [more, without] = [posting, bill].map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(more! - without!).toBeCloseTo(0.56, 2)
})

it('costs 66 cents more with mails that are read, besides the mails', () => {
  const reading = idleBill(
    CdkTemplate.fromStack(stackOf('95', (region) => withoutLearning(withoutChannels(region)))).toJSON() as Template,
  )
  const [more, without] = [reading, bill].map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(more! - without!).toBeCloseTo(0.66, 2)
})

it('costs a dime more where a model is trained every week, besides the training', () => {
  const teaching = (region: Region) => ({
    ...bare(region),
    routing: { ...region.routing, learning: 'weekly' as const },
  })
  const learning = idleBill(CdkTemplate.fromStack(stackOf('95', teaching)).toJSON() as Template)
  const [more, without] = [learning, bill].map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(more! - without!).toBeCloseTo(0.1, 2)
  expect(look.all.filter(({ id }) => id.startsWith('Learn'))).toEqual([])
})

it('costs $1.32 more with channels of social networks, besides what is written there', () => {
  const [more, without] = [stackOf('95'), stackOf('95', withoutChannels)]
    .map((one) => idleBill(CdkTemplate.fromStack(one).toJSON() as Template))
    .map((lines) => lines.reduce((sum, { dollars }) => sum + dollars, 0))
  expect(more! - without!).toBeCloseTo(1.325, 2)
})

it('names what it is made of', () => {
  const amounts = Object.fromEntries(bill.map(({ what, amount }) => [what, Math.round(amount)]))
  expect(amounts).toMatchObject({
    alarms: look.of('AWS::CloudWatch::Alarm').length,
    keys: 1,
    // Five queues by five pollers, three times a minute.
    'empty receives': 5 * 5 * 3 * 60 * 24 * 30,
    // The sweep by halves and the digest every five minutes, the months once a day.
    'runs by schedule': (3 * 12 * 24 + 1) * 30,
  })
})

it('a poller more, an alarm more, a key more: each is seen', () => {
  const { Resources } = CdkTemplate.fromStack(stack).toJSON() as Template
  const total = (template: Template) => idleBill(template).reduce((sum, { dollars }) => sum + dollars, 0)
  const doubled = (type: string) => {
    const more = Object.entries(Resources).filter(([, { Type }]) => Type === type)
    return total({ Resources: { ...Resources, ...Object.fromEntries(more.map(([id, one]) => [`${id}Again`, one])) } })
  }
  for (const type of [
    'AWS::CloudWatch::Alarm',
    'AWS::KMS::Key',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Events::Rule',
  ])
    expect(doubled(type), type).toBeGreaterThan(total({ Resources }))
})

it('asks for no metrics by method, which cost more than all the rest', () => {
  const settings = look.one('AWS::ApiGateway::Stage').Properties['MethodSettings'] as Record<string, unknown>[]
  for (const one of settings) expect(one['MetricsEnabled']).toBe(false)
})

it('has no more alarms than 85 regions may have in one account', () => {
  expect(look.of('AWS::CloudWatch::Alarm').length * REGIONS).toBeLessThanOrEqual(5_000)
})

it('the table of quotas says how many one region needs, and all', () => {
  const rows = readFileSync('docs/deploying.md', 'utf8').matchAll(
    /^\| `(AWS::\w+::\w+)` *\|[^|]*\| *(\d+) *\| *([\d,]+) *\|/gm,
  )
  const said = [...rows].map(([, type, one, all]) => [type, Number(one), Number(all!.replace(',', ''))])
  expect(said.length).toBeGreaterThan(4)
  for (const [type, one, all] of said) {
    expect([type, one]).toEqual([type, look.of(String(type)).length])
    expect([type, all]).toEqual([type, look.of(String(type)).length * REGIONS])
  }
})

it('its mappings take no more of the account’s concurrency at once than a dozen', () => {
  const most = look.of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => {
    const { MaximumConcurrency = 0 } = (Properties['ScalingConfig'] ?? {}) as { MaximumConcurrency?: number }
    return MaximumConcurrency
  })
  expect(most.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(12)
})
