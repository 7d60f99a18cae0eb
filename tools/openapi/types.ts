// Makes the types of the TypeScript client of the API's document: an interface for each part and for the query of each list. Called by
// npm run openapi and by the test that says when tools/client/types.ts is stale.
import { format } from 'prettier'

type Part = Readonly<Record<string, unknown>>

const HEAD = `// What is sent to the API and what it says. Made of docs/openapi.json by npm run openapi: do not edit. New members and values may come:
// pass over those that you do not know.
`
const WIDTH = 120

/** @param document as docs/openapi.json has it */
export async function clientTypes(document: string): Promise<string> {
  const { components, paths } = JSON.parse(document) as {
    components: { schemas: Record<string, Part> }
    paths: Record<string, { get?: { operationId: string; parameters?: Part[] } }>
  }
  const parts = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema)}export type ${name} = ${typeOf(schema)}`,
  )
  const queries = Object.values(paths).flatMap(({ get }) => {
    const asked = (get?.parameters ?? []).filter((one) => one['in'] === 'query')
    const name = `${get?.operationId[0]?.toUpperCase()}${get?.operationId.slice(1)}Query`
    return asked.length > 0 ? [`export interface ${name} {${asked.map(parameter).join('')}}`] : []
  })
  const source = `${HEAD}\n${[...parts, ...queries].join('\n\n')}\n`
  return format(source, { parser: 'typescript', printWidth: WIDTH, semi: false, singleQuote: true })
}

function parameter({ name, required, description, schema }: Part): string {
  const optional = required === true ? '' : '?'
  return `${comment({ description })}readonly ${String(name)}${optional}: ${typeOf(schema as Part)}${optional && ' | undefined'}\n`
}

function comment({ description }: Part): string {
  return typeof description === 'string' ? `/** ${description.replaceAll('*/', '*\\/')} */\n` : ''
}

function typeOf(schema: Part): string {
  const { $ref, enum: values, const: value, type, items } = schema
  const several = (schema['anyOf'] ?? schema['oneOf']) as Part[] | undefined
  if (typeof $ref === 'string') return $ref.split('/').at(-1)!
  if (value !== undefined) return JSON.stringify(value)
  if (Array.isArray(values)) return values.map((one) => JSON.stringify(one)).join(' | ')
  if (several) return several.map(typeOf).join(' | ')
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one as string })).join(' | ')
  if (type === 'array') return `readonly (${typeOf(items as Part)})[]`
  if (type === 'object') return objectOf(schema)
  if (type === 'integer') return 'number'
  return typeof type === 'string' ? type : 'unknown'
}

function objectOf({ properties = {}, required = [], additionalProperties: others }: Part): string {
  const members = Object.entries(properties as Record<string, Part>)
  if (typeof others === 'object') return `Readonly<Record<string, ${typeOf(others as Part)}>>`
  if (members.length === 0)
    return others === false ? 'Readonly<Record<string, never>>' : 'Readonly<Record<string, unknown>>'
  const lines = members.map(([name, schema]) => {
    const isThere = (required as string[]).includes(name)
    return `${comment(schema)}readonly ${name}${isThere ? '' : '?'}: ${typeOf(schema)}${isThere ? '' : ' | undefined'}\n`
  })
  return `{\n${lines.join('')}}`
}
