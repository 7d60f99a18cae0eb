// The stacks as the tests look at them: any region, with a fake bundle, so that nothing has to be built.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { RegionStack } from '../../lib/region-stack.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'

const bundle = mkdtempSync(join(tmpdir(), 'otklik-bundle-'))
writeFileSync(join(bundle, 'index.mjs'), 'export const handler = () => {}')

export function stackOf(
  code: string,
  change: (region: Region) => Region = (region) => region,
  app = new App(),
): RegionStack {
  return new RegionStack(app, `Otklik-${code}`, { region: change(loadRegion(code)), code: () => bundle })
}

export interface Resource {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DeletionPolicy?: string
}

/** The resources of a stack by logical id, of one type or of all. */
export function resources(stack: RegionStack, type?: string): Map<string, Resource> {
  const all = Template.fromStack(stack).toJSON()['Resources'] as Record<string, Resource>
  return new Map(Object.entries(all).filter(([, { Type }]) => !type || Type === type))
}

interface Statement {
  readonly Effect: string
  readonly Action: string | string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

/** What the role of a function (or of the clock) may do, statement by statement. */
export function statements(
  stack: RegionStack,
  part: string,
): { actions: string[]; resource: string; condition: string }[] {
  return [...resources(stack, 'AWS::IAM::Policy')]
    .filter(([id]) => id.startsWith(part))
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
    .map(({ Action, Resource, Condition }) => ({
      actions: [Action].flat(),
      resource: JSON.stringify(Resource),
      condition: JSON.stringify(Condition ?? {}),
    }))
}
