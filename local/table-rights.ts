// What the policies of a function's role let it ask of the tables: which actions, on which table or index, in which
// partitions. Read from the template; a condition that is not understood is refused by name. Used by the gate.
import type { Resolver } from './resolver.ts'
import { resourcesOf, type Template } from './template.ts'

/** One thing asked of a table. */
export interface Asked {
  readonly action: string
  /** The ARN of the table or of its index. */
  readonly resource: string
  /** The values of the key's first attribute that it names. */
  readonly leadingKeys: readonly string[]
}

interface Statement {
  readonly Effect: string
  readonly Action: string | string[]
  readonly Resource: unknown
  readonly Condition?: Record<string, Record<string, string | string[]>>
}

interface Right {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** Patterns; undefined where every partition is meant. */
  readonly partitions: readonly string[] | undefined
}

const UNDERSTOOD = 'ForAllValues:StringLike'

/** The rights of every function, by its logical id. @throws Error naming a condition on a table that is not understood. */
export function tableRightsOf(template: Template, resolver: Resolver): ReadonlyMap<string, readonly Right[]> {
  const policies = resourcesOf(template, 'AWS::IAM::Policy')
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function').map(([id, { Role }]) => {
      const [role] = (Role as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt']
      const own = policies.filter(([, { Roles }]) => (Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
      const statements = own.flatMap(
        ([, { PolicyDocument }]) => (PolicyDocument as { Statement: Statement[] }).Statement,
      )
      return [id, statements.flatMap((statement) => rightsIn(statement, resolver))]
    }),
  )
}

function rightsIn({ Effect, Action, Resource, Condition }: Statement, resolver: Resolver): Right[] {
  const actions = [Action].flat().filter((action) => action.startsWith('dynamodb:'))
  if (actions.length === 0) return []
  const others = Object.keys(Condition ?? {}).filter((operator) => operator !== UNDERSTOOD)
  if (Effect !== 'Allow' || others.length > 0)
    throw new Error(`The local engine does not understand the permission ${[Effect, ...actions, ...others].join(' ')}.`)
  const partitions = Condition?.[UNDERSTOOD]?.['dynamodb:LeadingKeys']
  const resources = [Resource].flat().map((one) => resolver.text(one))
  return [{ actions, resources, partitions: partitions === undefined ? undefined : [partitions].flat() }]
}

/** Whether one of the rights covers what is asked. */
export function isAllowed(rights: readonly Right[], { action, resource, leadingKeys }: Asked): boolean {
  return rights.some(
    ({ actions, resources, partitions }) =>
      actions.includes(`dynamodb:${action}`) &&
      resources.includes(resource) &&
      (!partitions || leadingKeys.every((key) => partitions.some((pattern) => isLike(key, pattern)))),
  )
}

/** A star stands for any characters. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text)
}
