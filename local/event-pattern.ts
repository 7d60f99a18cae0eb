// Matches events against filters of event-source mappings and patterns of rules: the part of the EventBridge pattern
// language they use. Called by event-bus.ts and stream-mapping.ts.
const known = ['prefix', 'suffix', 'exists', 'anything-but', 'numeric']

/** The rules of a pattern that the engine does not know. */
export function unknownRules(pattern: unknown): string[] {
  if (!Array.isArray(pattern))
    return typeof pattern === 'object' && pattern !== null ? Object.values(pattern).flatMap(unknownRules) : []
  return pattern
    .flatMap((rule: unknown) => (typeof rule === 'object' && rule !== null ? Object.keys(rule) : []))
    .filter((name) => !known.includes(name))
}

type Rule = string | number | boolean | null | Readonly<Record<string, unknown>>

/** Whether a value matches a pattern: every key of it must match, each by one of its rules. */
export function matches(pattern: Readonly<Record<string, unknown>>, value: unknown): boolean {
  const object = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return Object.entries(pattern).every(([key, expected]) => {
    if (key === '$or') return (expected as Record<string, unknown>[]).some((one) => matches(one, value))
    if (Array.isArray(expected)) return (expected as Rule[]).some((rule) => fitsAny(rule, object[key], key in object))
    return matches(expected as Record<string, unknown>, object[key])
  })
}

/** Of a list, one value that fits is enough. */
function fitsAny(rule: Rule, value: unknown, exists: boolean): boolean {
  return Array.isArray(value) ? value.some((one) => fits(rule, one, exists)) : fits(rule, value, exists)
}

/** @throws Error naming a rule the engine does not know. */
function fits(rule: Rule, value: unknown, exists: boolean): boolean {
  if (typeof rule !== 'object' || rule === null) return value === rule
  const [[name, argument] = ['', undefined]] = Object.entries(rule)
  switch (name) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument))
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(argument))
    case 'exists':
      return exists === argument
    case 'anything-but':
      return exists && !(Array.isArray(argument) ? argument : [argument]).includes(value)
    case 'numeric':
      return compare(argument as (string | number)[], Number(value))
    default:
      throw new Error(`The local engine does not know the filter rule "${name}".`)
  }
}

function compare(rule: readonly (string | number)[], value: number): boolean {
  if (rule.length === 0) return true
  const [operator, bound, ...rest] = rule as [string, number, ...(string | number)[]]
  const holds = {
    '=': value === bound,
    '<': value < bound,
    '<=': value <= bound,
    '>': value > bound,
    '>=': value >= bound,
  }[operator]
  return holds === true && compare(rest, value)
}
