// Leaves out of a template the outputs that MiniStack cannot fill: it gives no DKIM records, and an output that names an unknown
// attribute ends the whole stack. Resources stay as they are. Called by npm run emulate.

const unknownAttribute = /"DkimDNSToken(Name|Value)\d"/

export interface Emulated {
  readonly template: string
  /** The outputs that are not there. */
  readonly leftOut: readonly string[]
}

export function knownOutputs(template: string): Emulated {
  const { Outputs = {}, ...rest } = JSON.parse(template) as { Outputs?: Record<string, unknown> }
  const all = Object.entries(Outputs)
  const known = all.filter(([, output]) => !unknownAttribute.test(JSON.stringify(output)))
  const leftOut = all.filter((one) => !known.includes(one)).map(([name]) => name)
  return { template: JSON.stringify({ ...rest, Outputs: Object.fromEntries(known) }), leftOut }
}
