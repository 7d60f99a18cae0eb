// Finds what API Gateway would ask for a request: of the resources that its path fits the most specific one, and of that the
// method. Read once from what a stack declares, asked for every request. Called by rest-api.ts.
import type { LocalFunction } from './functions.ts'

export interface Route {
  readonly method: string
  /** As declared: "/v1/cases/{id}", "/files/{proxy+}". */
  readonly resource: string
  readonly target: LocalFunction
}

export interface Found {
  readonly route: Route
  readonly parameters: Record<string, string>
}

interface Resource {
  readonly pattern: RegExp
  /** Of its variables, in the pattern's order. */
  readonly names: readonly string[]
  readonly routes: readonly Route[]
}

/** The most specific resource that the path fits is asked; where it does not know the method, no other is. */
export function finderOf(routes: readonly Route[]): (method: string, path: string) => Found | undefined {
  const declared = [...Map.groupBy(routes, ({ resource }) => resource)]
  const resources = declared
    .toSorted(([one], [other]) => vagueness(one) - vagueness(other))
    .map(([resource, its]) => ({ ...patternOf(resource), routes: its }))
  return (method, path) => find(resources, method, path)
}

function find(resources: readonly Resource[], method: string, path: string): Found | undefined {
  for (const { pattern, names, routes } of resources) {
    const groups = pattern.exec(path)
    if (!groups) continue
    const route = routes.find((one) => one.method === method) ?? routes.find((one) => one.method === 'ANY')
    const parameters = Object.fromEntries(names.map((name, index) => [name, decode(groups[index + 1]!)]))
    return route && { route, parameters }
  }
  return undefined
}

function patternOf(resource: string): Omit<Resource, 'routes'> {
  const names: string[] = []
  const parts = resource.split('/').map((part) => {
    const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(part) ?? []
    if (!name) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    names.push(name)
    return greedy ? '(.+)' : '([^/]+)'
  })
  return { pattern: new RegExp(`^${parts.join('/')}$`), names }
}

/** Literal parts before variables, variables before a greedy one, and of greedy ones that with more before it. */
function vagueness(resource: string): number {
  const { length } = resource.split('{')
  return resource.includes('+}') ? 1_000 - resource.split('/').length : length
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
