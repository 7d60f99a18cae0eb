// Leaves out of a template what MiniStack cannot make and would end the whole stack for: saved queries, which it does not know, receipt rules,
// whose rule set is the account's, and outputs of DKIM records, which it does not give. All else stays as it is. Called by npm run emulate.

const unknownTypes = ['AWS::Logs::QueryDefinition', 'AWS::SES::ReceiptRule']
const unknownAttribute = /"DkimDNSToken(Name|Value)\d"/

export interface Emulated {
  readonly template: string
  /** The resources and outputs that are not there. */
  readonly leftOut: readonly string[]
}

export function knownPart(template: string): Emulated {
  const {
    Resources,
    Outputs = {},
    ...rest
  } = JSON.parse(template) as {
    Resources: Record<string, { readonly Type: string }>
    Outputs?: Record<string, unknown>
  }
  const resources = Object.entries(Resources)
  const outputs = Object.entries(Outputs)
  const made = resources.filter(([, { Type }]) => !unknownTypes.includes(Type))
  const filled = outputs.filter(([, output]) => !unknownAttribute.test(JSON.stringify(output)))
  const kept = { Resources: Object.fromEntries(made), Outputs: Object.fromEntries(filled) }
  const leftOut = [...resources, ...outputs].flatMap(([name]) =>
    name in kept.Resources || name in kept.Outputs ? [] : [name],
  )
  return { template: JSON.stringify({ ...rest, ...kept }), leftOut }
}
