// The stacks as the tests look at them: any region, with a fake bundle, so that nothing has to be built.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { inject } from 'vitest'
import { otklikApp, uncheckedApp } from '../../lib/app.ts'
import { RegionStack } from '../../lib/region-stack.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { stackName } from '../../regions/stages.ts'

const folder = mkdtempSync(join(inject('stackFolder'), 'process-'))
const bundle = join(folder, 'bundle')
mkdirSync(bundle)
writeFileSync(join(bundle, 'index.mjs'), 'export const handler = () => {}')

/** The app as bin/app.ts makes it, flags and checks and all. */
export function checkedApp(): App {
  return otklikApp({ outdir: mkdtempSync(join(folder, 'app-')) })
}

/** The stacks that were made in this process, by what their region's file says: nobody changes them. Checked are they by checks.test.ts. */
const made = new Map<string, RegionStack>()

/** The stack of a region as its file is, or with something else in it. */
export function stackOf(code: string, change: (region: Region) => Region = (region) => region): RegionStack {
  const region = change(loadRegion(code))
  const said = JSON.stringify(region)
  const stack = made.get(said) ?? stackIn(uncheckedApp(mkdtempSync(join(folder, 'app-'))), region)
  made.set(said, stack)
  return stack
}

/** A stack of its own in an app of its own, for whoever changes either. */
export function stackIn(app: App, region: Region): RegionStack {
  return new RegionStack(app, stackName(region), { region, code: () => bundle })
}

/** A region whose file switches on what is off without a word. */
export const withCanary = (region: Region): Region => ({ ...region, watch: { ...region.watch, canary: 15 } })
export const withWebhooks = (region: Region): Region => ({ ...region, api: { ...region.api, webhooks: true } })
export const withPhotos = (region: Region): Region => ({ ...region, web: { ...region.web, photos: true } })
/** A region that reads no mails, as most do. */
const withoutInbox = (region: Region): Region => {
  const { inbox: _, ...mail } = region.mail
  return { ...region, mail }
}
/** One that nobody writes to in social networks. */
export const withoutChannels = (region: Region): Region => ({ ...region, channels: [] })
/** One that is not trained on its own decisions. */
export const withoutLearning = (region: Region): Region => ({
  ...region,
  routing: { ...region.routing, learning: 'off' },
})
/** With none of these, as most are. */
export const bare = (region: Region): Region => withoutLearning(withoutChannels(withoutInbox(region)))
/** With all that a region's file may ask for beside what every region has. */
export const withAll = (region: Region): Region => withPhotos(withWebhooks(withCanary(region)))

export interface Resource {
  readonly id: string
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

export interface Permission {
  readonly actions: readonly string[]
  /** Each as JSON. */
  readonly resources: readonly string[]
  readonly condition: unknown
}

interface Statement {
  readonly Action: string | string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

/** A template, asked for by meaning. */
export function lookAt(stack: RegionStack) {
  const template = Template.fromStack(stack).toJSON() as { Resources: Record<string, Omit<Resource, 'id'>> }
  const all: Resource[] = Object.entries(template.Resources).map(([id, resource]) => ({ id, ...resource }))
  const of = (type: string) => all.filter(({ Type }) => Type === type)

  const one = (type: string): Resource => {
    const [found, ...more] = of(type)
    if (!found || more.length > 0) throw new Error(`There is not one ${type}.`)
    return found
  }
  /** The function of a part, e.g. 'Notify'. */
  const lambda = (part: string): Resource => {
    const found = of('AWS::Lambda::Function').find(({ id }) => id.startsWith(`${part}Function`))
    if (!found) throw new Error(`There is no function ${part}.`)
    return found
  }
  /** What the owner of a role may do: a function, or the timer. */
  const allowed = (owner: Resource): Permission[] => {
    const role = idIn(owner.Properties['Role'] ?? owner.Properties['RoleArn'])
    const policies = of('AWS::IAM::Policy').filter(({ Properties }) =>
      (Properties['Roles'] as unknown[]).some((ref) => idIn(ref) === role),
    )
    if (policies.length === 0) throw new Error(`${owner.id} may do nothing at all.`)
    return policies.flatMap(({ Properties }) =>
      (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement.map(({ Action, Resource, Condition }) => ({
        actions: [Action].flat(),
        resources: [Resource].flat().map((each) => JSON.stringify(each)),
        condition: Condition,
      })),
    )
  }
  return { all, of, one, lambda, allowed }
}

/** The logical id a Ref or an Fn::GetAtt names. */
export function idIn(value: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] }
  const id = Ref ?? attribute?.[0]
  if (!id) throw new Error(`${JSON.stringify(value)} names no resource.`)
  return id
}
